"""The day on which a state was no more: exact where it is known, else the end of its last year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from legation.entities.statehood import states
from legation.model.tables import read_table


def gone_on(code: str) -> date | None:
    """The first day on which a state was no more; None if it is still there, or is no state.

    >>> gone_on("SUN"), gone_on("IRQ")
    (datetime.date(1991, 12, 26), None)
    """
    if code in _known():
        return _known()[code]
    state = states().get(code)
    return None if state is None or state.end is None else date(state.end + 1, 1, 1)


@cache
def _known() -> Mapping[str, date]:
    table: Mapping[str, date] = read_table("legation.entities", "ends.yaml")
    return table
