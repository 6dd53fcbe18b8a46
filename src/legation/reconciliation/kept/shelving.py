"""Claims and facts written down, each once, and named by their numbers.

What is written has two parts. In the first is what whatever question looks at: the head, a JSON
object with a column for each field, and below it lines of time, one a line. The second, which is
packed, has the words: the ids of the claims, a line for each claim, and one for the rest of each
fact.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from legation.model.attestations import Attestations
from legation.model.claims import Claim
from legation.model.facts import Fact
from legation.model.preferences import Preferred
from legation.model.standings import AGREED
from legation.reconciliation.presents import Presents

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Shelving:
    """What is to be written: documents, claims and facts, numbered as they come."""

    def __init__(self, spoken: Presents) -> None:
        self._spoken = spoken
        self._documents: dict[str, int] = {document: place for place, document in enumerate(spoken)}
        self._claims: dict[tuple[str, str], int] = {}
        self._facts: dict[int, tuple[int, Fact]] = {}
        self._words: list[str] = []
        self._rest: list[str] = []
        self._lines: list[str] = []

    def claims(self, claims: Iterable[Claim]) -> list[int]:
        """The numbers of claims."""
        return [self._claim(claim) for claim in claims]

    def facts(self, facts: Iterable[Fact]) -> list[int]:
        """The numbers of facts."""
        return [self._fact(fact) for fact in facts]

    def line(self, rows: Any) -> int:
        """The number of a line of time, given by its rows."""
        self._lines.append(_COMPACT(rows))
        return len(self._lines)

    def written(self, head: Mapping[str, Any]) -> bytes:
        """All of it, and what else there is to tell at the head."""
        spoken = list(self._spoken.values())
        told = [fact for _, fact in self._facts.values()]
        columns = {
            "documents": " ".join(self._documents),
            "tells_of": [present.tells_of for present in spoken],
            "dated": _table(present.dated for present in spoken),
            "recorded": _table(present.recorded for present in spoken),
            "facts": " ".join(fact.id for fact in told),
            "kind": _table(fact.kind for fact in told),
            "when": [fact.when for fact in told],
            "polarity": _table(fact.polarity for fact in told),
            "rules": _table(fact.rules for fact in told),
            "bases": _table(tuple(fact.bases) for fact in told),
            "from": [[self._document(one) for one in sorted(fact.documents)] for fact in told],
        }
        first = "\n".join([_COMPACT({**columns, **head}), *self._lines]).encode()
        ids = " ".join(id_ for id_, _ in self._claims)
        words = "\n".join([ids, *self._words, *self._rest]).encode()
        return b"%08x" % len(first) + first + zlib.compress(words)

    def _document(self, document: str) -> int:
        return self._documents.setdefault(document, len(self._documents))

    def _claim(self, claim: Claim) -> int:
        key = (claim.id, claim.extractor)
        if key not in self._claims:
            row = claim.to_json()
            del row["id"]
            row["source"]["document"] = self._document(claim.source.document)
            self._claims[key] = len(self._claims)
            self._words.append(_COMPACT(row))
        return self._claims[key]

    def _fact(self, fact: Fact) -> int:
        if id(fact) not in self._facts:
            self._facts[id(fact)] = (len(self._facts), fact)
            self._rest.append(_COMPACT(self._rest_of(fact)))
        return self._facts[id(fact)][0]

    def _rest_of(self, fact: Fact) -> dict[str, Any]:
        rest: dict[str, Any] = {"roles": dict(fact.roles), "claims": self.claims(fact.claims)}
        if fact.disputed:
            rest["disputed"] = self.claims(fact.disputed)
        if fact.preferences:
            rest["preferences"] = {name: _told(one) for name, one in fact.preferences.items()}
        if fact.standing != AGREED:
            held = fact.standing
            rest["standing"] = [held.status, held.rule, held.causes, held.by, held.note]
        return {**rest, "voices": self._voices(fact.attestations)}

    def _voices(self, attestations: Attestations) -> list[list[Any]]:
        return [
            [one.claims, [self._document(each) for each in one.documents], one.rules]
            for one in attestations.voices
        ]


def _table(values: Iterable[Hashable]) -> list[Any]:
    """A column of values of which there are few: each once, and for each row its number."""
    known: dict[Hashable, int] = {}
    places = [known.setdefault(value, len(known)) for value in values]
    return [list(known), places]


def _told(one: Preferred) -> list[Any]:
    others = [[other.value, other.claims, other.disputed] for other in one.alternatives]
    return [one.value, one.reason, others]
