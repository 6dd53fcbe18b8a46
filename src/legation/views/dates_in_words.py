"""Dates as people read them: days stay as they are, and the marks of EDTF become words."""

from __future__ import annotations

from legation.model.edtf import Missing, Moment, parse

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


def date_in_words(when: str) -> str:
    """An EDTF date in words; a year, a month or a day alone is left as it is. Raises DateError.

    >>> date_in_words("1982-22"), date_in_words("2014-08~"), date_in_words("198X")
    ('summer 1982', 'about 2014-08', '1980s')
    >>> date_in_words("2008-03/.."), date_in_words("2019-06-11/2019-06-12")
    ('from 2008-03', '2019-06-11 to 2019-06-12')
    """
    edtf = parse(when)
    if not edtf.interval:
        return _end(edtf.lower)
    if isinstance(edtf.lower, Missing):
        return f"until {_end(edtf.upper)}"
    if isinstance(edtf.upper, Missing):
        return f"from {_end(edtf.lower)}"
    return f"{_end(edtf.lower)} to {_end(edtf.upper)}"


def _end(end: Moment | Missing) -> str:
    if isinstance(end, Missing):
        return "an unknown day"
    return _MARKS.get(end.mark, "") + _named(end)


def _named(moment: Moment) -> str:
    """A moment without its mark: its season and its decade by name, open digits left out."""
    if moment.month in _SEASONS:
        return f"{_SEASONS[moment.month]} {_year(moment.year)}"
    known = [_year(moment.year)]
    for part in (moment.month, moment.day):
        if not part.isdigit():
            break
        known.append(part)
    return "-".join(known)


def _year(year: str) -> str:
    """A year, a decade as '1980s', a century as '20th century'; coarser ones as written."""
    if year.endswith("XX") and year[:2].isdigit():
        return f"{_ordinal(int(year[:2]) + 1)} century"
    return f"{year[:3]}0s" if year.endswith("X") and year[:3].isdigit() else year


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else ending}"
