"""Lines of time written down: a row for each mark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from legation.reconciliation.kept.shelf import Shelf
from legation.reconciliation.kept.shelving import Shelving
from legation.reconciliation.lazily import Lazily
from legation.reconciliation.marks import Mark
from legation.reconciliation.timeline import Bounds, Timeline

Row = list[Any]
_EARLIEST, _LATEST, _HOLDS_UNTIL = range(3)
_USUAL: Row = [None, None, None, [], None, False, None, None, None, [], [], [], True]
"""What a mark has most often, in the order in which a row has it; at the end of a row that is left
out."""


def written(line: Timeline, shelving: Shelving) -> int:
    """The number of a line: its dated and its undated marks, a row for each."""
    rows = [[_row(mark, shelving) for mark in marks] for marks in (line.dated, line.timeless)]
    return shelving.line(rows)


def read(number: int, shelf: Shelf) -> Timeline:
    """The line that `written` wrote; its marks are read when they are looked at."""
    dated, timeless = shelf.line(number)
    held = accumulate((row[_HOLDS_UNTIL] for row in dated), max)
    bounds = Bounds([row[_EARLIEST] for row in dated], [row[_LATEST] for row in dated], list(held))
    return Timeline(_marks(dated, shelf), _marks(timeless, shelf), bounds)


def _row(mark: Mark, shelving: Shelving) -> Row:
    row = [
        mark.earliest,
        mark.latest,
        mark.holds_until,
        shelving.facts(mark.facts),
        mark.value,
        mark.onset,
        mark.since,
        mark.until,
        mark.presupposes,
        shelving.facts([mark.holder] if mark.holder else []),
        list(mark.rules),
        list(mark.told_at),
        mark.dated,
    ]
    while row[-1] == _USUAL[len(row) - 1]:
        row.pop()
    return row


def _marks(rows: Sequence[Row], shelf: Shelf) -> Sequence[Mark]:
    return Lazily(range(len(rows)), lambda place: _mark(rows[place], shelf))


def _mark(row: Row, shelf: Shelf) -> Mark:
    whole = row + _USUAL[len(row) :]
    first, last, held, facts, value, onset, since, until, prior, holder, rules, at, dated = whole
    return Mark(
        first,
        last,
        value,
        shelf.facts(facts),
        onset,
        shelf.facts(holder)[0] if holder else None,
        held,
        since,
        until,
        prior,
        dated,
        tuple(rules),
        tuple(at),
    )
