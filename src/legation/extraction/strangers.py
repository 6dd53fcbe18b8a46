"""Strangers: persons of whom nothing is known, where capitals do not tell names from words."""

from __future__ import annotations

from collections.abc import Sequence, Set

from legation.extraction.case_markers import Cases
from legation.extraction.discourse import Memory
from legation.extraction.persons import part_of_name
from legation.extraction.phrases import Argument
from legation.extraction.tokens import Token

_LONGEST = 4
_LONG = 2
"""An ending of so many letters is no chance."""


def opening_stranger(
    tokens: Sequence[Token], cases: Cases, blocked: Set[int], memory: Memory
) -> list[Argument]:
    """Who a sentence opens with, if words nobody knows stand before a marker, a date or a comma.

    One word is enough for who was met before.
    """
    end = 0
    while end < min(len(tokens), _LONGEST + 1) and _part(tokens, end, cases, blocked):
        end += 1
    words = tuple(t.low for t in tokens[:end])
    if any(_inflected(w, cases) for w in words):
        return []
    met = end == 1 and words[0] in memory.strangers
    if not (met or 2 <= end <= _LONGEST) or not _stops(tokens, end, cases):
        return []
    memory.strangers |= set(words)
    return [Argument(0, end, (), "", type="actor", form="stranger", person=(0, end))]


def _inflected(word: str, cases: Cases) -> bool:
    """Whether a word wears an ending of a place or of an owner, as what only opens a sentence."""
    stems = cases.pack.stems(word)
    return any(case in ("in", "gen") and len(word) - len(stem) >= _LONG for stem, case in stems)


def _part(tokens: Sequence[Token], at: int, cases: Cases, blocked: Set[int]) -> bool:
    return part_of_name(tokens, at, blocked, cases.pack) and cases.unknown(at)


def _stops(tokens: Sequence[Token], at: int, cases: Cases) -> bool:
    """Whether what follows ends a subject: a marker of case but the object's, a number, a comma."""
    if at >= len(tokens) or at in cases.after:
        return False
    marked = at in cases.starts.values()
    return marked or tokens[at].text in ",،" or tokens[at].text[0].isdigit()
