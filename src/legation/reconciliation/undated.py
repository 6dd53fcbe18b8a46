"""What is said without a date: it holds at an unknown time, and yields to what is dated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.marks import Mark
from legation.reconciliation.rules import rule
from legation.reconciliation.verdicts import Verdict


@rule("undated-words-weaken", INFERENCE)
def undated_words_weaken(verdict: Verdict, timeless: Sequence[Mark]) -> Verdict:
    """Undated words that differ make a presumed value only possible; those that agree are given
    with it."""
    if verdict.certainty == "certain":
        return verdict
    agreeing = tuple(f for mark in timeless if _agrees(mark, verdict) for f in mark.facts)
    against = [mark for mark in _last_words(timeless) if not _agrees(mark, verdict)]
    if not against:
        return replace(verdict, facts=verdict.facts + agreeing)
    return replace(
        verdict,
        certainty="possible",
        facts=verdict.facts + agreeing,
        rules=(*verdict.rules, "undated-words-weaken"),
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
        return list(timeless)
    return [mark for mark in timeless if not mark.says_as(began)]


@rule("undated-words-hold-at-an-unknown-time", INFERENCE)
def undated_words_hold_at_an_unknown_time(
    timeless: Sequence[Mark], dated: Sequence[Mark]
) -> Verdict | None:
    """Where nothing dated speaks, what is said without a date is presumed, since an unknown day;
    of two such, what more documents say; and it is only possible where dates elsewhere differ."""
    last = _last_words(timeless)
    if not last:
        return None
    chosen = max(last, key=lambda mark: (_support(mark, last), str(mark.value), mark.facts[0].id))
    against = [mark for mark in last if not mark.says_as(chosen)]
    elsewhere = any(mark.value and not mark.says_as(chosen) for mark in dated)
    agreeing = [mark for mark in timeless if mark.says_as(chosen)]
    facts = tuple(fact for mark in agreeing for fact in mark.facts)
    return Verdict(
        value=str(chosen.value),
        certainty="possible" if elsewhere or against else "presumed",
        since=None,
        until=None,
        evidence_age=None,
        rules=("undated-words-hold-at-an-unknown-time", *(n for f in facts for n in f.rules)),
        facts=facts,
        contradicting=tuple(fact for mark in against for fact in mark.facts),
        alternatives=_others(str(chosen.value), (), against),
        holder=chosen.holder,
        last=chosen.facts[0],
    )


@rule("last-words-of-a-document", INFERENCE)
def _last_words(timeless: Sequence[Mark]) -> list[Mark]:
    """Of undated words that differ within one document, the last ones count."""
    last: dict[str, tuple[int, str, Mark]] = {}
    for mark in timeless:
        for claim in (claim for fact in mark.facts for claim in fact.claims):
            place = (claim.source.start, claim.id, mark)
            held = last.get(claim.source.document)
            if held is None or place[:2] > held[:2]:
                last[claim.source.document] = place
    chosen = {id(mark): mark for _, _, mark in last.values()}
    return [mark for mark in timeless if id(mark) in chosen]


def _support(mark: Mark, marks: Sequence[Mark]) -> int:
    documents: dict[str, set[str]] = defaultdict(set)
    for other in marks:
        if other.says_as(mark):
            documents[str(mark.value)] |= {d for fact in other.facts for d in fact.documents}
    return len(documents[str(mark.value)])


def _agrees(mark: Mark, verdict: Verdict) -> bool:
    return mark.value == verdict.value


def _others(value: str, before: Sequence[str], against: Sequence[Mark]) -> tuple[str, ...]:
    return tuple(sorted({*before, *(str(mark.value) for mark in against)} - {value}))
