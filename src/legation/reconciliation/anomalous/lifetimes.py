"""What is told of a state before it was there, or when it was no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from legation.entities import states
from legation.entities.ends import gone_on
from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.model.parties import codes
from legation.reconciliation.anomalous.anomaly import Anomaly
from legation.reconciliation.authorities import INFERENCE, RECOGNITION, SUCCESSION
from legation.reconciliation.dating import days_of
from legation.reconciliation.rules import rule

_FAMILIES = ("missions", "officials", "contacts", "agreements")


def of_lifetimes(facts: Sequence[Fact]) -> Iterator[Anomaly]:
    """What does not go together with the years in which states were there."""
    told = [
        fact
        for fact in facts
        if fact.when and fact.polarity == "affirmed" and kinds()[fact.kind].family in _FAMILIES
    ]
    for fact in told:
        for code in sorted(_states_of(fact)):
            yield from before_its_beginning(fact, code)
            yield from after_its_end(fact, code)


@rule("before-its-beginning", RECOGNITION, INFERENCE)
def before_its_beginning(fact: Fact, code: str) -> Iterator[Anomaly]:
    """A state has no missions, envoys, visits or agreements before its first year."""
    start = states()[code].start
    if start and days_of(fact.when or "").begin_latest < date(start, 1, 1).toordinal():
        yield Anomaly("before-its-beginning", (fact,), {"state": code, "began": str(start)})


@rule("after-its-end", SUCCESSION, INFERENCE)
def after_its_end(fact: Fact, code: str) -> Iterator[Anomaly]:
    """A state has no missions, envoys, visits or agreements from the day on which it was no
    more."""
    end = gone_on(code)
    if end and days_of(fact.when or "").begin_earliest >= end.toordinal():
        yield Anomaly("after-its-end", (fact,), {"state": code, "gone": end.isoformat()})


def _states_of(fact: Fact) -> set[str]:
    roles = kinds()[fact.kind].parties
    return {code for role in roles for code in codes(fact.roles.get(role)) if code in states()}
