"""Which of several values is preferred: declared reasons, asked in their declared order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from legation.model.claims import Claim
from legation.model.preferences import Reason
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import Days
from legation.reconciliation.rules import rule
from legation.reconciliation.weighing import Weighing


@dataclass(slots=True)
class Candidate:
    """A value with the claims that give it, and its place among the others, from 0.

    `fineness`: of two that agree the greater is the finer; `days` bounds a date, and is None for
    another value, which agrees with every other of its thing.
    """

    value: Any
    claims: list[Claim]
    place: int
    fineness: int = 0
    days: Days | None = None

    @property
    def documents(self) -> set[str]:
        """The documents that give it."""
        return {claim.source.document for claim in self.claims}

    def agrees(self, other: Candidate) -> bool:
        """Whether both values can be right."""
        return self.days is None or other.days is None or self.days.meets(other.days)


Narrow = Callable[[Sequence[Candidate], Weighing], list[Candidate]]

RULES: dict[Reason, str] = {
    "reviewed": "a-readers-word-prevails",
    "precision": "the-finest-that-agrees",
    "independent": "more-independent-voices-prevail",
    "rank": "the-askers-ranks-prevail",
    "recency": "the-newer-document-prevails",
    "earliest": "the-earliest-is-taken-last",
}
"""The rule behind each reason for which a value is preferred to others."""


def prefer(candidates: Sequence[Candidate], weighing: Weighing) -> tuple[Candidate, Reason]:
    """The one of `candidates`, at least one, to prefer, and the reason that set it apart.

    Each reason leaves those that it puts first, and the next is asked of these alone; the one that
    leaves a single candidate is given.

    >>> from legation.model.evidence import Evidence
    >>> year, month = Candidate("2010", [], 0, -365), Candidate("2010-07", [], 1, -30)
    >>> chosen, reason = prefer([year, month], Weighing(Evidence([])))
    >>> chosen.value, reason
    ('2010-07', 'precision')
    """
    left = list(candidates)
    decided: Reason = "unanimous"
    for reason, narrow in _REASONS:
        if len(left) == 1:
            break
        kept = narrow(left, weighing)
        if len(kept) < len(left):
            decided, left = reason, kept
    return left[0], decided


@rule("a-readers-word-prevails", INFERENCE)
def reviewed(left: Sequence[Candidate], weighing: Weighing) -> list[Candidate]:
    """What a reader accepted, or corrected another claim to, comes before all else."""
    return [one for one in left if weighing.has_reviewed(one.claims)] or list(left)


@rule("the-finest-that-agrees", INFERENCE)
def finest_that_agrees(left: Sequence[Candidate], weighing: Weighing) -> list[Candidate]:
    """Of values that agree, such as a year and a day in it, the finest comes first; of those that
    do not agree, none is better for being finer."""
    return [
        one
        for one in left
        if not any(other.fineness > one.fineness and one.agrees(other) for other in left)
    ]


@rule("more-independent-voices-prevail", INFERENCE)
def independent(left: Sequence[Candidate], weighing: Weighing) -> list[Candidate]:
    """What more sources say that do not repeat each other comes before what fewer say."""
    return _most([weighing.voices(one.claims) for one in left], left)


@rule("the-askers-ranks-prevail", INFERENCE)
def ranked(left: Sequence[Candidate], weighing: Weighing) -> list[Candidate]:
    """What a source says that the asker ranks before others comes before what those say."""
    return _most([-weighing.rank(one.claims) for one in left], left)


@rule("the-newer-document-prevails", INFERENCE)
def recent(left: Sequence[Candidate], weighing: Weighing) -> list[Candidate]:
    """What the document of the latest date says comes before what older and undated ones say."""
    return _most([weighing.newest(one.claims) for one in left], left)


@rule("the-earliest-is-taken-last", INFERENCE)
def earliest(left: Sequence[Candidate], weighing: Weighing) -> list[Candidate]:
    """Where nothing else tells them apart the earliest date is taken; of other values the first,
    those in Latin letters before the rest."""
    return [min(left, key=lambda one: one.place)]


_REASONS: tuple[tuple[Reason, Narrow], ...] = (
    ("reviewed", reviewed),
    ("precision", finest_that_agrees),
    ("independent", independent),
    ("rank", ranked),
    ("recency", recent),
    ("earliest", earliest),
)


def _most(weights: Sequence[int], left: Sequence[Candidate]) -> list[Candidate]:
    best = max(weights)
    return [one for one, weight in zip(left, weights, strict=True) if weight == best]
