"""Where a person's name begins and ends, beside an office or a word of respect."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from legation.extraction.pack import Pack
from legation.extraction.tokens import Token

_PARTICLES = {"al", "el", "de", "da", "van", "von", "bin", "ibn", "ben", "der", "ad", "ur", "-"}
LONGEST = 7
"""So many tokens a name has at most."""
_LONGEST_UNCASED = 4


def name_after(
    tokens: Sequence[Token], at: int, blocked: Set[int], pack: Pack
) -> tuple[int, int] | None:
    """The name that begins at token `at` or after a comma there."""
    start = at + 1 if at < len(tokens) and tokens[at].text in ",،" else at
    end = start
    while end < len(tokens) and end - start < LONGEST and part_of_name(tokens, end, blocked, pack):
        end += 1
    return _trimmed(tokens, start, end, pack)


def opening_name(
    tokens: Sequence[Token], at: int, blocked: Set[int], followers: Set[int], pack: Pack
) -> tuple[int, int] | None:
    """The name that a clause opens with at token `at`, where capitals do not show names.

    It has two words at least, and then comes a number or one of the tokens `followers`.
    """
    span = name_after(tokens, at, blocked, pack)
    if pack.cased or span is None or span[0] != at or span[1] - span[0] < 2:
        return None
    end = span[1]
    told = end in followers or (end < len(tokens) and tokens[end].text[0].isdigit())
    return span if told else None


def name_before(
    tokens: Sequence[Token], at: int, blocked: Set[int], pack: Pack
) -> tuple[int, int] | None:
    """The name that ends before token `at`, or before a comma there."""
    end = at - 1 if at > 0 and tokens[at - 1].text in ",،" else at
    start = end
    while start > 0 and end - start < LONGEST and part_of_name(tokens, start - 1, blocked, pack):
        start -= 1
    return _trimmed(tokens, start, end, pack)


def part_of_name(tokens: Sequence[Token], i: int, blocked: Set[int], pack: Pack) -> bool:
    """Whether the token at i may be one of a person's names."""
    token = tokens[i]
    if i in blocked:
        return False
    if token.low in pack.nameless:
        return False
    if not pack.cased and any(token.low.endswith(e) for e in pack.unnamed):
        return False
    if not pack.cased:
        return token.text[0].isalpha() and token.low not in pack.conjunctions
    if token.text == ".":
        return i > 0 and len(tokens[i - 1].text) <= 2 and tokens[i - 1].text[0].isupper()
    return token.text[0].isupper() or token.low in _PARTICLES


def _trimmed(tokens: Sequence[Token], start: int, end: int, pack: Pack) -> tuple[int, int] | None:
    while end > start and (tokens[end - 1].low in _PARTICLES or tokens[end - 1].text == "-"):
        end -= 1
    while start < end and (tokens[start].text in ".-" or tokens[start].low in pack.skipped):
        start += 1
    if end <= start:
        return None
    if pack.cased:
        return (start, end) if any(len(t.text) > 2 for t in tokens[start:end]) else None
    return (start, end) if end - start <= _LONGEST_UNCASED else None


def spoken(tokens: Sequence[Token], span: tuple[int, int]) -> str:
    """A name as the text has it, with its own spacing."""
    words = tokens[span[0] : span[1]]
    pieces = [words[0].text]
    for last, word in pairwise(words):
        pieces.append(("" if last.end == word.start else " ") + word.text)
    return "".join(pieces)
