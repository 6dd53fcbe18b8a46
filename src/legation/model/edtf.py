"""Dates as the record writes them: EDTF (ISO 8601-2), read, checked and written.

What is kept is level 1 with the parts of level 2 that the record needs: a year, a month or a
day; `?`, `~` and `%`; digits left open (`198X`, `2004-XX`); seasons 21 to 24; intervals whose
ends may be open (`..`) or unknown (nothing). How such dates compare is in `extent`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from legation.model.errors import DateError
from legation.model.moment_bounds import MomentBounds, bounds_of

_MOMENT = re.compile(
    r"(?P<year>(?=[0-9X]{4})[0-9]{0,4}X{0,4})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)",
    re.ASCII,
)
_SEASONS = range(21, 25)


class Missing(Enum):
    """An end of an interval that has no date: still going on (`..`), or not known (nothing)."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """One date as written: four characters of year, then month and day where they are given.

    `month` and `day` are two characters each (`XX` where left open), or empty; `mark` is one of
    `?`, `~`, `%`, or empty.

    >>> str(Moment("1982", "22", "", "~"))
    '1982-22~'
    """

    year: str
    month: str = ""
    day: str = ""
    mark: str = ""

    def __str__(self) -> str:
        return "-".join(part for part in (self.year, self.month, self.day) if part) + self.mark

    @property
    def approximate(self) -> bool:
        """Whether the date is only about right, or doubted."""
        return bool(self.mark)

    @property
    def bounds(self) -> MomentBounds:
        """The first and the last day that the date can mean, and what lies beyond doubt."""
        return bounds_of(self.year, self.month, self.day, self.approximate)

    @property
    def earliest(self) -> date:
        """The first day that the date can mean.

        >>> parse("2010~").lower.earliest
        datetime.date(2009, 1, 1)
        """
        return self.bounds.earliest

    @property
    def latest(self) -> date:
        """The last day that the date can mean.

        >>> parse("198X").lower.latest
        datetime.date(1989, 12, 31)
        """
        return self.bounds.latest


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, or an interval between two; a single date has itself at both ends.

    >>> str(parse("2010-07/2015-11").upper)
    '2015-11'
    """

    lower: Moment | Missing
    upper: Moment | Missing
    interval: bool = False

    def __str__(self) -> str:
        if not self.interval:
            return str(self.lower)
        return f"{_written(self.lower)}/{_written(self.upper)}"

    @property
    def earliest(self) -> date | None:
        """The first day that the date can touch; None where it has no beginning.

        >>> parse("../1967").earliest is None
        True
        """
        return self.lower.earliest if isinstance(self.lower, Moment) else None

    @property
    def latest(self) -> date | None:
        """The last day that the date can touch; None where it has no end.

        >>> parse("2010-07/2015-11").latest
        datetime.date(2015, 11, 30)
        """
        return self.upper.latest if isinstance(self.upper, Moment) else None


def _written(end: Moment | Missing) -> str:
    return str(end) if isinstance(end, Moment) else end.value


@lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """The date that `text` writes in EDTF.

    Raises DateError LG-T001 where it is not EDTF, LG-T002 where the calendar has no such day,
    LG-T003 where an interval ends before it begins.

    >>> parse("1983/..").upper
    <Missing.OPEN: '..'>
    >>> parse("2001-02-30")
    Traceback (most recent call last):
    legation.model.errors.DateError: LG-T002: the calendar has no such day (2001-02-30); ...
    """
    left, slash, right = text.partition("/")
    if not slash:
        moment = _moment(left, text)
        return Edtf(moment, moment)
    found = Edtf(_end(left, text), _end(right, text), interval=True)
    if isinstance(found.lower, Missing) and isinstance(found.upper, Missing):
        raise _not_edtf(text)
    _check_order(found, text)
    return found


def is_edtf(text: str) -> bool:
    """Whether `parse` would read `text`.

    >>> is_edtf("2006~"), is_edtf("mid-2006")
    (True, False)
    """
    try:
        parse(text)
    except DateError:
        return False
    return True


def _end(text: str, whole: str) -> Moment | Missing:
    if text in ("..", ""):
        return Missing(text)
    return _moment(text, whole)


def _moment(text: str, whole: str) -> Moment:
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise _not_edtf(whole)
    year, month, day, mark = (found[name] or "" for name in ("year", "month", "day", "mark"))
    if not _exists(year, month, day):
        raise DateError(
            "LG-T002",
            "the calendar has no such day",
            where=whole,
            remedy="months go from 01 to 12, seasons from 21 to 24",
        )
    return Moment(year, month, day, mark)


def _exists(year: str, month: str, day: str) -> bool:
    if year == "0000":
        return False
    if month.isdigit() and not (1 <= int(month) <= 12 or (int(month) in _SEASONS and not day)):
        return False
    if not day.isdigit():
        return True
    length = 31
    if month.isdigit():
        length = monthrange(int(year) if year.isdigit() else 2000, int(month))[1]
    return 1 <= int(day) <= length


def _check_order(found: Edtf, text: str) -> None:
    if found.earliest and found.latest and found.earliest > found.latest:
        raise DateError(
            "LG-T003", "the interval ends before it begins", where=text, remedy="swap its ends"
        )


def _not_edtf(text: str) -> DateError:
    return DateError(
        "LG-T001",
        "this is not a date in EDTF",
        where=text,
        remedy="write 2010, 2010-07, 2010-07-05, 198X, 2006~, 1982-22 or 2010/2015",
    )
