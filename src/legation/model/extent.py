"""How dates compare, when they are too coarse to compare: certainly, possibly, or not.

A dated thing begins on some day and ends on some day; a coarse date only bounds the two. So an
`Extent` has four days: the earliest and the latest on which it can begin, and the same for its
end. *Certainly* holds for every choice within the bounds, *possibly* for at least one. A single
date speaks of something that happened within it, not of all its days: an embassy 'opened in
2010' is not certainly there in June.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from legation.model.edtf import Edtf, Missing, Moment

Coverage = Literal["certain", "possible", "no"]
_BEFORE_ALL, _AFTER_ALL = 0, date.max.toordinal() + 1


class Extent(NamedTuple):
    """The bounds of a beginning and of an end; None is without bound, outwards.

    >>> from legation.model.edtf import parse
    >>> extent(parse("2010-07/..")).begin_latest
    datetime.date(2010, 7, 31)
    """

    begin_earliest: date | None
    begin_latest: date | None
    end_earliest: date | None
    end_latest: date | None


class _Days(NamedTuple):
    begin_earliest: int
    begin_latest: int
    end_earliest: int
    end_latest: int


def extent(edtf: Edtf) -> Extent:
    """The four days between which the dated thing begins and ends.

    >>> from legation.model.edtf import parse
    >>> extent(parse("../1967")).end_earliest
    datetime.date(1967, 1, 1)
    """
    return Extent(*(_as_date(day) for day in _days(edtf)))


def certainly_before(a: Edtf, b: Edtf) -> bool:
    """Whether `a` is over before `b` begins, however their dates are read.

    >>> from legation.model.edtf import parse
    >>> certainly_before(parse("1980"), parse("1981-03"))
    True
    """
    return _days(a).end_latest < _days(b).begin_earliest


def possibly_before(a: Edtf, b: Edtf) -> bool:
    """Whether `a` can be over before `b` begins.

    >>> from legation.model.edtf import parse
    >>> possibly_before(parse("1980"), parse("1980-03"))
    True
    """
    return _days(a).end_earliest < _days(b).begin_latest


def certainly_during(a: Edtf, b: Edtf) -> bool:
    """Whether all of `a` lies within `b`; a single date as `b` stands for its whole period.

    >>> from legation.model.edtf import parse
    >>> certainly_during(parse("2010-07"), parse("2010"))
    True
    """
    inner = _days(a)
    first, last = _surely_within(b)
    return first <= inner.begin_earliest and inner.end_latest <= last


def possibly_during(a: Edtf, b: Edtf) -> bool:
    """Whether all of `a` can lie within `b`.

    >>> from legation.model.edtf import parse
    >>> possibly_during(parse("2010"), parse("2010-07"))
    True
    """
    inner, outer = _days(a), _days(b)
    first = max(inner.begin_earliest, outer.begin_earliest)
    last = min(inner.end_latest, outer.end_latest)
    fits = inner.begin_latest >= first and inner.end_earliest <= last
    return fits and first <= last


def certainly_overlaps(a: Edtf, b: Edtf) -> bool:
    """Whether `a` and `b` share a day, however their dates are read.

    >>> from legation.model.edtf import parse
    >>> certainly_overlaps(parse("1980/1988"), parse("1987-02-01"))
    True
    """
    left, right = _days(a), _days(b)
    return left.begin_latest <= right.end_earliest and right.begin_latest <= left.end_earliest


def possibly_overlaps(a: Edtf, b: Edtf) -> bool:
    """Whether `a` and `b` can share a day.

    >>> from legation.model.edtf import parse
    >>> possibly_overlaps(parse("1980"), parse("1980-05"))
    True
    """
    left, right = _days(a), _days(b)
    return left.begin_earliest <= right.end_latest and right.begin_earliest <= left.end_latest


def covers_day(edtf: Edtf, day: date) -> Coverage:
    """Whether what is dated `edtf` was going on on `day`.

    >>> from legation.model.edtf import parse
    >>> [covers_day(parse("2010-07/2015"), date(*d)) for d in [(2012, 6, 1), (2010, 7, 2)]]
    ['certain', 'possible']
    """
    days, asked = _days(edtf), day.toordinal()
    if days.begin_latest <= asked <= days.end_earliest:
        return "certain"
    return "possible" if days.begin_earliest <= asked <= days.end_latest else "no"


def sort_key(edtf: Edtf) -> tuple[int, int, str]:
    """A key that puts dates in the order of their first day, then of their last.

    >>> from legation.model.edtf import parse
    >>> [str(d) for d in sorted(map(parse, ["1990", "198X", "1990-02"]), key=sort_key)]
    ['198X', '1990', '1990-02']
    """
    days = _days(edtf)
    return days.begin_earliest, days.end_latest, str(edtf)


def _days(edtf: Edtf) -> _Days:
    lower, upper = edtf.lower, edtf.upper
    begin, end = _span(lower, _BEFORE_ALL), _span(upper, _AFTER_ALL)
    if lower is Missing.UNKNOWN:
        begin = (_BEFORE_ALL, end[1])
    if upper is Missing.UNKNOWN:
        end = (begin[0], _AFTER_ALL)
    return _Days(*begin, *end)


def _span(end: Moment | Missing, unbounded: int) -> tuple[int, int]:
    if isinstance(end, Missing):
        return unbounded, unbounded
    return end.earliest.toordinal(), end.latest.toordinal()


def _surely_within(edtf: Edtf) -> tuple[int, int]:
    days = _days(edtf)
    if edtf.interval or (isinstance(edtf.lower, Moment) and not edtf.lower.bounds.exact):
        return days.begin_latest, days.end_earliest
    return days.begin_earliest, days.end_latest


def _as_date(day: int) -> date | None:
    return None if day in (_BEFORE_ALL, _AFTER_ALL) else date.fromordinal(day)
