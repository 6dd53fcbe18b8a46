"""Numbers in figures, in any script: what each could be in a date."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

FIGURES = (
    r"\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d)|\d+(?:[.:/]\d+|[,٬٫]\d{3}(?!\d))*"
)
_WHOLE_DATE = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-./])(\d{1,2})\6(\d{4})")
_TWO_YEARS = re.compile(r"(\d{4})/(\d{4}|\d{2})")
_LONGEST_YEAR = 4


@dataclass(frozen=True, slots=True)
class YearRange:
    """Years of one calendar; guarded ones are years only beside a word that says so."""

    first: int
    last: int
    calendar: str
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """The classes that a number belongs to in the grammar, and its values by name."""

    classes: frozenset[str]
    values: Mapping[str, Any] = field(default_factory=dict)


def read_figures(text: str, years: Sequence[YearRange], order: str) -> Figures:
    """What the figures of `text` could be; `order` is dmy or mdy, for dates like 3/5/2004.

    >>> sorted(read_figures("১২", [], "dmy").classes)
    ['day', 'monthno', 'num', 'short']
    >>> read_figures("3/5/2004", [], "dmy").values["numdate"]
    (2004, 5, 3)
    """
    if not text.isdigit():
        return _compound(text, order)
    value, classes = int(text[:18]), {"num"}
    if len(text) <= 2:
        classes |= _small(text, value)
    elif len(text) == _LONGEST_YEAR:
        classes |= {_year_class(value, years)} if value else set()
        classes |= {"round"} if value % 50 == 0 else set()
    elif len(text) == _LONGEST_YEAR - 1:
        classes.add("old")
    return Figures(frozenset(classes), {"number": value})


def calendar_of(year: int, years: Sequence[YearRange]) -> str:
    """The calendar in which a bare `year` is read.

    >>> calendar_of(1358, [YearRange(1200, 1450, "jalali")])
    'jalali'
    """
    found = (some.calendar for some in years if some.first <= year <= some.last)
    return next(found, "gregorian")


def _year_class(value: int, years: Sequence[YearRange]) -> str:
    for some in years:
        if some.first <= value <= some.last:
            return "guarded" if some.guarded else "year"
    return "num"


def _small(text: str, value: int) -> set[str]:
    classes = {"short"} if len(text) == 2 else set()
    if 1 <= value <= 31:
        classes.add("day")
    if 1 <= value <= 12:
        classes.add("monthno")
    return classes


def _compound(text: str, order: str) -> Figures:
    whole = _WHOLE_DATE.fullmatch(text)
    if whole:
        return _whole_date(whole, order)
    pair = _TWO_YEARS.fullmatch(text)
    if pair:
        return Figures(frozenset({"yearpair"}), {"yearpair": (int(pair[1]), pair[2])})
    return Figures(frozenset({"figure"}))


def _whole_date(found: re.Match[str], order: str) -> Figures:
    if found[1]:
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    else:
        day, month, year = int(found[5]), int(found[7]), int(found[8])
        if (order == "mdy" and day <= 12) or month > 12:
            day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return Figures(frozenset({"figure"}))
    return Figures(frozenset({"numdate"}), {"numdate": (year, month, day)})
