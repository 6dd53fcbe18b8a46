"""Dates as days that can be counted: whether they agree, which is finer, what they come to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from legation.model.edtf import Edtf, Moment, is_edtf, parse
from legation.model.extent import extent

LONG_AGO, NEVER = 0, date.max.toordinal() + 1


class Days(NamedTuple):
    """The bounds of a beginning and of an end, as ordinal days; LONG_AGO and NEVER are open."""

    begin_earliest: int
    begin_latest: int
    end_earliest: int
    end_latest: int
    interval: bool

    @property
    def width(self) -> int:
        """How many days a single date leaves open."""
        return self.end_latest - self.begin_earliest

    def meets(self, other: Days) -> bool:
        """Whether both can be of the same thing: their bounds overlap."""
        return self.begin_earliest <= other.end_latest and other.begin_earliest <= self.end_latest


@cache
def days_of(when: str) -> Days:
    """The bounds that an EDTF date gives; raises DateError.

    >>> days_of("1993-03-18").width, days_of("2010/..").end_latest == NEVER
    (0, True)
    """
    edtf = parse(when)
    bounds = extent(edtf)
    begin = [LONG_AGO if day is None else day.toordinal() for day in bounds[:2]]
    end = [NEVER if day is None else day.toordinal() for day in bounds[2:]]
    return Days(begin[0], begin[1], end[0], end[1], edtf.interval)


def is_exact(when: str) -> bool:
    """Whether a date means no day but those that it names: none about it, and none in doubt.

    >>> is_exact("2010-07"), is_exact("2010~")
    (True, False)
    """
    return all(
        end.bounds.exact
        for end in (parse(when).lower, parse(when).upper)
        if isinstance(end, Moment)
    )


def agree(a: str, b: str) -> bool:
    """Whether two dates can be of the same thing: their bounds overlap.

    >>> agree("2010", "2010-07"), agree("1993", "1994")
    (True, False)
    """
    return days_of(a).meets(days_of(b))


def finest(dates: Collection[str]) -> str:
    """Of dates that agree, the finest; of equally fine ones, the earliest.

    >>> finest(["2010", "2010-07", "201X"])
    '2010-07'
    """
    return min(dates, key=lambda when: (days_of(when).width, days_of(when).begin_earliest, when))


def spanning(dates: Collection[str]) -> str:
    """Spans of time that overlap are one, from the finest beginning given to the finest end.

    >>> spanning(["198X", "1980-09/..", "../1988"])
    '1980-09/1988'
    """
    intervals = [parse(when) for when in sorted(set(dates)) if days_of(when).interval]
    begins = _ends(edtf.lower for edtf in intervals)
    ends = _ends(edtf.upper for edtf in intervals)
    if not begins and not ends:
        return finest(dates)
    whole = f"{begins[0] if begins else '..'}/{ends[0] if ends else '..'}"
    return whole if is_edtf(whole) else finest(dates)


def since(when: str) -> str | None:
    """The beginning of a date as EDTF: of an interval its first end, None where that is open.

    >>> since("2010-07/2015-11"), since("2010"), since("../1967")
    ('2010-07', '2010', None)
    """
    return _moment(parse(when).lower)


def until(when: str) -> str | None:
    """The end of an interval as EDTF; None where it is open, or the date is none.

    >>> until("2010-07/2015-11"), until("2010")
    ('2015-11', None)
    """
    edtf: Edtf = parse(when)
    return _moment(edtf.upper) if edtf.interval else None


def _moment(end: object) -> str | None:
    return str(end) if isinstance(end, Moment) else None


def _ends(ends: Iterable[object]) -> list[Moment]:
    moments = {end for end in ends if isinstance(end, Moment)}
    return sorted(moments, key=lambda m: ((m.latest - m.earliest).days, m.earliest, str(m)))
