"""Confidence: how often claims like this one are right, by what a claim can tell of itself.

Every kind has its odds of being right, and every doubt that a claim raises lowers them by a
factor. Odds and factors are measured, not chosen: confidence.yaml says on what.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from legation.model.claims import Claim
from legation.model.errors import DataError
from legation.model.kinds import kinds
from legation.model.spans import Span
from legation.model.tables import read_table

LEAST, MOST = 0.05, 0.99
_PARTED, _FAR = 20, 60
"""Characters between two parties from which they stand apart, and far apart."""
_LONG = 120
_DATES = {"carried": "date carried", "document": "date relative", "anchored": "date anchored"}
DOUBTS = (
    "party supplied",
    "parties supplied",
    "parties apart",
    "parties far apart",
    "few particulars",
    "no particulars",
    "long quote",
    "no date",
    *_DATES.values(),
    "denied",
    "alleged",
    "planned",
)
"""What can be doubtful about a claim; confidence.yaml has a factor for each."""


@dataclass(frozen=True, slots=True)
class Table:
    """The odds of each kind, the factor of each doubt, and that of documents never seen."""

    odds: Mapping[str, float]
    factors: Mapping[str, float]
    unseen: float


def confidence(claim: Claim) -> float:
    """How likely a claim is right, from 0.05 to 0.99; its own `confidence` is not looked at.

    >>> from legation.model.claims import Source
    >>> source = Source("", "", "en", 0, 31, "Peru opened an embassy in Warsaw", {})
    >>> roles = {"sender": "PER", "host": "POL"}
    >>> opened = Claim("mission_opened", roles, source, "1969", "stated")
    >>> alleged = Claim("mission_opened", roles, source, "1969", "stated", modality="alleged")
    >>> LEAST <= confidence(alleged) < confidence(opened) <= MOST
    True
    """
    known = table()
    odds = known.odds[claim.kind] * known.unseen
    for doubt in doubts(claim):
        odds *= known.factors[doubt]
    return round(min(max(odds / (1 + odds), LEAST), MOST), 3)


def doubts(claim: Claim) -> tuple[str, ...]:
    """What is doubtful about a claim, in the order of DOUBTS.

    >>> from legation.model.claims import Source
    >>> source = Source("", "", "en", 0, 9, "Oslo said", {"by": Span(0, 4)})
    >>> doubts(Claim("criticism", {"by": "NOR", "against": "PER"}, source, polarity="denied"))
    ('party supplied', 'few particulars', 'no particulars', 'no date', 'denied')
    """
    raised = {_DATES.get(claim.when_basis or "", ""), claim.polarity, claim.modality}
    if claim.when is None:
        raised.add("no date")
    if len(claim.source.quote) > _LONG:
        raised.add("long quote")
    _of_parties(claim, raised)
    _of_particulars(claim, raised)
    return tuple([doubt for doubt in DOUBTS if doubt in raised])


def _of_parties(claim: Claim, raised: set[str]) -> None:
    start, end, spans = claim.source.start, claim.source.end, claim.source.spans
    inside: set[Span] = set()
    supplied = False
    for name in _parties(claim):
        span = spans.get(name)
        if span and start <= span.start and span.end <= end:
            inside.add(span)
        else:
            supplied = True
    if supplied:
        raised.add("party supplied" if inside else "parties supplied")
    if len(inside) > 1:
        between = max(b.start - a.end for a, b in pairwise(sorted(inside)))
        if between > _PARTED:
            raised.add("parties apart")
        if between > _FAR:
            raised.add("parties far apart")


def _parties(claim: Claim) -> list[str]:
    """The names under which a claim's spans hold what its key roles name."""
    names: list[str] = []
    for role in kinds()[claim.kind].key:
        value = claim.roles.get(role)
        if isinstance(value, list) and role not in claim.source.spans:
            names += [f"{role}.{one}" for one in value if isinstance(one, str)]
        elif value is not None:
            names.append(role)
    return names


def _of_particulars(claim: Claim, raised: set[str]) -> None:
    key = kinds()[claim.kind].key
    more = sum(role not in key for role in claim.roles)
    if more <= 1:
        raised.add("few particulars")
    if not more:
        raised.add("no particulars")


@cache
def table() -> Table:
    """The table of confidence.yaml; raises DataError (LG-D001) where it breaks its own schema."""
    return table_from(read_table("legation.extraction", "confidence.yaml"))


def table_from(rows: Mapping[str, Any]) -> Table:
    """The table that the rows of confidence.yaml describe; raises DataError (LG-D001).

    >>> table_from({"unseen": 1.0, "kinds": {}, "doubts": {}})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    legation.model.errors.DataError: LG-D001: ... (confidence.yaml); ...
    """
    odds = {kind: float(row["odds"]) for kind, row in rows["kinds"].items()}
    factors = {doubt: float(row["factor"]) for doubt, row in rows["doubts"].items()}
    unseen = float(rows["unseen"])
    whole = odds.keys() == kinds().keys() and factors.keys() == set(DOUBTS)
    if not whole or min(odds.values()) <= 0 or not all(0 < f <= 1 for f in factors.values()):
        raise DataError(
            "LG-D001",
            "a kind or a doubt is missing or unknown, or its figure is out of bounds",
            where="confidence.yaml",
            remedy="run python genscripts/confidence.py",
        )
    return Table(odds, factors, unseen)
