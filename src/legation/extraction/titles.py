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
        *("TONE", "TREND", "TONE_ALONE", "LOCATED", "ORGANISATION"),
    }
)
"""The concepts that say nothing where they stand in a title."""
_VERBS = frozenset({"PASSIVE", "BE", "PLAN", "NOT", "VERB"})
_ENDS = '();:.!?"'
_LONGEST = 16
_APART = 4
"""So many tokens may stand between two topics of a list."""


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
        found |= _listed_before(tokens, hit, hits)
    return found


@cache
def _ending() -> frozenset[str]:
    """The concepts that end a title."""
    return (heads() | _VERBS | {"AGREEMENT"}) - _TOPICS


def _listed_before(tokens: Sequence[Token], named: Hit, hits: Sequence[Hit]) -> set[int]:
    """The topics listed before the word for an agreement: 'বন্ধুত্ব, বাণিজ্য ও কর চুক্তি'.

    They stand in a row with it, two words at most apart, and 'and' or a comma is between them.
    """
    start = named.start
    topics = {h.end: h.start for h in hits if h.concept in _TOPICS | {"RELATIONS"}}
    while True:
        ends = (e for e in range(start, max(start - _APART, 0) - 1, -1) if e in topics)
        end = next((e for e in ends if topics[e] < start), None)
        if end is None or not _row(tokens, end, start):
            break
        start = topics[end]
    return set(range(start, named.start))


def _row(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether nothing but words of a list stands between two topics."""
    return not any(t.text in _ENDS or t.text[0].isdigit() for t in tokens[start:end])


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
