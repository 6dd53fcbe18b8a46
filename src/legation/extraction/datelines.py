"""Datelines: 'LUSAKA, 13 March 2019: …', the day on which a report was written."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from legation.dates import DateMention
from legation.extraction.dated import Dated
from legation.extraction.phrases import Hit
from legation.extraction.tokens import Token

_LINES = 5
"""A dateline stands among so many first lines of text."""
_WORDS = 6
_SHORT = 3
"""Longer words without a capital, in scripts that have them, are of a sentence, not a place."""
_PLACES = ("city", "state", "territory")
_DATELINE = 16
"""So many words and marks a dateline has at most."""
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


def report_begins(
    tokens: Sequence[Token], names: Sequence[Sequence[Hit]], dates: Sequence[Dated]
) -> int:
    """The token at which a report begins, behind the place and day, or agency, that open its line.

    0 where nothing of the kind does: 'QUITO, 7 April 2024 – …', 'NAIROBI (Reuters) - …'.
    """
    if not names or names[0][0].start > 0 or names[0][0].unit.type not in _PLACES:
        return 0
    opening = range(names[0][0].end, min(len(tokens), _DATELINE))
    dash = next((i for i in opening if _stands_apart(tokens, i)), 0)
    if not dash:
        return 0
    dated = {i for d in dates for i in range(d.start, d.end)}
    bracketed = _in_brackets(tokens, dash)
    told = {i for some in names for i in range(some[0].start, some[0].end)} | dated | bracketed
    plain = [i for i in range(dash) if i not in told and tokens[i].text[0].isalpha()]
    agency = any(tokens[i].text.isalpha() for i in bracketed - dated)
    numbered = any(tokens[i].text[0].isdigit() for i in range(dash))
    day = numbered and (bool(plain) or any(d.end - d.start > 1 for d in dates if d.start < dash))
    return dash + 1 if (agency or day) and len(plain) <= _SHORT else 0


def _stands_apart(tokens: Sequence[Token], i: int) -> bool:
    """Whether a dash between spaces stands at a token."""
    if tokens[i].text != "-" or i + 1 >= len(tokens):
        return False
    return tokens[i - 1].end < tokens[i].start and tokens[i].end < tokens[i + 1].start


def _in_brackets(tokens: Sequence[Token], end: int) -> set[int]:
    """The tokens before `end` that stand in brackets."""
    found: set[int] = set()
    inside = False
    for i in range(end):
        inside = (inside or tokens[i].text == "(") and tokens[i].text != ")"
        if inside:
            found.add(i)
    return found
