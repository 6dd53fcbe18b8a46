"""Missions raised or lowered in rank: which become what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from legation.extraction.matching import Match
from legation.extraction.pack import Pack
from legation.extraction.phrases import Mission
from legation.extraction.tokens import Token

_LOWERED = "down"


def as_raised(phrases: list[Mission], match: Match) -> list[Mission]:
    """'raised its legation in Ankara to an embassy': what is raised becomes what the last is.

    What is only lowered, and to nothing that is named, is not opened.
    """
    if match.head.unit.concept != "RAISE":
        return phrases
    if match.head.unit.value == _LOWERED and len(phrases) < 2:
        return []
    raised, last = phrases[:-1], phrases[-1:]
    if last and last[0].start >= match.head.end:
        for phrase in raised:
            phrase.type = last[0].type
    return phrases


def raised_together(
    phrases: Sequence[Mission], match: Match, tokens: Sequence[Token], pack: Pack
) -> list[Mission]:
    """'Peru's legation in Oslo and Norway's in Lima were raised': those before the verb, joined."""
    before = [p for p in phrases if p.end <= match.head.start]
    if match.head.unit.concept != "RAISE" or len(before) < 2:
        return []
    between = [[t.low for t in tokens[one.end : other.start]] for one, other in pairwise(before)]
    joined = all(any(w in pack.conjunctions and w != "," for w in words) for words in between)
    return before if joined and all(p.sender or p.city for p in before) else []
