"""Things that happened: the latest of a kind before a day, and how many there were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.reconciliation.asked import Question
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import days_of
from legation.reconciliation.findings import Finding
from legation.reconciliation.rules import rule
from legation.reconciliation.verdicts import Certainty


def latest(facts: Sequence[Fact], subject: Mapping[str, Any], asked: Question) -> list[Finding]:
    """The latest of `facts` that had happened by the day, with their count; none if none had."""
    affirmed = [fact for fact in facts if fact.polarity == "affirmed"]
    by_then = [(fact, sure) for fact in affirmed if (sure := happened_by(fact, asked))]
    if not by_then:
        return []
    last, sure = max(by_then, key=lambda pair: (pair[0].when is not None, *_when(pair[0])))
    return [_finding(last, sure, {**subject, "count": len(by_then)})]


def each(facts: Iterable[Fact], subject: Mapping[str, Any], asked: Question) -> list[Finding]:
    """A finding for each of `facts` that had happened by the day."""
    return [finding for fact in facts for finding in latest([fact], subject, asked)]


@rule("happened-by-then", INFERENCE)
def happened_by(fact: Fact, asked: Question) -> Certainty | None:
    """What is dated to before a day has happened by then; what the dates cannot tell, or have no
    date, possibly has."""
    if fact.when is None:
        return "possible"
    days, day = days_of(fact.when), asked.on.toordinal()
    if days.begin_latest <= day:
        return "certain"
    return "possible" if days.begin_earliest <= day else None


def _finding(fact: Fact, sure: Certainty, subject: Mapping[str, Any]) -> Finding:
    effect = kinds()[fact.kind].effect
    value = effect.affirmed if effect else None
    return Finding(
        subject=subject,
        value=value or "occurred",
        certainty=sure,
        since=fact.when,
        rules=("happened-by-then", *fact.rules),
        facts=(fact,),
    )


def _when(fact: Fact) -> tuple[int, int, str]:
    if fact.when is None:
        return 0, 0, fact.id
    days = days_of(fact.when)
    return days.begin_latest, days.begin_earliest, fact.id
