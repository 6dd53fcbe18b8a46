"""Causes: what is amiss with a claim that agrees with none, told from the nearest one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from scoring.agreement import Row, same_kind, same_modality, same_polarity, same_roles

Cause = Literal["date", "polarity", "modality", "kind", "parties", "nothing near"]
CAUSES: tuple[Cause, ...] = ("date", "polarity", "modality", "kind", "parties", "nothing near")
"""From the slightest to the gravest; the last where nothing of that kind stands near."""


class Placed(NamedTuple):
    """A row with the places in the text where its quote stands."""

    row: Row
    places: tuple[tuple[int, int], ...]

    def near(self, other: Placed) -> bool:
        """Whether the quotes of both share words."""
        return any(a < d and c < b for a, b in self.places for c, d in other.places)


def placed(row: Row, text: str) -> Placed:
    """A row with its places: those of its source, or wherever the text has a reader's quote.

    >>> placed({"quote": "Oslo"}, "Oslo is Oslo").places
    ((0, 4), (8, 12))
    """
    source = row.get("source")
    if source:
        return Placed(row, ((source["start"], source["end"]),))
    quote, places = row.get("quote") or "", []
    at = text.find(quote) if quote else -1
    while at >= 0:
        places.append((at, at + len(quote)))
        at = text.find(quote, at + 1)
    return Placed(row, tuple(places))


def cause(one: Placed, others: Iterable[Placed]) -> Cause:
    """Why a claim agrees with none of the others: what the nearest of them has otherwise."""
    found = (_difference(one, other) for other in others)
    return min(found, key=CAUSES.index, default="nothing near")


def _difference(one: Placed, other: Placed) -> Cause:
    wanted, given = one.row, other.row
    if not same_kind(wanted, given, "loose"):
        return "nothing near"
    if not (same_roles(wanted, given) or same_roles(given, wanted)):
        return "parties" if one.near(other) else "nothing near"
    if not same_polarity(wanted, given):
        return "polarity" if one.near(other) else "nothing near"
    if not same_modality(wanted, given):
        return "modality"
    return "date" if same_kind(wanted, given, "strict") else "kind"
