"""The tenor of a relation: good, bad or mixed; improving, worsening or steady."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model.facts import Fact
from legation.reconciliation.asked import Question
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import NEVER, days_of, since
from legation.reconciliation.findings import Finding
from legation.reconciliation.horizons import faded_finding
from legation.reconciliation.lines.events import latest
from legation.reconciliation.lines.subjects import on_line
from legation.reconciliation.presents import UNKNOWN
from legation.reconciliation.rules import rule

ASPECTS = ("value", "direction")


def tenor(facts: Sequence[Fact], asked: Question) -> list[Finding]:
    """What was last said of the tenor by the day, of its value and of its direction."""
    said = [fact for fact in on_line(facts, "tenor") if fact.polarity == "affirmed"]
    return [found for aspect in ASPECTS for found in last_said(said, aspect, asked)]


@rule("last-said", INFERENCE)
def last_said(facts: Sequence[Fact], aspect: str, asked: Question) -> list[Finding]:
    """The tenor of a relation is the last that was said of it by the day; it is presumed, its age
    is given, and in the end it tells nothing any more."""
    telling = [fact for fact in facts if fact.roles.get(aspect)]
    return [
        _faded(_carried(last, aspect, asked), asked)
        for last in latest(telling, {"aspect": aspect}, asked)
    ]


def _faded(found: Finding, asked: Question) -> Finding:
    spoken = [fact for fact in found.facts if _until_now(fact)]
    kind = found.facts[0].kind
    return faded_finding(found, kind, spoken, asked.presents, asked.on.toordinal())


def _until_now(fact: Fact) -> bool:
    """Whether a fact tells what is, or what has been until its words: 'cool since 1988'."""
    return fact.when is None or days_of(fact.when).end_latest >= NEVER


def _carried(last: Finding, aspect: str, asked: Question) -> Finding:
    fact = last.facts[0]
    heard = _heard(fact, asked)
    sure = last.certainty == "certain" or (fact.when is None and heard is not None)
    return replace(
        last,
        subject={"aspect": aspect},
        value=str(fact.roles[aspect]),
        certainty="presumed" if sure else "possible",
        since=since(fact.when) if fact.when else None,
        evidence_age=None if heard is None else asked.on.toordinal() - heard,
        rules=("last-said", *fact.rules),
    )


def _heard(fact: Fact, asked: Question) -> int | None:
    """The last day by which a tenor is told: of its date or, where that is open or there is none,
    of its documents; None if none of them speaks by the day."""
    days = days_of(fact.when) if fact.when else None
    told = [days.begin_latest] if days else []
    if _until_now(fact):
        present = (asked.presents.get(id_, UNKNOWN).earliest for id_ in fact.documents)
        told += [day for day in present if day is not None and day <= asked.on.toordinal()]
    return max(told, default=None)
