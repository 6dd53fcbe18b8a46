"""The rules by which dated marks give a value on a day, and how sure it is."""

from __future__ import annotations

from legation.model.kinds import kinds
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.marks import Mark
from legation.reconciliation.rules import rule
from legation.reconciliation.runs import Run, run_of
from legation.reconciliation.verdicts import Certainty, Verdict

PRESUPPOSED_DAYS = 3653
"""How far back a change lets us presume the value before it: ten years."""

_DAYS_A_YEAR = 365.2425


@rule("covered-by-its-dates", INFERENCE)
def covered_by_its_dates(mark: Mark, perhaps: list[Mark]) -> Verdict | None:
    """A value is certain on a day that the dates of a claim cover for sure; what else is dated
    about that day differs, and stays as disputed."""
    if mark.value is None:
        return None
    against = [other for other in perhaps if other.value and not other.says_as(mark)]
    return verdict_of(Run((mark,)), "certain", "covered-by-its-dates", against)


@rule("dated-that-day", INFERENCE)
def dated_that_day(run: Run, day: int) -> Verdict | None:
    """A change dated to the very day is certain on it."""
    last = run.marks[-1]
    if not last.earliest == day == last.latest:
        return None
    return verdict_of(run, "certain", "dated-that-day")


@rule("between-two-changes", INFERENCE)
def between_two_changes(run: Run, ahead: list[Mark]) -> Verdict | None:
    """A value is certain between the change that brought it and the next one, when that one
    presupposes it: open between an opening and a closing."""
    following = ahead[0] if ahead else None
    if following is None or following.presupposes != run.marks[-1].value:
        return None
    if not any(mark.onset for mark in run.marks):
        return None
    return verdict_of(run, "certain", "between-two-changes", until=following)


@rule("carried-forward", INFERENCE)
def carried_forward(run: Run, day: int) -> Verdict | None:
    """Where nothing later is known, a value is presumed to hold on from its last evidence, whose
    age is given; an envoy or a war is not presumed for more than ten years."""
    age = day - run.last_evidence
    last = run.marks[-1]
    effect = kinds()[last.facts[0].kind].effect
    fades = effect.fades if effect and last.value != effect.after else None
    if fades and age > fades * _DAYS_A_YEAR:
        return None
    return verdict_of(run, "presumed", "carried-forward", age=age)


@rule("too-coarse-to-say", INFERENCE)
def too_coarse_to_say(past: list[Mark], perhaps: list[Mark]) -> Verdict | None:
    """Where a change may or may not have come before the day, the value after it is possible,
    and so is the one before it."""
    row = [*past, *perhaps]
    beginnings = [mark for mark in perhaps if mark.value and mark.facts and not _ends(mark)]
    chosen = (
        beginnings[-1] if beginnings else next((mark for mark in reversed(row) if mark.value), None)
    )
    if chosen is None:
        return None
    before = past[-1:] if past and past[-1].value else []
    against = [mark for mark in [*before, *perhaps] if mark.value and not mark.says_as(chosen)]
    run = run_of(row[: row.index(chosen) + 1])
    return verdict_of(run, "possible", "too-coarse-to-say", against)


@rule("presupposed-by-what-follows", INFERENCE)
def presupposed_by_what_follows(ahead: list[Mark], day: int) -> Verdict | None:
    """In the ten years before a change, the value that it presupposes is possible: before a
    reopening a mission was closed."""
    following = ahead[0] if ahead else None
    if following is None or following.presupposes is None:
        return None
    if following.earliest - day > PRESUPPOSED_DAYS:
        return None
    return Verdict(
        value=following.presupposes,
        certainty="possible",
        since=None,
        until=following.since,
        evidence_age=None,
        rules=("presupposed-by-what-follows",),
        facts=following.facts,
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
