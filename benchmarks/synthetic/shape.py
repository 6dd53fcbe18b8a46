"""The shape of the synthetic record: who is written about, of what kind, and when.

Kinds, dates and modalities are drawn as often as careful readers found them in the documents of
`tests/corpora/*/open`: 5438 claims of 133 documents.
"""

from __future__ import annotations

import random
from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate, combinations

from legation.entities import states

STATES = 200
ZIPF = 0.5
"""Claims of the pair of rank r are as r to the power of minus this: of 2 million claims the
busiest pair has some 7000, that of the middle some 70."""

KINDS = {
    "visit": 443,
    "agreement_signed": 390,
    "membership": 386,
    "mission_present": 364,
    "envoy_tenure": 346,
    "mission_opened": 239,
    "recognition": 233,
    "meeting": 223,
    "relations_established": 155,
    "trade": 145,
    "aid": 141,
    "relations_severed": 136,
    "criticism": 136,
    "attack": 127,
    "occupation": 120,
    "dispute": 105,
    "war": 101,
    "consultation": 101,
    "mission_closed": 100,
    "tenor": 100,
    "sanction": 88,
    "relations_restored": 83,
    "military_cooperation": 75,
    "envoy_recalled": 65,
    "joint_body": 60,
    "diaspora": 58,
    "relations_maintained": 52,
    "arms_supply": 49,
    "mission_reopened": 48,
    "transport_link": 48,
    "training": 35,
    "investment": 34,
    "debt": 34,
    "ceasefire": 18,
}
DATES = {"none": 1863, "day": 1235, "month": 1033, "year": 825, "span": 482}
MODALITIES = {"asserted": 5178, "planned": 199, "alleged": 61}
POLARITIES = {"affirmed": 5106, "denied": 332}
LANGUAGES = {"en": 5, "fa": 2, "bn": 1, "ru": 2}
FIRST_YEAR, LAST_YEAR = 1900, 2025


class Drawn:
    """Names drawn as often as their weights say."""

    def __init__(self, weights: dict[str, int], chance: random.Random) -> None:
        self._names = list(weights)
        self._bounds = list(accumulate(weights.values()))
        self._random = chance.random

    def __call__(self) -> str:
        """The next name."""
        return self._names[bisect(self._bounds, self._random() * self._bounds[-1])]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of states, each drawn the more often the further ahead it stands."""

    ranked: list[tuple[str, str]]
    bounds: list[float]

    @classmethod
    def of(cls, chance: random.Random) -> Pairs:
        """The pairs of 200 states that exist, in an order of chance."""
        codes = [code for code, state in states().items() if state.end is None][:STATES]
        ranked = list(combinations(sorted(codes), 2))
        chance.shuffle(ranked)
        return cls(ranked, list(accumulate((1 + n) ** -ZIPF for n in range(len(ranked)))))

    def drawn(self, at: float) -> tuple[str, str]:
        """The pair at a place between 0 and 1 of all claims."""
        return self.ranked[bisect(self.bounds, at * self.bounds[-1])]


def date_of(form: str, chance: random.Random) -> str | None:
    """A date of a form, in EDTF; later years are more often written about."""
    if form == "none":
        return None
    year = FIRST_YEAR + int((LAST_YEAR - FIRST_YEAR) * chance.random() ** 0.5)
    if form == "span":
        return f"{year}/{year + 1 + int(8 * chance.random())}"
    month = f"{year}-{1 + int(12 * chance.random()):02}"
    if form == "day":
        return f"{month}-{1 + int(28 * chance.random()):02}"
    return month if form == "month" else str(year)
