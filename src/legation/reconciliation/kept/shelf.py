"""Claims and facts that were written down, each read when it is first looked into."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from legation.model.attestations import Attestations, Voice
from legation.model.claims import Claim
from legation.model.facts import Fact
from legation.model.preferences import Alternative, Preferred
from legation.model.standings import AGREED, Standing
from legation.reconciliation.dating import Days
from legation.reconciliation.lazily import Lazily
from legation.reconciliation.presents import Present

_LENGTH = 8
"""The first part is preceded by its length, in so many hexadecimal digits."""


class Shelf:
    """What `shelving` wrote: `head` is what was told at the head, beside what stands here."""

    def __init__(self, content: bytes) -> None:
        end = _LENGTH + int(content[:_LENGTH], 16)
        self._packed = content[end:]
        first, *self._lines = content[_LENGTH:end].decode().split("\n")
        self.head: dict[str, Any] = json.loads(first)
        self.documents: list[str] = self.head["documents"].split()
        self.ids: list[str] = self.head["facts"].split()
        kinds, polarities, rules = (self.head[name] for name in ("kind", "polarity", "rules"))
        self._kinds, self._polarities = kinds, polarities
        self._rules = [tuple(names) for names in rules[0]], rules[1]
        bases, self._bases_of = self.head["bases"]
        self._bases = [frozenset(names) for names in bases]
        self._facts: dict[int, Fact] = {}

    def claims(self, places: Sequence[int]) -> tuple[Claim, ...]:
        """The claims of some numbers."""
        return tuple([self._claims[place] for place in places])

    def facts(self, places: Sequence[int]) -> tuple[Fact, ...]:
        """The facts of some numbers."""
        made = self._facts
        return tuple([made[at] if at in made else self._fact(at) for at in places])

    def line(self, number: int) -> Any:
        """The rows of the line of time of a number."""
        return json.loads(self._lines[number - 1])

    @property
    def presents(self) -> KeptPresents:
        """The presents of the documents."""
        return KeptPresents(self)

    @cached_property
    def _words(self) -> list[str]:
        return zlib.decompress(self._packed).decode().split("\n")

    @cached_property
    def _claims(self) -> Lazily[Claim]:
        ids = self._words[0].split()
        return Lazily(range(len(ids)), lambda at: Claim.kept(ids[at], lambda: self._read_claim(at)))

    def _read_claim(self, place: int) -> Mapping[str, Any]:
        row: dict[str, Any] = json.loads(self._words[1 + place])
        row["source"]["document"] = self.documents[row["source"]["document"]]
        return row

    def _fact(self, place: int) -> Fact:
        documents = self.documents
        fact = self._facts[place] = Fact.kept(
            (
                self.ids[place],
                frozenset([documents[each] for each in self.head["from"][place]]),
                self._bases[self._bases_of[place]],
            ),
            self._kinds[0][self._kinds[1][place]],
            self.head["when"][place],
            self._polarities[0][self._polarities[1][place]],
            self._rules[0][self._rules[1][place]],
            lambda: self._rest_of_fact(place),
        )
        return fact

    def _rest_of_fact(self, place: int) -> dict[str, Any]:
        row = json.loads(self._words[1 + len(self._claims) + place])
        standing = row.get("standing")
        told = row.get("preferences", {}).items()
        return {
            "roles": row["roles"],
            "claims": self.claims(row["claims"]),
            "disputed": self.claims(row.get("disputed", ())),
            "preferences": {name: _preferred(*one) for name, one in told},
            "attestations": Attestations(tuple(self._voice(*one) for one in row["voices"])),
            "standing": _standing(*standing) if standing else AGREED,
        }

    def _voice(self, claims: list[str], documents: list[int], rules: list[str]) -> Voice:
        return Voice(tuple(claims), tuple(self.documents[each] for each in documents), tuple(rules))


class KeptPresents(Mapping[str, Present]):
    """The presents of the documents of a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._head = shelf.head
        spoken = self._head["tells_of"]
        self._places = dict(zip(shelf.documents, range(len(spoken)), strict=False))

    def __getitem__(self, document: str) -> Present:
        place, head = self._places[document], self._head
        (dates, dated), (times, recorded) = head["dated"], head["recorded"]
        date = dates[dated[place]]
        return Present(
            Days(*date) if date else None, head["tells_of"][place], times[recorded[place]]
        )

    def __contains__(self, document: object) -> bool:
        return document in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _preferred(value: Any, reason: Any, others: Sequence[tuple[Any, list[str], bool]]) -> Preferred:
    told = (Alternative(other, tuple(claims), disputed) for other, claims, disputed in others)
    return Preferred(value, reason, tuple(told))


def _standing(status: Any, rule: str, causes: list[str], by: str, note: str) -> Standing:
    return Standing(status, rule, tuple(causes), by, note)
