"""Titles: 'Agreement on Trade and Transport', 'commission for economic cooperation'.

What an agreement or a commission is about is part of its name: it tells of no trade and no aid.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

from legation.extraction.frames import heads
from legation.extraction.hits import of_concept
from legation.extraction.phrases import Hit
from legation.extraction.tokens import Token

_NAMED = ("AGREEMENT", "JOINT_BODY", "CONSULT", "SIGN_AGREEMENT")
_INTRODUCING = ("on", "for", "in", "of")
_TOPICS = frozenset(
    {
        *("TRADE", "EXPORT", "IMPORT", "AID", "INVEST", "DEBT", "SELL", "SUPPLY", "TRANSPORT"),
        *("MILITARY", "ARMS", "EXERCISE", "PEACE", "COOPERATE", "SUPPORT", "TRAIN", "DIASPORA"),
        *("TONE", "TREND", "LOCATED", "ORGANISATION"),
    }
)
"""The concepts that say nothing where they stand in a title."""
_VERBS = frozenset({"PASSIVE", "BE", "PLAN", "NOT", "VERB"})
_ENDS = '();:.!?"'
_LONGEST = 16


def titles(
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    markers: Sequence[Hit],
    dated: set[int],
    separators: Set[str] = frozenset(),
) -> set[int]:
    """The tokens of titles, from the word that introduces what they are about.

    `separators` are the words that begin another clause, and so end a title.
    """
    named = of_concept(hits, *_NAMED)
    if not named:
        return set()
    introducing = {
        m.start for m in markers if m.unit.type == "before" and m.unit.value in _INTRODUCING
    }
    ending = _ending()
    stops = {h.start for h in hits if h.unit.concept in ending} | dated
    stops |= {i for i, t in enumerate(tokens) if t.low in separators and t.low.isalpha()}
    found: set[int] = set()
    for hit in named:
        if hit.end in introducing:
            found |= _title(tokens, hit.end, stops)
    return found


@cache
def _ending() -> frozenset[str]:
    """The concepts that end a title."""
    return (heads() | _VERBS | {"AGREEMENT"}) - _TOPICS


def _title(tokens: Sequence[Token], start: int, stops: set[int]) -> set[int]:
    end = start
    while end < min(len(tokens), start + _LONGEST):
        if end in stops or tokens[end].text in _ENDS:
            break
        end += 1
    while end > start and tokens[end - 1].text == ",":
        end -= 1
    return set(range(start, end))


def untitled(hits: Sequence[Hit], inside: set[int]) -> list[Hit]:
    """The hits without the topics that only stand in a title."""
    if not inside:
        return list(hits)
    return [h for h in hits if h.start not in inside or h.concept not in _TOPICS]
