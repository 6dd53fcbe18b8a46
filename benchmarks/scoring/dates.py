"""Agreement of dates: what a reader wrote down, no coarser and no finer."""

from __future__ import annotations

from legation.model.edtf import Missing, Moment, parse
from legation.model.errors import DateError

_LAST_MONTH = 12


def same_date(wanted: str | None, given: str | None) -> bool:
    """Whether a date in EDTF is the reader's; where the reader gives none, any will do.

    An approximate date or a season needs its year alone; an interval agrees end by end.

    >>> same_date("1993-03-18", "1993-03-18"), same_date("1993-03-18", "1993-03")
    (True, False)
    >>> same_date("2006~", "2006-07"), same_date("2010-07/2015-11", "2010-07/..")
    (True, False)
    """
    if wanted is None or wanted == given:
        return True
    if not given:
        return False
    try:
        ours, theirs = parse(wanted), parse(given)
    except DateError:
        return False
    return _same_end(ours.lower, theirs.lower) and _same_end(ours.upper, theirs.upper)


def _same_end(wanted: Moment | Missing, given: Moment | Missing) -> bool:
    if isinstance(wanted, Missing) or isinstance(given, Missing):
        return isinstance(wanted, Missing) and isinstance(given, Missing)
    if "X" in wanted.year + given.year:
        return all(a == b or "X" in (a, b) for a, b in zip(wanted.year, given.year, strict=True))
    if wanted.year != given.year:
        return False
    return bool(wanted.mark) or _season(wanted) or _finer(wanted) == _finer(given)


def _season(moment: Moment) -> bool:
    return moment.month.isdigit() and int(moment.month) > _LAST_MONTH


def _finer(moment: Moment) -> tuple[str, str]:
    """Month and day as far as they are given; digits left open, and seasons, give none."""
    month = "" if _season(moment) else moment.month
    return month.strip("X"), moment.day.strip("X")
