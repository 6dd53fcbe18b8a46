"""Datelines: 'LUSAKA, 13 March 2019: …', the day on which a report was written."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from legation.dates import DateMention

_LINES = 5
"""A dateline stands among so many first lines of text."""
_WORDS = 6
_SHORT = 3
"""Longer words without a capital, in scripts that have them, are of a sentence, not a place."""
_WORD = re.compile(r"[^\W\d_]+")
_PARTED = re.compile(r"[,،]|\s-|-\s")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OPENING = re.compile(r"[^\W\d]")
_CLOSED = re.compile(r"\s*(?:[:.\-()।]|\n|$)")
_HOUR = re.compile(r"[\s,،|:;()\d.]*(?:\n|$)")


def dateline(
    text: str, dates: Sequence[DateMention], published: Container[str] = ()
) -> DateMention | None:
    """The date of a report, where a place and a day open one of its first lines.

    So does a word of `published`, with the day behind it and no more than the hour after it.

    >>> from legation.dates import find_dates
    >>> report = "Two pacts signed\\n\\nLUSAKA, 13 March 2019: The presidents met on Tuesday."
    >>> dateline(report, find_dates(report, "en")).when
    '2019-03-13'
    >>> report = "Pacts signed\\nBy our reporter | Published: 13 March 2019, 11:42\\nThey met."
    >>> dateline(report, find_dates(report, "en"), {"published"}).when
    '2019-03-13'
    """
    for start, end in _first_lines(text):
        for date in dates:
            if start == date.span.start and _line_of_its_own(text, start, end, date):
                return date
            if start < date.span.start < end and (
                _opens(text, start, end, date) or _published(text, start, end, date, published)
            ):
                return date
    return None


def _line_of_its_own(text: str, start: int, end: int, date: DateMention) -> bool:
    """Whether a line but the first has a day in it and nothing more."""
    later = bool(text[:start].strip())
    return later and _whole(date) and bool(_HOUR.match(text, date.span.end, end + 1))


def _published(text: str, start: int, end: int, date: DateMention, words: Container[str]) -> bool:
    """Whether a line says before a day that the report was published then, and nothing after it."""
    label = re.findall(r"[^\W\d_][^\s:،,|()]*", text[start : date.span.start].lower())
    told = any(word in words for word in label[-2:])
    return told and _whole(date) and bool(_HOUR.match(text, date.span.end, end + 1))


def _first_lines(text: str) -> list[tuple[int, int]]:
    lines = (m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text[:5000]))
    return [span for span, _ in zip(lines, range(_LINES), strict=False)]


def _opens(text: str, start: int, end: int, date: DateMention) -> bool:
    """Whether only a place stands before the date, and the report, or nothing, after it."""
    before = text[start : date.span.start]
    named = bool(_OPENING.search(before)) and len(before.split()) <= _WORDS
    parted = bool(_PARTED.search(before)) and ":" not in before
    plain = any(word.islower() and len(word) > _SHORT for word in _WORD.findall(before))
    closed = bool(_CLOSED.match(text, date.span.end, end + 1))
    return _whole(date) and named and parted and closed and not plain


def _whole(date: DateMention) -> bool:
    return bool(_DAY.fullmatch(date.when or "")) and date.basis == "stated"
