"""Epithets after names ('Jr.', 'III'), whose commas part nothing."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from legation.extraction.tokens import Paragraph, Sentence, Token

_COMMAS = ",،"


def plain(paragraph: Paragraph, epithets: Set[str]) -> Paragraph:
    """A paragraph without the epithets that commas part from names.

    'James Moose, Jr., opened it' becomes 'James Moose opened it'; the comma behind stays where a
    name or a title follows, of which it is the comma.
    """
    if not any(_epithet(s.tokens, i, epithets) for s in paragraph.sentences for i in _places(s)):
        return paragraph
    sentences = (replace(s, tokens=_without(s.tokens, epithets)) for s in paragraph.sentences)
    return replace(paragraph, sentences=tuple(sentences))


def _places(sentence: Sentence) -> range:
    return range(1, len(sentence.tokens) - 1)


def _without(tokens: Sequence[Token], epithets: Set[str]) -> tuple[Token, ...]:
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if 0 < at < len(tokens) - 1 and _epithet(tokens, at, epithets):
            at = _end(tokens, at + 2)
        else:
            kept.append(tokens[at])
            at += 1
    return tuple(kept)


def _epithet(tokens: Sequence[Token], at: int, epithets: Set[str]) -> bool:
    """Whether a comma after a name stands at `at`, and an epithet after it."""
    named = tokens[at - 1].text[0].isupper()
    return named and tokens[at].text in _COMMAS and tokens[at + 1].low in epithets


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where an epithet that ends before `at` ends with its full stop and its comma."""
    more = len(tokens) - 1
    if at < more and tokens[at].text == ".":
        at += 1
    closes = at < more and tokens[at].text in _COMMAS and tokens[at + 1].text[0].islower()
    return at + 1 if closes else at
