"""Reliability: whether claims are right as often as their confidence says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log

from scoring.judging import Judgement

_BINS = 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure a claim was, from 0 to 1, and whether it was right in every part."""

    chance: float
    right: bool
    language: str = ""


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims about as sure as each other: the bounds, how many, mean confidence, share right."""

    low: float
    high: float
    claims: int
    chance: float
    right: float


def verdicts(judgements: Iterable[Judgement]) -> list[Verdict]:
    """The verdicts on all claims that count strictly and say how sure they are."""
    return [
        Verdict(one.confidence, "strict" in one.hit, one.language)
        for one in judgements
        if one.side == "given" and "strict" in one.counted and one.confidence is not None
    ]


def bins(found: Sequence[Verdict]) -> list[Bin]:
    """The verdicts in ten bins of equal width; empty ones are left out.

    >>> bins([Verdict(0.75, True), Verdict(0.71, False)])
    [Bin(low=0.7, high=0.8, claims=2, chance=0.73, right=0.5)]
    """
    held: dict[int, list[Verdict]] = {}
    for one in found:
        held.setdefault(min(int(one.chance * _BINS), _BINS - 1), []).append(one)
    return [_bin(at, held[at]) for at in sorted(held)]


def _bin(at: int, held: Sequence[Verdict]) -> Bin:
    low, high = at / _BINS, (at + 1) / _BINS
    return Bin(low, high, len(held), mean_chance(held), share_right(held))


def mean_chance(found: Sequence[Verdict]) -> float:
    """The mean confidence; 0 of none."""
    return sum(one.chance for one in found) / len(found) if found else 0.0


def share_right(found: Sequence[Verdict]) -> float:
    """The share that is right; 0 of none."""
    return sum(one.right for one in found) / len(found) if found else 0.0


def calibration_error(found: Sequence[Verdict]) -> float:
    """The expected error of calibration: how far confidence and truth lie apart, over the bins.

    >>> calibration_error([Verdict(0.5, True), Verdict(0.5, False)])
    0.0
    """
    apart = sum(b.claims * abs(b.chance - b.right) for b in bins(found))
    return apart / len(found) if found else 0.0


def discount(found: Sequence[Verdict]) -> float:
    """The factor on all odds with which claims are, on the whole, as often right as they say.

    >>> round(discount([Verdict(0.8, right) for right in (True, True, False, False)]), 2)
    0.25
    """
    low, high = -6.0, 6.0
    right = sum(one.right for one in found)
    for _ in range(50):
        middle = (low + high) / 2
        expected = sum(shifted(one.chance, exp(middle)) for one in found)
        low, high = (middle, high) if expected < right else (low, middle)
    return exp((low + high) / 2)


def shifted(chance: float, factor: float) -> float:
    """A chance with its odds multiplied.

    >>> round(shifted(0.8, 0.25), 3)
    0.5
    """
    return 1 / (1 + exp(-(log(chance / (1 - chance)) + log(factor))))


def crossed(found: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the discount of every language measured on the other languages alone."""
    factors = {
        language: discount([one for one in found if one.language != language])
        for language in sorted({one.language for one in found})
    }
    return [
        Verdict(shifted(one.chance, factors[one.language]), one.right, one.language)
        for one in found
    ]
