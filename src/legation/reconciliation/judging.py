"""The rules by which dated marks give a value on a day, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model.kinds import kinds
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import LONG_AGO, NEVER, days_of, is_exact
from legation.reconciliation.horizons import PRESUPPOSED_DAYS, faded, no_older_than_their_reading
from legation.reconciliation.marks import Mark
from legation.reconciliation.presents import Presents
from legation.reconciliation.rules import rule
from legation.reconciliation.runs import Run, run_of
from legation.reconciliation.verdicts import Certainty, Verdict


@rule("covered-by-its-dates", INFERENCE)
def covered_by_its_dates(mark: Mark, perhaps: list[Mark]) -> Verdict:
    """A value is certain on a day that the dates of a claim cover for sure; what else is dated
    about that day differs, and stays as disputed."""
    against = [other for other in perhaps if other.value and not other.says_as(mark)]
    return verdict_of(Run((mark,)), "certain", "covered-by-its-dates", against)


@rule("dated-that-day", INFERENCE)
def dated_that_day(run: Run, day: int) -> Verdict | None:
    """A change dated to the very day is certain on it."""
    last = run.marks[-1]
    if not last.earliest == day == last.latest:
        return None
    return verdict_of(run, "certain", "dated-that-day")


@rule("come-by-its-last-day", INFERENCE)
def come_by_its_last_day(run: Run, day: int) -> Verdict | None:
    """A change dated to a month or a year has come by the last day of it, whichever day it was: on
    that day it is certain, and carried forward from the next."""
    last = run.marks[-1]
    when = last.facts[0].when
    if not (last.onset and last.latest == day and when and is_exact(when)):
        return None
    return verdict_of(run, "certain", "come-by-its-last-day")


@rule("between-two-changes", INFERENCE)
def between_two_changes(run: Run, following: Mark | None) -> Verdict | None:
    """A value is certain between the day on which it is told to begin, or to hold, and the next
    change, when that one presupposes it: open between an opening and a closing."""
    if following is None or following.presupposes != run.marks[-1].value:
        return None
    return verdict_of(run, "certain", "between-two-changes", until=following)


@rule("carried-forward", INFERENCE)
def carried_forward(run: Run, timeless: Sequence[Mark], presents: Presents, day: int) -> Verdict:
    """Where nothing later is known, a value is presumed to hold on from its last evidence, whose
    age is given, as far as evidence of its kind reaches."""
    heard = max((_heard(mark, run, day) for mark in timeless), default=LONG_AGO)
    last = run.last_evidence
    verdict = verdict_of(run, "presumed", "carried-forward", age=day - max(last, heard))
    if heard > last:
        verdict = replace(verdict, rules=(*verdict.rules, "the-present-of-a-document"))
    until_now = [mark for mark in run.marks if _not_until_now(mark)]
    return no_older_than_their_reading(verdict, until_now, presents, day) or faded(
        verdict, run.marks[-1]
    )


def _not_until_now(mark: Mark) -> bool:
    """Whether a mark tells that something has not been until now: 'nobody since 2015'."""
    fact = mark.facts[0]
    open_ = bool(fact.when) and days_of(fact.when or "").end_latest >= NEVER
    return open_ and fact.polarity == "denied"


def _heard(mark: Mark, run: Run, day: int) -> int:
    """The last day by which documents say without a date that the value of a run holds."""
    if mark.onset or not mark.says_as(run.marks[-1]):
        return LONG_AGO
    return max((at for at in mark.told_at if at <= day), default=LONG_AGO)


@rule("what-is-over-stays-over", INFERENCE)
def what_is_over_stays_over(run: Run) -> Verdict | None:
    """A war, or another conflict, that has ended stays ended for certain, until another is told
    of."""
    effect = kinds()[run.marks[-1].facts[0].kind].effect
    over = run.marks[-1].value == "ended" and effect is not None and effect.line == "conflict"
    return verdict_of(run, "certain", "what-is-over-stays-over") if over else None


@rule("too-coarse-to-say", INFERENCE)
def too_coarse_to_say(past: Sequence[Mark], perhaps: list[Mark], day: int) -> Verdict:
    """Where a change may or may not have come before the day, the value after it is possible,
    and so is the one before it; of what a span may have ended, it is the value of the span."""
    row = [*past, *perhaps]
    beginnings = [mark for mark in perhaps if mark.value and not _ends(mark)]
    dated = dated_changes_come_first(past, beginnings, day)
    held = [mark for mark in row if mark.value and not _ends(mark)]
    last = dated or held[-1:] or [mark for mark in row if mark.value][-1:]
    chosen = last[-1]
    before = list(past[-1:]) if past and past[-1].value else []
    others = [mark for mark in [*before, *perhaps] if mark.value and not mark.says_as(chosen)]
    names = ("dated-changes-come-first",) if dated else ()
    verdict = verdict_of(
        run_of(row[: row.index(chosen) + 1]), "possible", "too-coarse-to-say", others
    )
    return replace(verdict, rules=(*verdict.rules, *names, *(n for m in others for n in m.rules)))


@rule("dated-changes-come-first", INFERENCE)
def dated_changes_come_first(past: Sequence[Mark], beginnings: list[Mark], day: int) -> list[Mark]:
    """For ten years after a change with a date, what its document tells without one to have come
    later has not yet come for sure: just after a break the return is the other possibility."""
    early = [
        mark
        for mark in beginnings
        if "order-of-the-document" in mark.rules and day - mark.earliest <= PRESUPPOSED_DAYS
    ]
    if not early:
        return []
    return [mark for mark in [*past[-1:], *beginnings] if mark.value and mark not in early]


@rule("presupposed-by-what-follows", INFERENCE)
def presupposed_by_what_follows(following: Mark | None, day: int) -> Verdict | None:
    """On the eve of a change, the day before the first on which it can have come, the value that it
    presupposes is presumed; since when that had been so it does not tell."""
    if following is None or following.presupposes is None or following.earliest - day > 1:
        return None
    eve = _before(following, following.presupposes, day, "presupposed-by-what-follows")
    return replace(eve, certainty="presumed") if eve else None


@rule("seen-later", INFERENCE)
def seen_later(following: Mark | None, day: int) -> Verdict | None:
    """What is seen on a day, and did not begin on it, was possibly so in the ten years before."""
    if following is None or following.onset or following.value is None:
        return None
    return _before(following, following.value, day, "seen-later")


def _before(following: Mark, value: str, day: int, name: str) -> Verdict | None:
    """The verdict that `value` is possible before a mark, unless that is too far ahead."""
    if following.earliest - day > PRESUPPOSED_DAYS:
        return None
    seen = not following.onset
    return Verdict(
        value=value,
        certainty="possible",
        since=None,
        until=following.since,
        evidence_age=None,
        rules=(name, *following.rules),
        facts=following.facts,
        holder=following.holder if seen else None,
        last=following.facts[0] if seen else None,
    )


def verdict_of(
    run: Run,
    certainty: Certainty,
    name: str,
    against: list[Mark] | None = None,
    until: Mark | None = None,
    age: int | None = None,
) -> Verdict:
    """The verdict that the last value of `run` holds, by the rule called `name`."""
    last = run.marks[-1]
    against = against or []
    return Verdict(
        value=str(last.value),
        certainty=certainty,
        since=run.since,
        until=_end(last, until),
        evidence_age=age,
        rules=(name, *run.rules),
        facts=run.facts + (until.facts if until else ()),
        contradicting=tuple(fact for mark in against for fact in mark.facts),
        alternatives=tuple(sorted({str(mark.value) for mark in against} - {last.value})),
        holder=last.holder,
        last=last.facts[0],
    )


def _end(last: Mark, following: Mark | None) -> str | None:
    """When the value ends: with the change that follows, unless that is a move that keeps it."""
    if following is None:
        return last.until
    return None if following.value == last.value else following.since


def _ends(mark: Mark) -> bool:
    """Whether the mark is the end of a span rather than a beginning."""
    return "ended-with-its-span" in mark.rules
