"""Datelines: 'LUSAKA, 13 March 2019: …', the day on which a report was written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legation.dates import DateMention

_LINES = 5
"""A dateline stands among so many first lines of text."""
_WORDS = 6
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OPENING = re.compile(r"[^\W\d]")
_CLOSED = re.compile(r"\s*(?:[:.\-()।]|\n|$)")


def dateline(text: str, dates: Sequence[DateMention]) -> DateMention | None:
    """The date of a report, where a place and a day open one of its first lines.

    >>> from legation.dates import find_dates
    >>> report = "Two pacts signed\\n\\nLUSAKA, 13 March 2019: The presidents met on Tuesday."
    >>> dateline(report, find_dates(report, "en")).when
    '2019-03-13'
    """
    for start, end in _first_lines(text):
        for date in dates:
            if start < date.span.start < end and _opens(text, start, end, date):
                return date
    return None


def _first_lines(text: str) -> list[tuple[int, int]]:
    lines = (m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text[:5000]))
    return [span for span, _ in zip(lines, range(_LINES), strict=False)]


def _opens(text: str, start: int, end: int, date: DateMention) -> bool:
    """Whether only a place stands before the date, and the report, or nothing, after it."""
    before = text[start : date.span.start]
    named = bool(_OPENING.search(before)) and len(before.split()) <= _WORDS
    parted = any(mark in before for mark in ",،-") and ":" not in before
    whole = bool(_DAY.fullmatch(date.when or "")) and date.basis == "stated"
    return whole and named and parted and bool(_CLOSED.match(text, date.span.end, end + 1))
