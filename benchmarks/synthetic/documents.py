"""Synthetic documents, each with its claims and the words that say them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

from legation.entities import states
from legation.ledger import Entry
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.kinds import kinds
from legation.model.spans import Span
from synthetic.shape import (
    DATES,
    KINDS,
    LANGUAGES,
    MODALITIES,
    POLARITIES,
    Drawn,
    Pairs,
    date_of,
)

CLAIMS_A_DOCUMENT = 30
EXTRACTOR = "synthetic@1"
_MISSIONS = ("embassy", "embassy", "embassy", "consulate", "legation", "trade mission")
_OFFICES = ("president", "foreign minister", "prime minister", "minister of trade")
ORGANISATIONS = ("UN", "IMF", "WTO", "OPEC", "EU", "OIC", "UNESCO", "IAEA")
_GIVEN = ("Amin", "Boris", "Clara", "Daria", "Emil", "Farah", "Goran", "Hana", "Idris", "Jana")
_FAMILY = ("Adler", "Benoit", "Castel", "Dorn", "Eklund", "Farsi", "Galen", "Hosk", "Ilves", "Jor")
_VALUES = ("good", "bad", "mixed")
_LEVELS = (0.55, 0.72, 0.81, 0.9, 0.93, 0.97)


def entries(claims: int, seed: int = 1) -> Iterator[Entry]:
    """Documents with about `claims` claims in all, the same for the same seed."""
    chance = random.Random(seed)
    writer = _Writer(chance)
    for number in range(max(1, round(claims / CLAIMS_A_DOCUMENT))):
        yield writer.entry(number)


class _Writer:
    """Writes documents: each on a pair of states, with what it says of others by the way."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.pairs = Pairs.of(chance)
        self.kind = Drawn(KINDS, chance)
        self.form = Drawn(DATES, chance)
        self.modality = Drawn(MODALITIES, chance)
        self.polarity = Drawn(POLARITIES, chance)
        self.language = Drawn(LANGUAGES, chance)
        self.names = {code: state.name for code, state in states().items()}

    def entry(self, number: int) -> Entry:
        """One document; its uri tells its number."""
        language = self.language()
        own = self.pairs.drawn(self.chance.random())
        size = 1 + int(2 * CLAIMS_A_DOCUMENT * self.chance.random())
        head = f"Report {number} on {self.names[own[0]]} and {self.names[own[1]]}.\n"
        told = [self._told(own) for _ in range(size)]
        text = head + "\n".join(words for words, *_ in told)
        date = f"{2000 + number % 26}" if number % 3 else None
        document = Document(text, f"synthetic/{number}.txt", language, date)
        id_, at, claims = document.id, len(head), []
        for words, kind, roles, when, spans in told:
            source = Source(id_, document.uri, language, at, at + len(words), words, spans(at))
            claims.append(
                Claim(
                    kind,
                    roles,
                    source,
                    when,
                    "stated" if when else None,
                    self.polarity(),
                    self.modality(),
                    self._of(_LEVELS),
                    EXTRACTOR,
                )
            )
            at += len(words) + 1
        return Entry(document, claims, EXTRACTOR)

    def _told(
        self, own: tuple[str, str]
    ) -> tuple[str, str, dict[str, Any], str | None, Callable[[int], dict[str, Span]]]:
        chance = self.chance.random
        pair = own if chance() < 0.5 else self.pairs.drawn(chance())
        a, b = pair if chance() < 0.5 else pair[::-1]
        kind, when = self.kind(), date_of(self.form(), self.chance)
        roles = self._roles(kind, a, b)
        one, other = self.names[a], self.names[b]
        said = f"{kind.replace('_', ' ')} ({when or 'no date'})"
        words = f"{one} and {other}: {said}, item {chance()}."
        ends = (0, len(one)), (len(one) + 5, len(one) + 5 + len(other))
        first, second = (*roles, *roles)[:2]

        def spans(at: int) -> dict[str, Span]:
            return {
                first: Span(at + ends[0][0], at + ends[0][1]),
                second: Span(at + ends[1][0], at + ends[1][1]),
            }

        return words, kind, roles, when, spans

    def _roles(self, kind: str, a: str, b: str) -> dict[str, Any]:
        """Roles as the kind has them: states in those of its key, things and persons in others."""
        if kind == "membership":
            return {"member": a, "organisation": self._of(ORGANISATIONS)}
        shape = kinds()[kind]
        if shape.key == ("parties",):
            roles: dict[str, Any] = {"parties": [a, b]}
        else:
            roles = dict(zip(shape.key, (a, b), strict=True))
        for role in shape.other:
            if self.chance.random() < 0.6:
                self._give(roles, role, b)
        return roles

    def _give(self, roles: dict[str, Any], role: str, host: str) -> None:
        if role in ("visitor", "person"):
            name = f"{self._of(_GIVEN)} {self._of(_FAMILY)}"
            roles[role] = {"name": name, "text": name}
        elif role in ("city", "from_city"):
            capital = f"Capital of {self.names[host]}"
            roles[role] = {"id": f"city:{host}", "name": capital, "text": capital, "state": host}
        elif role == "mission_type":
            roles[role] = self._of(_MISSIONS)
        elif role == "office":
            roles[role] = {"name": self._of(_OFFICES)}
        elif role == "value":
            roles[role] = self._of(_VALUES)
        elif role in ("title", "subject", "body"):
            name = f"{role} {int(200 * self.chance.random())}"
            roles[role] = {"name": name, "text": name}

    def _of(self, choices: tuple[Any, ...]) -> Any:
        return choices[int(len(choices) * self.chance.random())]
