"""The values in the slots of a form that matched, and what joins several in one slot."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

from legation.dates.grammar import Found
from legation.dates.runs import Run

_KEYS = {
    "days": ("ordinal", "number", "cardinal"),
    "months": ("month", "number"),
    "years": ("number",),
    "decades": ("tens", "number"),
    "centuries": ("ordinal", "number", "cardinal"),
    "count": ("cardinal", "number"),
    "season": ("season",),
    "era": ("era",),
    "unit": ("unit",),
    "dayword": ("dayword",),
    "weekday": ("weekday",),
    "numdate": ("numdate",),
    "yearpair": ("yearpair",),
}
LISTS = ("days", "months", "years", "decades", "centuries")


class Value(NamedTuple):
    """A value in a slot, and the index of its token in the run."""

    value: Any
    token: int


class Group(NamedTuple):
    """One item of a list: a single value, or the two ends of a range."""

    values: list[Value]

    @property
    def ranges(self) -> bool:
        """Whether the item goes from one value to another."""
        return len(self.values) > 1


Slots = dict[str, list[Group]]


def read_slots(found: Found, run: Run, ranging: frozenset[str]) -> Slots:
    """The items of every slot that holds a value, in their order."""
    slots: Slots = {}
    for name, span in found.slots.items():
        values = _values(name, span, run)
        if name == "part":
            slots[name] = [Group([Value(True, run.places[span[0]])])]
        elif values:
            slots[name] = _grouped(values, run, ranging)
    return slots


def first(slots: Slots, name: str) -> Any:
    """The first value of a slot, or None."""
    return slots[name][0].values[0].value if name in slots else None


def _values(name: str, span: tuple[int, int], run: Run) -> list[Value]:
    found: list[Value] = []
    for place in run.places[slice(*span)]:
        if place < 0:
            continue
        known = run.tokens[place].values
        key = next((key for key in _KEYS.get(name, ()) if key in known), None)
        if key:
            found.append(Value(known[key], place))
    return found


def _grouped(values: list[Value], run: Run, ranging: frozenset[str]) -> list[Group]:
    groups = [Group([values[0]])]
    for previous, value in pairwise(values):
        between = run.between(previous.token, value.token)
        if ranging.isdisjoint(between) or groups[-1].ranges:
            groups.append(Group([value]))
        else:
            groups[-1].values.append(value)
    return groups
