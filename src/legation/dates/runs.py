"""Runs: stretches of a text that are made of the words of dates alone.

One pass over the words; where a word is no part of dates a run ends. A run that holds nothing
a date could hang on (no year, month, unit of time) is dropped at once, and no run is longer
than any date or list of dates needs, so that the time taken grows with the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple
from unicodedata import category

from legation.dates.grammar import Grammar
from legation.dates.numbers import FIGURES
from legation.dates.shadow import Shadow
from legation.dates.vocabulary import Word

_BREAK = "|"
_GAP_MARKS = {
    **dict.fromkeys("-‐‑‒–—−―", "-"),
    **dict.fromkeys(",،", ","),
    **dict.fromkeys("'’‘ʼ`´", "'"),
    **dict.fromkeys("$€£¥₹৳﷼₽₺", "$"),
    **dict.fromkeys("%٪", "%"),
    **{mark: mark for mark in "./()*#+&"},
}
_HARD_END = re.compile(r"[.!?:;।؟۔]\s*$")
_WRAPPED_LINE = 50
_HEADING = 100
_LONGEST_RUN = 100


class Token(NamedTuple):
    """A word or number of a run, at [start:end) of the shadow, with its symbol and values."""

    start: int
    end: int
    symbol: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that may make dates, as a string of symbols.

    `places[i]` is the index of the token behind character i of `string`, or -1 for what stands
    between tokens; `spots` leads the other way. `passage`
    counts the paragraphs of the text, a heading being one with what it heads.
    """

    tokens: list[Token]
    string: str
    places: list[int]
    spots: list[int]
    passage: int

    def between(self, one: int, other: int) -> str:
        """The symbols between two tokens, given by their indexes."""
        return self.string[self.spots[one] + 1 : self.spots[other]]


def find_runs(shadow: Shadow, grammar: Grammar) -> Iterator[Run]:
    """The runs of a text, in its order."""
    passage = 0
    for start, end in paragraphs(shadow.text):
        for tokens in _token_runs(shadow, grammar, start, end):
            yield _encode(_merge_phrases(tokens, shadow.text, grammar), shadow.text, passage)
        passage += end - start > _HEADING


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """[start:end) of each paragraph; a line that only wraps does not end one.

    >>> list(paragraphs("In 1998." + chr(10) + "In 2006."))
    [(0, 8), (9, 17)]
    """
    start = line = 0
    end = text.find("\n")
    while end >= 0:
        if not _only_wraps(text, line, end):
            yield start, end
            start = end + 1
        line, end = end + 1, text.find("\n", end + 1)
    yield start, len(text)


def _only_wraps(text: str, line: int, end: int) -> bool:
    following = text[end + 1 : end + 2]
    if end - line < _WRAPPED_LINE or end - line > 3 * _WRAPPED_LINE or not following.isalnum():
        return False
    return not _HARD_END.search(text, end - 3, end)


@cache
def _word_pattern() -> re.Pattern[str]:
    marks = "".join(chr(code) for code in range(0x10000) if category(chr(code)) in ("Mn", "Mc"))
    return re.compile(rf"[^\W\d_]+(?:[{marks}]+[^\W\d_]*)*|{FIGURES}")


def _token_runs(shadow: Shadow, grammar: Grammar, start: int, end: int) -> Iterator[list[Token]]:
    """Lists of tokens, each with the unknown word before and after it where there is one."""
    words, figures = grammar.vocabulary.words, grammar.vocabulary.figures
    found = list(_word_pattern().finditer(shadow.text, start, end))
    # Most words are no part of a date: only those that may be are looked at.
    likely = [i for i, m in enumerate(found) if m[0] in words or m[0][0].isdecimal()]
    run: list[Token] = []
    anchored = False
    begun = past = 0
    for i in likely:
        word = found[i][0]
        entry = words.get(word) or figures(word)
        lower = entry.cased and not _is_capital(shadow, found[i].start())
        if run and (i > past or lower or len(run) >= _LONGEST_RUN):
            if anchored:
                yield [*_edge(found, begun - 1, grammar), *run, *_edge(found, past, grammar)]
            ended = i == past
            run, anchored = [], False
            if ended:
                continue
        if lower:
            continue
        begun = begun if run else i
        run.append(Token(*found[i].span(), entry.symbol, entry.values))
        past = i + 1
        anchored = anchored or entry.symbol in grammar.anchors
    if anchored:
        yield [*_edge(found, begun - 1, grammar), *run, *_edge(found, past, grammar)]


def _is_capital(shadow: Shadow, place: int) -> bool:
    return shadow.original[shadow.span(place, place + 1).start].isupper()


def _edge(found: Sequence[re.Match[str]], at: int, grammar: Grammar) -> list[Token]:
    """The word beside a run as a token, where there is one."""
    if not 0 <= at < len(found):
        return []
    return [Token(*found[at].span(), grammar.vocabulary.unknown(found[at][0]), {})]


def _merge_phrases(tokens: list[Token], text: str, grammar: Grammar) -> list[Token]:
    phrases = grammar.vocabulary.phrases
    merged: list[Token] = []
    skip = 0
    for at, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        begun = phrases.get(text[token.start : token.end])
        if begun:
            token, skip = _phrase_at(tokens, at, text, begun)
        merged.append(token)
    return merged


def _phrase_at(
    tokens: list[Token], at: int, text: str, phrases: list[tuple[tuple[str, ...], Word]]
) -> tuple[Token, int]:
    """The token, or the longest phrase that it begins, and how many tokens more that takes."""
    first = tokens[at]
    for rest, entry in phrases:
        members = tokens[at : at + 1 + len(rest)]
        if len(members) == 1 + len(rest) and _spells(members, rest, text):
            return Token(first.start, members[-1].end, entry.symbol, entry.values), len(rest)
    return first, 0


def _spells(members: list[Token], rest: tuple[str, ...], text: str) -> bool:
    for (previous, token), word in zip(pairwise(members), rest, strict=True):
        if text[token.start : token.end] != word:
            return False
        gap = text[previous.end : token.start]
        if gap.strip() not in ("", "-", "‑") and gap != ".":
            return False
    return True


def _encode(tokens: list[Token], text: str, passage: int) -> Run:
    string: list[str] = []
    places: list[int] = []
    last = max(0, tokens[0].start - 1)
    for index, token in enumerate(tokens):
        if token.start > last:
            gap = _gap(text[last : token.start])
            string.append(gap)
            places += [-1] * len(gap)
        string.append(token.symbol)
        places.append(index)
        last = token.end
    gap = _gap(text[last : last + 2])
    places += [-1] * len(gap)
    spots = [spot for spot, place in enumerate(places) if place >= 0]
    return Run(tokens, "".join(string) + gap, places, spots, passage)


def _gap(text: str) -> str:
    """What stands between two words, in marks of one kind each; spaces beside a mark go."""
    if text == " ":
        return text
    marks = "".join(_GAP_MARKS.get(char, _BREAK) for char in text if not char.isspace())
    return marks or (text[:1] and " ")
