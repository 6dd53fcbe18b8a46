"""Words, sentences and paragraphs of a shadow."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from legation.model.spans import Span

_WORD = (
    r"[\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff]+"  # with marks
)
_TOKEN = re.compile(_WORD + r"|[^\w\s]")
_HEADING = re.compile(r"(={2,6})[ ]*([^=\n]{1,150}?)[ ]*\1|^#{1,6} +([^\n]{1,150})$", re.MULTILINE)
_YEAR = re.compile(r"\d{4}")
_ROMAN = re.compile(r"[IVXLC]+")
_BULLETS = "•*-–·○▪"
_FULL_STOPS = frozenset(".!?।؟")
_ENDLESS = 400
"""A sentence of so many tokens is a table or a list without full stops, and is cut: what is read
in a sentence grows faster than the sentence."""
_LONG = 4
_LAST_OF_HEADING = ".!?।؟:;,،؛)"


class Token(NamedTuple):
    """A word or a mark of punctuation, with its place in the shadow."""

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence; `heading` where the line is one."""

    tokens: tuple[Token, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together on a line or between headings."""

    sentences: tuple[Sentence, ...]
    heading: bool = False


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end], with their places in `text`."""
    made = tuple.__new__  # what Token() calls in the end: a text has many tokens
    return [made(Token, (*_cases(m[0]), *m.span())) for m in _TOKEN.finditer(text, start, end)]


@lru_cache(maxsize=65_536)
def _cases(word: str) -> tuple[str, str]:
    """A word as it stands and in lower case, held once however often a text has it."""
    return word, word.lower()


@dataclass(frozen=True, slots=True)
class Stops:
    """What a full stop after an abbreviation means: `closing` ones may end a sentence too.

    They do before a capital, where more than a date has been said; `dated` are the dates' spans.
    The `counted` ones only do after a number, and none is one that is an initial of a name.
    """

    abbreviations: Set[str]
    closing: Set[str] = frozenset()
    dated: Sequence[Span] = ()
    counted: Set[str] = frozenset()

    def closes(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence of `tokens` may end with its last, an abbreviation."""
        if not tokens or tokens[-1].low not in self.closing:
            return False
        if tokens[-1].low in self.counted and not _counts(tokens):
            return False
        words = (t for t in tokens[:-1] if len(t.text) >= _LONG and t.text.isalpha())
        return any(not self._in_date(word) for word in words)

    def _in_date(self, word: Token) -> bool:
        at = bisect_right(self.dated, word.start, key=lambda span: span.start) - 1
        return at >= 0 and word.start < self.dated[at].end


def _marks_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token is the ending of a number: 'in the 1990-е.', 'since 1975-м.'."""
    return i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].text[0].isdigit()


def _counts(tokens: Sequence[Token]) -> bool:
    """Whether a number stands before the last token: '1985 г.', '1990-х гг.', 'XX в.'."""
    before = tokens[-4:-1]
    if len(before) == 3 and before[1].text == "-":
        before = before[:1]
    return bool(before) and (
        before[-1].text[0].isdigit() or bool(_ROMAN.fullmatch(before[-1].text))
    )


def paragraphs(text: str, stops: Stops) -> Iterator[Paragraph]:
    """The paragraphs of a shadow in order; headings are paragraphs of one sentence."""
    for start, end, heading in _blocks(text):
        tokens = tokenize(text, start, end)
        if not tokens:
            continue
        if heading or _looks_like_heading(tokens):
            yield Paragraph((Sentence(tuple(tokens), heading=True),), heading=True)
        else:
            yield Paragraph(tuple(_sentences(tokens, stops)))


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Lines, cut again at wiki headings, which may stand in the middle of a line."""
    at = 0
    for match in _HEADING.finditer(text):
        yield from _lines(text, at, match.start())
        group = 2 if match[2] is not None else 3
        yield match.start(group), match.end(group), True
        at = match.end()
    yield from _lines(text, at, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop, False
        start = stop + 1


def _looks_like_heading(tokens: list[Token]) -> bool:
    """A short line with no closing punctuation that is no item of a list and has no label."""
    if tokens[-1].text == ":" and len(tokens) <= 12:
        return True
    if tokens[0].text in _BULLETS:
        return False
    if len(tokens) <= 20 and tokens[-1].text == "." and _dated_title(tokens):
        return True
    if any(t.text == ":" for t in tokens):
        return False
    return len(tokens) <= 12 and tokens[-1].text not in _LAST_OF_HEADING


def _dated_title(tokens: list[Token]) -> bool:
    """'Closure of the Legation, 1941.': a title with its year after a comma."""
    return len(tokens) > 3 and tokens[-3].text == "," and bool(_YEAR.fullmatch(tokens[-2].text))


def _sentences(tokens: list[Token], stops: Stops) -> Iterator[Sentence]:
    begin = 0
    for i, token in enumerate(tokens):
        ended = token.text in _FULL_STOPS and _ends_sentence(tokens, begin, i, stops)
        if ended or (i - begin >= _ENDLESS and _may_break(token, i - begin)):
            yield Sentence(tuple(tokens[begin : i + 1]))
            begin = i + 1
    if begin < len(tokens):
        yield Sentence(tuple(tokens[begin:]))


def _may_break(token: Token, length: int) -> bool:
    """Whether to cut what goes on without an end: at a mark, at last anywhere."""
    return length >= 2 * _ENDLESS or not token.text.isalnum()


def _ends_sentence(tokens: list[Token], begin: int, i: int, stops: Stops) -> bool:
    if tokens[i].text != ".":
        return True
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None:
        return True
    if after.start == tokens[i].end and after.text not in "\"')":
        return False
    if before is None or after.text[0].islower():
        return False
    initial = len(before.text) == 1 and before.text.isalpha() and before.text.isupper()
    if before.low in stops.abbreviations and not initial and not _marks_number(tokens, i - 1):
        return after.text[0].isupper() and stops.closes(tokens[begin:i])
    return not initial
