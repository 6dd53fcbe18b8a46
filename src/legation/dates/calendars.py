"""Days of other calendars as days of ours.

Jalali is the solar Hijri calendar of Iran and Afghanistan; `hijri` the lunar one (the Umm al-Qura
tables where they reach, the arithmetic calendar elsewhere); `bangla` the Bengali calendar as
Bangladesh keeps it, whose first day is always 14 April.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

_HIJRI_TABLES = range(1343, 1501)
_HIJRI_EPOCH = 227015
_BANGLA_MONTHS = (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 29, 30)
_BANGLA_OFFSET = 593


def gregorian_day(calendar: str, year: int, month: int, day: int) -> date:
    """The day of our calendar; raises ValueError where the other has no such day.

    >>> gregorian_day("jalali", 1371, 12, 27)
    datetime.date(1993, 3, 18)
    """
    if calendar == "jalali":
        from persiantools.jdatetime import JalaliDate

        solar: Any = JalaliDate
        return date.fromordinal(solar(year, month, day).to_gregorian().toordinal())
    if calendar == "hijri":
        return _hijri_day(year, month, day)
    if calendar == "bangla":
        return _bangla_day(year, month, day)
    return date(year, month, day)


@lru_cache(maxsize=4096)
def month_of_larger_share(calendar: str, year: int, month: int) -> tuple[int, int]:
    """Year and month of ours that hold most days of a month of another calendar.

    >>> month_of_larger_share("jalali", 1367, 5)
    (1988, 8)
    """
    days = _days_between(calendar, (year, month), (year + month // 12, month % 12 + 1))
    shares = Counter((day.year, day.month) for day in days)
    return max(shares, key=lambda key: shares[key])


@lru_cache(maxsize=4096)
def year_of_larger_share(calendar: str, year: int, width: int = 1) -> int:
    """The year of ours (decade for width 10, century for 100) that shares most days.

    >>> year_of_larger_share("jalali", 1358), year_of_larger_share("jalali", 1360, 10)
    (1979, 1980)
    """
    first = gregorian_day(calendar, year, 1, 1)
    last = gregorian_day(calendar, year + width, 1, 1) - timedelta(days=1)
    cut = date(last.year // width * width, 1, 1)
    return (last if (last - cut) >= (cut - first) else first).year // width * width


def _days_between(calendar: str, start: tuple[int, int], stop: tuple[int, int]) -> list[date]:
    first = gregorian_day(calendar, *start, 1)
    length = (gregorian_day(calendar, *stop, 1) - first).days
    return [first + timedelta(days=ahead) for ahead in range(length)]


def _hijri_day(year: int, month: int, day: int) -> date:
    if year in _HIJRI_TABLES:
        from hijridate import Hijri

        return date.fromordinal(Hijri(year, month, day).to_gregorian().toordinal())
    if not (year >= 1 and 1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError("no such day in the lunar calendar")
    before = (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_HIJRI_EPOCH + before + (59 * (month - 1) + 1) // 2 + day - 1)


def _bangla_day(year: int, month: int, day: int) -> date:
    leap = (year + _BANGLA_OFFSET + 1) % 4 == 0
    length = _BANGLA_MONTHS[month - 1] + (leap and month == 11)
    if not 1 <= day <= length:
        raise ValueError("no such day in the Bengali calendar")
    before = sum(_BANGLA_MONTHS[: month - 1]) + (leap and month == 12)
    return date(year + _BANGLA_OFFSET, 4, 14) + timedelta(days=before + day - 1)
