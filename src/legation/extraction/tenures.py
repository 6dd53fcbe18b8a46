"""Tenures: titles with the span of years in which they were held, beside the person's name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Protocol

from legation.extraction.frames import frames, telling
from legation.extraction.hits import of_concept
from legation.extraction.lexicon import Unit
from legation.extraction.matching import Match
from legation.extraction.phrases import Clause, Hit
from legation.extraction.tokens import Token

_HELD = {"OFFICE": "OFFICE_HELD", "ENVOY": "POST_HELD"}
_APART = ",،;.:"
_LONG_TITLE = 8


class _Dated(Protocol):
    start: int
    mention: Any


def mark_held(clauses: Iterable[Clause], dates: Sequence[_Dated], tokens: Sequence[Token]) -> None:
    """Give clauses a hit for each title that a span of years follows, in brackets or without:
    'Manley, prime minister of Jamaica from 1972 to 1980, met Castro'."""
    for clause in clauses:
        clause.hits = [*clause.hits, *_held(clause, dates, tokens)]


def _held(clause: Clause, dates: Sequence[_Dated], tokens: Sequence[Token]) -> list[Hit]:
    spans = [d.start for d in dates if clause.start <= d.start < clause.end and _of_years(d)]
    posts = of_concept(clause.hits, *_HELD) if spans else []
    known = [p for p in posts if p.concept == "ENVOY" or p.unit.value in _offices()]
    return [
        Hit(post.start, post.end, Unit("concept", _HELD[post.concept], post.unit.value))
        for post in known
        if any(_follows(at, post, clause, tokens) for at in spans)
    ]


@cache
def _offices() -> frozenset[str]:
    """The offices that a tenure is told of, as the frames have them."""
    told = (f for f in frames() if f.kind == "office_tenure" and "OFFICE" in f.needs)
    return frozenset().union(*(frame.value for frame in told))


def of_a_post(dated: _Dated, match: Match, clause: Clause) -> bool:
    """Whether a span of years is that of a title held, and so of no other deed."""
    if match.head.concept == "LABEL":
        return False
    posts = of_concept(clause.hits, *_HELD.values())
    own = {match.head.start, match.object.start if match.object else match.head.start}
    others = (p for p in posts if p.start not in own)
    return any(0 <= dated.start - p.end <= _LONG_TITLE for p in others) and _of_years(dated)


def _follows(at: int, post: Hit, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether a date at token `at` goes with a title: nothing parts them, and nothing is told."""
    if not 0 <= at - post.end <= _LONG_TITLE:
        return False
    said = {h.start for h in clause.hits if h.unit.concept in telling() | {"VERB"}}
    between = range(post.end, at)
    return said.isdisjoint(between) and not any(tokens[i].text in _APART for i in between)


def _of_years(dated: _Dated) -> bool:
    """Whether a date is a span that goes from one year into another, or on."""
    begin, _, end = (dated.mention.when or "").partition("/")
    return bool(end) and begin[:4] not in ("..", end[:4])
