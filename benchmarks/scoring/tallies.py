"""Tallies: precision, recall and the share of right dates, of any selection of judgements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.agreement import Level
from scoring.judging import Judgement


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims readers want, how many are given, and how many of each agree."""

    wanted: int = 0
    given: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The share of what is given that is right; 0 where nothing is given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of what is wanted that is found; 0 where nothing is wanted."""
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> round(Tally(wanted=10, given=8, found=6, right=6).f1, 3)
        0.667
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def tally(judgements: Iterable[Judgement], level: Level) -> Tally:
    """The tally of judgements at a level."""
    wanted = given = found = right = 0
    for one in judgements:
        if one.side == "wanted":
            wanted, found = wanted + 1, found + (level in one.hit)
        elif level in one.counted:
            given, right = given + 1, right + (level in one.hit)
    return Tally(wanted, given, found, right)


def right_dates(judgements: Iterable[Judgement]) -> tuple[int, int]:
    """Of the readers' dated claims whose parties were found: how many dates are right, and all."""
    dated = [one.dated for one in judgements if one.dated is not None]
    return sum(dated), len(dated)


def ungrounded(judgements: Iterable[Judgement]) -> int:
    """How many claims do not point at their words."""
    return sum(not one.grounded for one in judgements)
