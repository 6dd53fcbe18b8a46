"""The days that one written date can mean.

An approximate or doubted date reaches further than its words, by this rule: a day seven days
either way, a month one month, a season one month, a year one year, a decade two years, a
century (or what is coarser) ten. Spring is March to May, summer June to August, autumn
September to November; winter is said of either end of a year, so it runs from that January to
the February of the year after.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 14)}
_DAY_SLACK = timedelta(days=7)
_YEAR_SLACK = (1, 2, 10, 10, 10)


class MomentBounds(NamedTuple):
    """The first and the last day that a date can mean, and whether they are those it names."""

    earliest: date
    latest: date
    exact: bool


def bounds_of(year: str, month: str, day: str, approximate: bool) -> MomentBounds:
    """The bounds of a date given as its written parts.

    >>> bounds_of("2014", "08", "", True).earliest
    datetime.date(2014, 7, 1)
    """
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month.isdigit() and day.isdigit():
        return _day_bounds(first, last, int(month), int(day), approximate)
    if month.isdigit():
        start, stop = _SEASON_MONTHS.get(int(month), (int(month), int(month)))
        slack = int(approximate)
        low, high = _month_start(first, start - slack), _month_end(last, stop + slack)
        return MomentBounds(low, high, not approximate)
    slack = _YEAR_SLACK[year.count("X")] if approximate else 0
    return MomentBounds(
        _month_start(first - slack, 1), _month_end(last + slack, 12), not approximate
    )


def _day_bounds(first: int, last: int, month: int, day: int, approximate: bool) -> MomentBounds:
    low, high = _existing_day(first, month, day), _existing_day(last, month, day)
    if not approximate:
        return MomentBounds(low, high, True)
    return MomentBounds(
        date.fromordinal(max(1, low.toordinal() - _DAY_SLACK.days)),
        date.fromordinal(min(date.max.toordinal(), high.toordinal() + _DAY_SLACK.days)),
        False,
    )


def _existing_day(year: int, month: int, day: int) -> date:
    year = min(9999, max(1, year))
    return date(year, month, min(day, monthrange(year, month)[1]))


def _month_start(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date.min if year < 1 else date(min(year, 9999), month, 1)


def _month_end(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if year > 9999:
        return date.max
    year = max(year, 1)
    return date(year, month, monthrange(year, month)[1])
