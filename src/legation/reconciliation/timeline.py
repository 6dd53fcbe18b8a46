"""A line of a relation through time, and what it says of a day.

The line is a row of marks, each with the days between which its value began. The last mark
that is certainly past gives the value; marks that are only possibly past make it uncertain;
what is said without a date holds at an unknown time, and answers where nothing dated does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from legation.model.facts import Fact
from legation.reconciliation.authorities import END_OF_FUNCTION, INFERENCE
from legation.reconciliation.dating import LONG_AGO
from legation.reconciliation.judging import (
    between_two_changes,
    carried_forward,
    covered_by_its_dates,
    dated_that_day,
    presupposed_by_what_follows,
    too_coarse_to_say,
)
from legation.reconciliation.marks import Mark, marks_of
from legation.reconciliation.placing import place
from legation.reconciliation.rules import rule
from legation.reconciliation.runs import last_covering, run_of
from legation.reconciliation.undated import (
    undated_words_follow_the_beginning,
    undated_words_hold_at_an_unknown_time,
    undated_words_weaken,
)
from legation.reconciliation.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Timeline:
    """The marks of one line: those with a place in time, in order, and those without."""

    dated: tuple[Mark, ...]
    timeless: tuple[Mark, ...]

    def on(self, day: date) -> Verdict | None:
        """What the line says of `day`; None where it says nothing."""
        verdict = self._dated_verdict(day.toordinal())
        if verdict is None:
            timeless = undated_words_follow_the_beginning(
                self.timeless, self.dated, day.toordinal()
            )
            return undated_words_hold_at_an_unknown_time(timeless, self.dated)
        return undated_words_weaken(verdict, self.timeless)

    def _dated_verdict(self, day: int) -> Verdict | None:
        past = [mark for mark in self.dated if mark.latest <= day]
        ahead = [mark for mark in self.dated if mark.earliest > day]
        perhaps = [mark for mark in self.dated if mark.earliest <= day < mark.latest]
        covering = last_covering(past, day)
        if covering:
            return covered_by_its_dates(covering, perhaps)
        if not past and not perhaps:
            return presupposed_by_what_follows(ahead, day)
        return _uncovered(past, perhaps, ahead, day)


def timeline(facts: Iterable[Fact]) -> Timeline:
    """The line that `facts` on one subject draw, in dispute or not.

    >>> timeline([]).on(date(2012, 6, 1)) is None
    True
    """
    marks = place([mark for fact in facts for mark in marks_of(fact)])
    dated = sorted((mark for mark in marks if mark.dated), key=lambda mark: mark.order)
    timeless = tuple(mark for mark in marks if not mark.dated)
    return Timeline(tuple(own_ends_only(known_beginnings(dated))), timeless)


@rule("a-known-beginning-stands-for-an-open-one", INFERENCE)
def known_beginnings(dated: list[Mark]) -> list[Mark]:
    """A span that says only when it ended began when another claim says that it did."""
    return [
        mark
        for mark in dated
        if not (mark.earliest == LONG_AGO < mark.holds_until)
        or not any(o is not mark and o.latest <= mark.latest and o.says_as(mark) for o in dated)
    ]


@rule("own-ends-only", END_OF_FUNCTION, INFERENCE)
def own_ends_only(dated: list[Mark]) -> list[Mark]:
    """The end of one envoy's tenure says nothing of the next one, who had come by then."""
    kept: list[Mark] = []
    current: Mark | None = None
    for mark in dated:
        if mark.value is not None:
            current = mark
        elif current is not None and not set(_ids(mark)) & set(_ids(current)):
            continue
        kept.append(mark)
    return kept


def _ids(mark: Mark) -> list[str]:
    return [fact.id for fact in mark.facts]


def _uncovered(
    past: list[Mark], perhaps: list[Mark], ahead: list[Mark], day: int
) -> Verdict | None:
    """The verdict on a day that no span of a claim covers for sure."""
    last = past[-1] if past else None
    if any(last is None or not mark.says_as(last) for mark in perhaps):
        return too_coarse_to_say(past, perhaps)
    if last is None or last.value is None:
        return None
    run = run_of(past)
    return dated_that_day(run, day) or between_two_changes(run, ahead) or carried_forward(run, day)
