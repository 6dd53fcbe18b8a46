"""Changes that presuppose another which nothing tells of: a mission opened twice, a break twice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from legation.model.facts import Fact
from legation.reconciliation.anomalous.anomaly import Anomaly
from legation.reconciliation.authorities import INFERENCE, MUTUAL_CONSENT, SEVERANCE
from legation.reconciliation.dating import NEVER, days_of
from legation.reconciliation.lines.missions import lines_of_missions
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import first_name

_OPENS = ("mission_opened", "mission_reopened")
_MEETS = ("relations_established", "relations_restored")


def of_missions(facts: Sequence[Fact]) -> Iterator[Anomaly]:
    """What does not go together in the openings and closings of each mission."""
    for line in lines_of_missions(facts):
        yield from opened_twice(line)
        yield from closed_twice(line)
        yield from reopened_never_closed(line)


def of_relations(facts: Sequence[Fact]) -> Iterator[Anomaly]:
    """What does not go together in the beginnings, breaks and returns of relations."""
    yield from severed_twice(facts)
    yield from established_twice(facts)


@rule("opened-twice", MUTUAL_CONSENT, INFERENCE)
def opened_twice(line: Sequence[Fact]) -> Iterator[Anomaly]:
    """A mission is not opened twice with no closing between; a new rank is no new mission."""
    for earlier, later in _twice(line, ("mission_opened",), _closings(line)):
        if not _ranks_differ(earlier, later):
            yield Anomaly("opened-twice", (earlier, later))


@rule("closed-twice", INFERENCE)
def closed_twice(line: Sequence[Fact]) -> Iterator[Anomaly]:
    """A mission is not closed twice with no opening between."""
    opening = [fact for fact in line if fact.kind in (*_OPENS, "mission_present")]
    for earlier, later in _twice(line, ("mission_closed",), opening):
        yield Anomaly("closed-twice", (earlier, later))


@rule("reopened-never-closed", INFERENCE)
def reopened_never_closed(line: Sequence[Fact]) -> Iterator[Anomaly]:
    """A mission that is reopened although it is told to have been opened, and no closing of it is
    told of, was closed without a word."""
    opened = _dated(line, ("mission_opened",))
    for later in _dated(line, ("mission_reopened",)):
        before = [fact for fact in opened if _surely_before(fact, later)]
        if before and not _closings(line):
            yield Anomaly("reopened-never-closed", (before[-1], later))


@rule("severed-twice", SEVERANCE, INFERENCE)
def severed_twice(facts: Sequence[Fact]) -> Iterator[Anomaly]:
    """Relations are not broken off twice without having been restored between."""
    returns = [fact for fact in facts if fact.kind in (*_MEETS, "relations_maintained")]
    for earlier, later in _twice(facts, ("relations_severed",), returns):
        yield Anomaly("severed-twice", (earlier, later))


@rule("established-twice", MUTUAL_CONSENT, INFERENCE)
def established_twice(facts: Sequence[Fact]) -> Iterator[Anomaly]:
    """Relations are neither established nor restored twice without having been broken off
    between."""
    breaks = [fact for fact in facts if fact.kind == "relations_severed"]
    for kind in _MEETS:
        for earlier, later in _twice(facts, (kind,), breaks):
            yield Anomaly("established-twice", (earlier, later))


def _twice(
    facts: Sequence[Fact], kinds: Collection[str], between: Sequence[Fact]
) -> Iterator[tuple[Fact, Fact]]:
    """Changes of `kinds` that follow each other, where none of `between` may have come between."""
    for earlier, later in pairwise(_dated(facts, kinds)):
        if _surely_before(earlier, later) and not any(
            _may_lie_between(fact, earlier, later) for fact in between
        ):
            yield earlier, later


def _dated(facts: Sequence[Fact], kinds: Collection[str]) -> list[Fact]:
    found = [f for f in facts if f.kind in kinds and f.when and f.polarity == "affirmed"]
    return sorted(found, key=lambda fact: (days_of(fact.when or "").begin_earliest, fact.id))


def _closings(line: Sequence[Fact]) -> list[Fact]:
    """What tells of a mission that it was closed, absent, elsewhere, or there for a while only."""
    return [
        fact
        for fact in line
        if fact.kind in ("mission_closed", "mission_relocated")
        or fact.polarity == "denied"
        or _ends(fact)
    ]


def _ends(fact: Fact) -> bool:
    return bool(
        fact.kind == "mission_present" and fact.when and days_of(fact.when).end_latest < NEVER
    )


def _surely_before(earlier: Fact, later: Fact) -> bool:
    return days_of(earlier.when or "").end_latest < days_of(later.when or "").begin_earliest


def _may_lie_between(fact: Fact, earlier: Fact, later: Fact) -> bool:
    if fact.when is None:
        return True
    first, last = days_of(earlier.when or ""), days_of(later.when or "")
    here = days_of(fact.when)
    return here.end_latest >= first.begin_earliest and here.begin_earliest <= last.end_latest


def _ranks_differ(a: Fact, b: Fact) -> bool:
    return len({first_name(fact.roles.get("mission_type")) for fact in (a, b)} - {None}) > 1
