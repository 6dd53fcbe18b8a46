"""What a sentence only mentions: a deed told as the background of another, or as one not done."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.matching import Match
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Hit
from legation.extraction.tokens import Token

_BETWEEN = 2
"""So many adjectives may stand between such a word and the noun that it governs."""


def governed(match: Match, tokens: Sequence[Token], words: frozenset[str], pack: Pack) -> bool:
    """Whether the head is a noun after one of `words` ('after the attack', 'without recognition').

    A verb is never governed, so that its voice does not matter.
    """
    at = match.head.start
    for _ in range(_BETWEEN + 1):
        if at <= 0 or at > len(tokens):
            return False
        if tokens[at - 1].low in words:
            return True
        if tokens[at - 1].low not in pack.skipped:
            return False
        at -= 1
    return False


def unreal(match: Match, clause: Clause, concepts: Sequence[Hit]) -> bool:
    """Whether a clause only says what would be: 'if Peru recognised', 'for Chile to open'."""
    cues = [h for h in concepts if h.concept == "UNREAL"]
    return any(
        clause.start - 1 <= h.start < match.head.end
        or (h.unit.value == "anywhere" and clause.start <= h.start < clause.end)
        for h in cues
    )
