"""A line of a relation through time, and what it says of a day.

The line is a row of marks, each with the days between which its value began. The last mark
that is certainly past gives the value; marks that are only possibly past make it uncertain;
what is said without a date holds at an unknown time, and answers where nothing dated does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from legation.model.facts import Fact
from legation.reconciliation.anchored import (
    an_anchored_date_lets_one_presume,
    no_earlier_than_its_event,
)
from legation.reconciliation.authorities import END_OF_FUNCTION, INFERENCE
from legation.reconciliation.dating import LONG_AGO
from legation.reconciliation.horizons import beyond_the_record
from legation.reconciliation.judging import (
    between_two_changes,
    carried_forward,
    come_by_its_last_day,
    covered_by_its_dates,
    dated_that_day,
    presupposed_by_what_follows,
    seen_later,
    too_coarse_to_say,
    what_is_over_stays_over,
)
from legation.reconciliation.marks import Mark, marks_of
from legation.reconciliation.placing import place
from legation.reconciliation.present_words import heard, spoken
from legation.reconciliation.presents import Presents
from legation.reconciliation.rules import rule
from legation.reconciliation.runs import last_covering, run_of
from legation.reconciliation.undated import (
    nothing,
    undated_words_follow_the_beginning,
    undated_words_hold_at_an_unknown_time,
    undated_words_weaken,
)
from legation.reconciliation.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days of dated marks, as columns, so that only those marks are looked at that matter.

    `first` and `last` are those between which each begins, `last` in rising order; `held` is the
    latest day through which any of the marks until then says that it holds.
    """

    first: Sequence[int]
    last: Sequence[int]
    held: Sequence[int]

    @classmethod
    def of(cls, dated: Sequence[Mark]) -> Bounds:
        """The bounds of marks in their order."""
        first, last = [mark.earliest for mark in dated], [mark.latest for mark in dated]
        return cls(first, last, list(accumulate((mark.holds_until for mark in dated), max)))


@dataclass(frozen=True, slots=True)
class Timeline:
    """The marks of one line: those with a place in time, in order, and those without."""

    dated: Sequence[Mark]
    timeless: Sequence[Mark]
    bounds: Bounds

    def on(self, day: date, presents: Presents) -> Verdict | None:
        """What the line says of `day`, 'unknown' where its evidence does not reach; None where
        there is none. `presents` are those of its documents."""
        return _Judge(self, heard(self.timeless, presents), presents).on(day.toordinal())


@dataclass(frozen=True, slots=True)
class _Judge:
    """A line as documents of certain presents draw it."""

    line: Timeline
    timeless: Sequence[Mark]
    presents: Presents

    def on(self, at: int) -> Verdict | None:
        dated = self._dated_verdict(at)
        found: Verdict | None
        if dated is not None and dated.certainty is not None:
            found = undated_words_weaken(dated, self.timeless, at)
        else:
            undated = self._undated_verdict(at)
            found = undated if dated is None or (undated and undated.certainty) else dated
        if found is None:
            return None
        found = an_anchored_date_lets_one_presume(found, at)
        return beyond_the_record(found, self.presents, at)

    def _undated_verdict(self, day: int) -> Verdict | None:
        dated = self.line.dated
        early = undated_words_follow_the_beginning(self.timeless, dated, day)
        rest = [mark for mark in self.timeless if mark not in early] if early else self.timeless
        if rest:
            return undated_words_hold_at_an_unknown_time(rest, dated, self.presents, day)
        return nothing(early, "undated-words-follow-the-beginning") if early else None

    def _dated_verdict(self, day: int) -> Verdict | None:
        dated, bounds = self.line.dated, self.line.bounds
        place = bisect_right(bounds.last, day)
        past, later = dated[:place], range(place, len(dated))
        perhaps = [dated[at] for at in later if bounds.first[at] <= day]
        ahead = next((dated[at] for at in later if bounds.first[at] > day), None)
        if place and bounds.held[place - 1] >= day and (covering := last_covering(past, day)):
            return covered_by_its_dates(covering, perhaps)
        if not past and not perhaps:
            return presupposed_by_what_follows(ahead, day) or seen_later(ahead, day)
        return self._uncovered(past, perhaps, ahead, day)

    def _uncovered(
        self, past: Sequence[Mark], perhaps: list[Mark], ahead: Mark | None, day: int
    ) -> Verdict | None:
        """The verdict on a day that no span of a claim covers for sure."""
        last = past[-1] if past else None
        if last is None or any(not mark.says_as(last) for mark in perhaps):
            return too_coarse_to_say(past, perhaps, day)
        if last.value is None:
            return nothing([last], *last.rules)
        run = run_of(past)
        return (
            dated_that_day(run, day)
            or come_by_its_last_day(run, day)
            or between_two_changes(run, ahead)
            or what_is_over_stays_over(run)
            or carried_forward(run, self.timeless, self.presents, day)
        )


def timeline(facts: Iterable[Fact], presents: Presents) -> Timeline:
    """The line that `facts` on one subject draw, told by documents with these presents.

    >>> timeline([], {}).on(date(2012, 6, 1), {}) is None
    True
    """
    told = [no_earlier_than_its_event(mark) for fact in facts for mark in marks_of(fact)]
    marks = spoken(place(told, presents), presents)
    dated = sorted((mark for mark in marks if mark.dated), key=lambda mark: mark.order)
    timeless = tuple(mark for mark in marks if not mark.dated)
    known = tuple(own_ends_only(known_beginnings(dated)))
    return Timeline(known, timeless, Bounds.of(known))


@rule("a-known-beginning-stands-for-an-open-one", INFERENCE)
def known_beginnings(dated: list[Mark]) -> list[Mark]:
    """A span that says only when it ended began when another claim says that it did."""
    kept = list(dated)
    for mark in dated:
        if mark.earliest == LONG_AGO < mark.holds_until:
            known = (o for o in kept if o is not mark and _begins_before(o, mark))
            standing = next(known, None)
            if standing is not None:
                kept[kept.index(standing)] = standing.by("a-known-beginning-stands-for-an-open-one")
                kept.remove(mark)
    return kept


def _begins_before(mark: Mark, open_one: Mark) -> bool:
    return mark.earliest > LONG_AGO and mark.latest <= open_one.latest and mark.says_as(open_one)


@rule("own-ends-only", END_OF_FUNCTION, INFERENCE)
def own_ends_only(dated: list[Mark]) -> list[Mark]:
    """The end of one envoy's tenure says nothing of the next one, who had come by then."""
    kept: list[Mark] = []
    current: int | None = None
    for mark in dated:
        if mark.value is not None:
            current = len(kept)
        elif current is not None and not set(_ids(mark)) & set(_ids(kept[current])):
            kept[current] = kept[current].by("own-ends-only")
            continue
        kept.append(mark)
    return kept


def _ids(mark: Mark) -> list[str]:
    return [fact.id for fact in mark.facts]
