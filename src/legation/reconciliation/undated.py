"""What is said without a date: it holds at an unknown time, and yields to what is dated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.horizons import PRESUPPOSED_DAYS, faded, no_older_than_their_reading
from legation.reconciliation.marks import Mark
from legation.reconciliation.presents import Presents
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import of_two_persons
from legation.reconciliation.verdicts import Certainty, Verdict


@rule("undated-words-weaken", INFERENCE)
def undated_words_weaken(verdict: Verdict, timeless: Sequence[Mark], day: int) -> Verdict:
    """Undated words that differ, or name another in the post, make a presumed value only possible,
    unless their document speaks of a later time; those that agree are given with it."""
    if verdict.certainty in ("certain", None):
        return verdict
    agreeing = tuple(f for mark in timeless if _agrees(mark, verdict) for f in mark.facts)
    against = [m for m in timeless if not _agrees(m, verdict) and not _speaks_later(m, day)]
    if not against:
        return replace(verdict, facts=verdict.facts + agreeing)
    return replace(
        verdict,
        certainty="possible",
        facts=verdict.facts + agreeing,
        rules=(*verdict.rules, "undated-words-weaken", *(n for m in against for n in m.rules)),
        contradicting=verdict.contradicting + tuple(f for mark in against for f in mark.facts),
        alternatives=_others(verdict.value, verdict.alternatives, against),
    )


@rule("undated-words-follow-the-beginning", INFERENCE)
def undated_words_follow_the_beginning(
    timeless: Sequence[Mark], dated: Sequence[Mark], day: int
) -> list[Mark]:
    """What is said without a date to be open or to hold is not said of the days before it was
    first opened or established."""
    began = next((mark for mark in dated if mark.onset and mark.value is not None), None)
    if began is None or began.earliest <= day or began.holder is not None:
        return []
    return [mark for mark in timeless if mark.says_as(began)]


@rule("undated-words-hold-at-an-unknown-time", INFERENCE)
def undated_words_hold_at_an_unknown_time(
    timeless: Sequence[Mark], dated: Sequence[Mark], presents: Presents, day: int
) -> Verdict:
    """Where nothing dated speaks, what is said without a date is presumed from the time on of
    which its document speaks; where that is not known, and where what is dated no earlier differs,
    it is only possible. Of two such, what more documents say."""
    chosen = max(
        timeless, key=lambda mark: (_support(mark, timeless), str(mark.value), mark.facts[0].id)
    )
    against = [mark for mark in timeless if not mark.says_as(chosen)]
    agreeing = [mark for mark in timeless if mark.says_as(chosen)]
    facts = tuple(fact for mark in agreeing for fact in mark.facts)
    certainty, age = _sureness(agreeing, day)
    elsewhere = any(
        mark.value and not mark.says_as(chosen) and (age is None or mark.latest >= day - age)
        for mark in dated
    )
    verdict = Verdict(
        value=str(chosen.value),
        certainty="possible" if elsewhere or against else certainty,
        since=None,
        until=None,
        evidence_age=age,
        rules=(
            "undated-words-hold-at-an-unknown-time",
            *(name for fact in facts for name in fact.rules),
            *(name for mark in agreeing for name in mark.rules),
        ),
        facts=facts,
        contradicting=tuple(fact for mark in against for fact in mark.facts),
        alternatives=_others(str(chosen.value), (), against),
        holder=chosen.holder,
        last=chosen.facts[0],
    )
    return (
        the_present_tells_nothing_of_before(agreeing, day)
        or words_reach_back_ten_years(agreeing, day)
        or no_older_than_their_reading(
            verdict, [mark for mark in agreeing if not mark.onset], presents, day
        )
        or faded(verdict, chosen)
    )


@rule("the-present-tells-nothing-of-before", INFERENCE)
def the_present_tells_nothing_of_before(agreeing: Sequence[Mark], day: int) -> Verdict | None:
    """Words of no date that tell what is are carried forward from the time of which their document
    speaks, and never back."""
    now = not any(mark.onset for mark in agreeing) and all(mark.told_at for mark in agreeing)
    if not now or min(min(mark.told_at) for mark in agreeing) <= day:
        return None
    return nothing(agreeing, "the-present-tells-nothing-of-before")


@rule("words-reach-back-ten-years", INFERENCE)
def words_reach_back_ten_years(agreeing: Sequence[Mark], day: int) -> Verdict | None:
    """A change told without a date is nothing that one supposes of a day more than ten years before
    the time of which its document speaks, where that is known."""
    spoken = [mark.told_at for mark in agreeing]
    if not all(spoken) or min(min(days) for days in spoken) - day <= PRESUPPOSED_DAYS:
        return None
    return nothing(agreeing, "words-reach-back-ten-years")


def _sureness(agreeing: Sequence[Mark], day: int) -> tuple[Certainty, int | None]:
    """How sure undated words are of a day, and how old they are by then, if they are by then."""
    spoken = [at for mark in agreeing for at in mark.told_at if at <= day]
    return ("presumed", day - max(spoken)) if spoken else ("possible", None)


def nothing(marks: Sequence[Mark], *names: str) -> Verdict:
    """The verdict that marks tell nothing of a day, by the rules of these names."""
    facts = tuple(fact for mark in marks for fact in mark.facts)
    return Verdict(
        value="unknown",
        certainty=None,
        since=None,
        until=None,
        evidence_age=None,
        rules=names,
        facts=facts,
        last=facts[0],
    )


def _speaks_later(mark: Mark, day: int) -> bool:
    """Whether words of what is are all of documents that speak of a time after the day."""
    return not mark.onset and bool(mark.told_at) and mark.told_at[0] > day


def _support(mark: Mark, marks: Sequence[Mark]) -> int:
    documents: dict[str, set[str]] = defaultdict(set)
    for other in marks:
        if other.says_as(mark):
            documents[str(mark.value)] |= {d for fact in other.facts for d in fact.documents}
    return len(documents[str(mark.value)])


def _agrees(mark: Mark, verdict: Verdict) -> bool:
    """Whether words bear a verdict out: they give its value, and name nobody else in the post."""
    if mark.value != verdict.value:
        return False
    return not (mark.holder and verdict.holder and of_two_persons(mark.holder, verdict.holder))


def _others(value: str, before: Sequence[str], against: Sequence[Mark]) -> tuple[str, ...]:
    return tuple(sorted({*before, *(str(mark.value) for mark in against)} - {value}))
