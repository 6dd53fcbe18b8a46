"""Marks on the line of time: where a value begins to hold, as the facts give it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from legation.model.facts import Fact
from legation.model.kinds import Effect, kinds
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import LONG_AGO, NEVER, Days, days_of, since, until
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import same_person

_OCCASION = 731
"""The most days, two calendar years, that a span of figures or sessions takes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value (None: no longer known) that begins to hold between two days.

    `holds_until` is the last day through which a claim itself says that it holds; `holder` the
    person where the value is one's being in post; `onset` whether the value is new here, or
    only seen here; `presupposes` the value just before. A mark without a date has no place in
    time, but may have `told_at`: the days from which on its documents speak.
    """

    earliest: int
    latest: int
    value: str | None
    facts: tuple[Fact, ...]
    onset: bool
    holder: Fact | None = None
    holds_until: int = LONG_AGO
    since: str | None = None
    until: str | None = None
    presupposes: str | None = None
    dated: bool = True
    rules: tuple[str, ...] = field(default=())
    told_at: tuple[int, ...] = ()

    @property
    def order(self) -> tuple[int, int, bool, str]:
        """The place of the mark in time: by its last possible day, then by its first; what is no
        longer known comes before what is newly known."""
        return self.latest, self.earliest, self.value is not None, self.facts[0].id

    def by(self, name: str) -> Mark:
        """The mark as a rule leaves it that tells more of it, or sets another aside for it."""
        return replace(self, rules=tuple(dict.fromkeys((*self.rules, name))))

    def says_as(self, other: Mark) -> bool:
        """Whether both give the same value, and the same person where it is a person's."""
        same = (
            self.holder is None or other.holder is None or _same_holder(self.holder, other.holder)
        )
        return self.value == other.value and same


def marks_of(fact: Fact) -> list[Mark]:
    """The marks that a fact puts on its line: one, two for a span that ends, none for no effect.

    An undated fact gives one mark that is not dated.
    """
    effect = kinds()[fact.kind].effect
    value = _value(fact, effect) if effect else None
    if effect is None or value is None:
        return []
    if fact.when is None:
        return [_undated(fact, value, effect)]
    days, by = in_dispute_until_the_last_end(days_of(fact.when), fact)
    begin = in_dispute_until_the_last_date(_beginning(fact, days, value, effect), fact)
    if kinds()[fact.kind].aspect == "tenure" and fact.polarity == "denied":
        begin = empty_from_the_day_after(begin)
    if an_occasion_ends_nothing(fact, days, effect):
        return [replace(begin, rules=(*begin.rules, "an-occasion-ends-nothing"))]
    marks = [begin, *ends_with_its_span(fact, days, effect)]
    return [replace(mark, rules=(*mark.rules, *by)) for mark in marks] if by else marks


def _undated(fact: Fact, value: str, effect: Effect) -> Mark:
    onset = kinds()[fact.kind].aspect == "event"
    prior = effect.presupposes if onset else None
    return Mark(
        LONG_AGO, NEVER, value, (fact,), onset, _holder(fact), presupposes=prior, dated=False
    )


def _holder(fact: Fact) -> Fact | None:
    return fact if kinds()[fact.kind].aspect == "tenure" and fact.polarity == "affirmed" else None


def _beginning(fact: Fact, days: Days, value: str, effect: Effect) -> Mark:
    aspect = kinds()[fact.kind].aspect
    seen = not days.interval or an_occasion_ends_nothing(fact, days, effect)
    seen_only = aspect == "state" and seen
    event = aspect == "event"
    return Mark(
        earliest=days.begin_earliest,
        latest=days.begin_latest if days.begin_latest > LONG_AGO else days.end_earliest,
        value=value,
        facts=(fact,),
        onset=not seen_only,
        holder=_holder(fact),
        holds_until=days.end_earliest if days.interval and days.end_earliest < NEVER else LONG_AGO,
        since=None if seen_only else since(fact.when or ""),
        until=None if event or seen_only else until(fact.when or ""),
        presupposes=effect.presupposes if event and fact.polarity == "affirmed" else None,
    )


@rule("empty-from-the-day-after", INFERENCE)
def empty_from_the_day_after(mark: Mark) -> Mark:
    """A post that nobody has held since a day is empty from the day after: on that day its holder
    was there still."""
    moved = replace(mark, earliest=mark.earliest + 1, latest=mark.latest + 1)
    return moved.by("empty-from-the-day-after")


@rule("in-dispute-until-the-last-date", INFERENCE)
def in_dispute_until_the_last_date(mark: Mark, fact: Fact) -> Mark:
    """A change told with several dates is possible from the first of them and no more than that
    until the last."""
    told = (days_of(claim.when) for claim in fact.disputed if claim.when)
    others = [days for days in told if days.begin_latest > LONG_AGO]
    earliest = min([mark.earliest, *(days.begin_earliest for days in others)])
    latest = max([mark.latest, *(days.begin_latest for days in others)])
    if (earliest, latest) == (mark.earliest, mark.latest):
        return mark
    return replace(mark, earliest=earliest, latest=latest).by("in-dispute-until-the-last-date")


@rule("in-dispute-until-the-last-end", INFERENCE)
def in_dispute_until_the_last_end(days: Days, fact: Fact) -> tuple[Days, tuple[str, ...]]:
    """A span told with several ends may be over after the first of them, and is over only after
    the last."""
    told = (days_of(claim.when) for claim in fact.disputed if claim.when)
    others = [other for other in told if other.interval and other.end_latest < NEVER]
    if not days.interval or days.end_latest >= NEVER:
        return days, ()
    first = min([days.end_earliest, *(other.end_earliest for other in others)])
    last = max([days.end_latest, *(other.end_latest for other in others)])
    if (first, last) == (days.end_earliest, days.end_latest):
        return days, ()
    return days._replace(end_earliest=first, end_latest=last), ("in-dispute-until-the-last-end",)


@rule("an-occasion-ends-nothing", INFERENCE)
def an_occasion_ends_nothing(fact: Fact, days: Days, effect: Effect) -> bool:
    """A tie that is told of a few days, or of a year's figures, was seen then, and neither began
    nor ended with them: a commission outlives its session."""
    lasting = effect.line == "tie" and kinds()[fact.kind].aspect == "state"
    return lasting and days.interval and days.width <= _OCCASION


@rule("ended-with-its-span", INFERENCE)
def ends_with_its_span(fact: Fact, days: Days, effect: Effect) -> list[Mark]:
    """What held for a span that is over holds no longer from the day after its last: a mission is
    closed then, and of an envoy or of relations no more is known."""
    single_war = fact.kind == "war" and not days.interval
    if kinds()[fact.kind].aspect == "event" or not (days.interval or single_war):
        return []
    if days.end_latest >= NEVER:
        return []
    value = effect.after if fact.polarity == "affirmed" else None
    end = Mark(
        earliest=days.end_earliest + 1,
        latest=days.end_latest + 1,
        value=value,
        facts=(fact,),
        onset=True,
        since=until(fact.when or "") or fact.when,
        presupposes=effect.affirmed if value else None,
        rules=("ended-with-its-span",),
    )
    return [end]


def _value(fact: Fact, effect: Effect) -> str | None:
    return effect.affirmed if fact.polarity == "affirmed" else effect.denied


def _same_holder(a: Fact, b: Fact) -> bool:
    """Whether two tenures are of one person; of two who are not named one cannot say otherwise."""
    one, other = a.roles.get("person"), b.roles.get("person")
    return one == other or same_person(one, other)
