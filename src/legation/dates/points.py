"""What an expression says before it is placed: a point of a calendar, or a step from another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legation.dates.calendars import gregorian_day, month_of_larger_share, year_of_larger_share

GREGORIAN = "gregorian"
YEARS_BEHIND = {"jalali": 621, "bangla": 593}
"""How far the year of a calendar, at its beginning, is behind ours."""


@dataclass(frozen=True, slots=True)
class Step:
    """So many units away from the date that the text, or the document, has reached.

    `anchor` tells from which: text, document, or either (the document's where the text has none).
    For the unit `weekday`, `named` is the day of the week, Monday being 1; for the unit `named` the
    step leads to the month or season that the point names ('last April').
    """

    unit: str
    amount: int
    anchor: str
    named: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A date as far as its words give it; `width` is 10 for a decade and 100 for a century."""

    calendar: str = GREGORIAN
    year: int | None = None
    width: int = 1
    season: int | None = None
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    step: Step | None = None

    @property
    def depth(self) -> int:
        """How fine the point is: 0 year or coarser, 1 month or season, 2 day."""
        return (self.month is not None or self.season is not None) + (self.day is not None)


def write(point: Point) -> str | None:
    """The point in EDTF, or None where it has no year or its calendar no such day.

    >>> write(Point("jalali", 1367, month=5))
    '1988-08~'
    >>> write(Point(year=1980, width=10, approximate=True))
    '198X~'
    """
    if point.year is None:
        return None
    try:
        return _placed(point) + ("~" if _is_about(point) else "")
    except (ValueError, OverflowError):
        return None


def _is_about(point: Point) -> bool:
    if point.season is not None:
        return False
    converted = point.calendar != GREGORIAN and point.day is None
    return point.approximate or converted


def _placed(point: Point) -> str:
    year = point.year or 0
    if point.width > 1:
        return _coarse(point, year)
    if point.month is not None and point.day is not None:
        return gregorian_day(point.calendar, year, point.month, point.day).isoformat()
    if point.season is not None:
        return f"{_season_year(point, year):04d}-{point.season}"
    if point.calendar == GREGORIAN:
        month = "" if point.month is None else f"-{date(year, point.month, 1).month:02d}"
        return f"{date(year, 1, 1).year:04d}{month}"
    if point.month is None:
        return f"{year_of_larger_share(point.calendar, year):04d}"
    return "{:04d}-{:02d}".format(*month_of_larger_share(point.calendar, year, point.month))


def _coarse(point: Point, year: int) -> str:
    if point.calendar != GREGORIAN:
        year = year_of_larger_share(point.calendar, year, point.width)
    digits = 1 if point.width == 10 else 2
    return f"{year:04d}"[: 4 - digits] + "X" * digits


def _season_year(point: Point, year: int) -> int:
    if point.calendar == GREGORIAN:
        return year
    middle = ((point.season or 21) - 21) * 3 + 2
    if point.calendar != "jalali":
        return year_of_larger_share(point.calendar, year)
    return gregorian_day("jalali", year, middle, 15).year
