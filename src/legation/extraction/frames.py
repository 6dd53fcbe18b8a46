"""Frames: which concepts, standing together in a clause, state which kind of claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from legation.model.errors import DataError
from legation.model.kinds import kinds
from legation.model.tables import read_table

_REACH = 12
_ROLES = frozenset(
    [
        "pair",
        "hosted",
        "directed",
        "mission",
        "envoy",
        "recall",
        "expulsion",
        "accreditation",
        "member",
        "state",
        "places",
        "mediation",
        "protest",
    ]
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of frames.yaml; the fields are explained there."""

    kind: str
    head: frozenset[str]
    roles: str
    needs: frozenset[str] = frozenset()
    value: frozenset[str] = frozenset()
    reach: int = _REACH
    x: Mapping[str, int] = field(default_factory=dict)
    y: Mapping[str, int] = field(default_factory=dict)
    named: int = 0
    lone: bool = False
    multi: bool = False
    person: bool = False
    placed: bool = False
    takes: bool = False
    genitive: str = ""
    ending: str = ""
    lends: bool = False
    sole: bool = False
    dated: bool = False
    passive: bool = False
    ends: bool = False
    beside: int = 0
    tight: bool = False
    verbless: bool = False
    strict: bool = False
    own: bool = False
    abroad: bool = False
    order: str = ""
    lasts: bool = False
    crowd: str = ""
    by_name: bool = False
    without: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    set: Mapping[str, str] = field(default_factory=dict)
    renamed: tuple[str, ...] = ()


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, in the order in which they may claim their words."""
    rows = read_table("legation.extraction", "frames.yaml")
    return tuple(_frame(i, row) for i, row in enumerate(rows))


def _frame(number: int, row: dict[str, Any]) -> Frame:
    if row.get("kind") not in kinds() or row.get("roles") not in _ROLES:
        raise DataError(
            "LG-D002",
            f"frame {number} names an unknown kind or way of roles",
            where="extraction/frames.yaml",
            remedy=f"see {row}",
        )
    names = {"with": "needs", "not": "without", "as": "renamed"}
    sets = {"head", "needs", "value", "without", "also"}
    fields = {names.get(k, k): v for k, v in row.items()}
    for name in sets & fields.keys():
        fields[name] = frozenset(fields[name])
    if "renamed" in fields:
        fields["renamed"] = tuple(fields["renamed"])
    return Frame(**fields)


@cache
def heads() -> frozenset[str]:
    """Every concept that is the head of a frame."""
    return frozenset(concept for frame in frames() for concept in frame.head)


@cache
def telling() -> frozenset[str]:
    """The concepts that say something by themselves, as a title beside a date does not."""
    told = (f for f in frames() if not f.beside and not f.verbless)
    return frozenset(concept for frame in told for concept in frame.head)


@cache
def deeds() -> frozenset[str]:
    """The heads that are no object of another: what only a verb can say."""
    return heads() - objects()


@cache
def objects() -> frozenset[str]:
    """The concepts that one clause may name and the next only mean ('and reopened it')."""
    lent = (f for f in frames() if f.takes or f.lends)
    return frozenset(concept for frame in lent for concept in frame.needs)


@cache
def lent_to() -> frozenset[str]:
    """The heads whose object may be meant without being named."""
    lent = (f for f in frames() if f.takes or f.lends)
    return frozenset(concept for frame in lent for concept in frame.head)
