"""Conflict: wars, occupations, disputes and sanctions that last; blows and protests that happen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.reconciliation.asked import Question
from legation.reconciliation.authorities import ARMISTICE, INFERENCE
from legation.reconciliation.dating import days_of, since, until
from legation.reconciliation.drawing import Group
from legation.reconciliation.findings import Finding, without_value
from legation.reconciliation.lines.contacts import direction
from legation.reconciliation.lines.events import latest
from legation.reconciliation.lines.subjects import found_on, grouped, on_line
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import first_name


def conflict(facts: Sequence[Fact], asked: Question) -> list[Finding]:
    """What conflict there is between the two on the day, and the latest of each kind of event."""
    found: list[Finding] = []
    for key, line in asked.lines.sorted(facts, _sorts, asked.a, asked.b):
        if kinds()[line[0].kind].aspect == "event":
            found += latest(line, dict(key), asked)
        else:
            lasting = undated_words_are_of_the_war_that_is_over(
                found_on(line, dict(key), asked), line, asked
            )
            found += [_named(undated_conflict_is_only_possible(each)) for each in lasting]
    return found


def _sorts(facts: Sequence[Fact], a: str, b: str) -> list[Group]:
    """Each sort of conflict, by who does it to whom; with what brings an end to one that lasts."""
    groups = grouped(on_line(facts, "conflict"), lambda fact: direction(fact, {a, b}))
    return [
        (key, [*group, *an_end_ends_it(facts, group[0].kind)])
        if kinds()[group[0].kind].aspect != "event"
        else (key, group)
        for key, group in groups.items()
    ]


def _named(finding: Finding) -> Finding:
    """The finding with the name of the war, or what a dispute is over, as its claims give it."""
    for role in ("name", "over", "form"):
        names = [first_name(claim.roles.get(role)) for claim in finding.claims]
        name = next((name for name in names if name), None)
        if name:
            return replace(finding, subject={**finding.subject, role: name})
    return finding


@rule("undated-words-are-of-the-war-that-is-over", INFERENCE)
def undated_words_are_of_the_war_that_is_over(
    found: Sequence[Finding], facts: Sequence[Fact], asked: Question
) -> list[Finding]:
    """Where a dated war, or another conflict, is too long past to be presumed, words of no date on
    the same two do not keep it going."""
    begun = any(
        days_of(fact.when).begin_latest <= asked.on.toordinal()
        for fact in facts
        if fact.when and fact.polarity == "affirmed"
    )
    undated = "undated-words-hold-at-an-unknown-time"
    return [
        without_value(finding, "undated-words-are-of-the-war-that-is-over")
        if begun and undated in finding.rules
        else finding
        for finding in found
    ]


@rule("undated-conflict-is-only-possible", INFERENCE)
def undated_conflict_is_only_possible(finding: Finding) -> Finding:
    """A war, an occupation or a sanction of which no date is known is never presumed to go on, for
    it may be long over: it is only possible."""
    undated = "undated-words-hold-at-an-unknown-time" in finding.rules
    if not undated or finding.certainty is None:
        return finding
    told = (*finding.rules, "undated-conflict-is-only-possible")
    return replace(finding, certainty="possible", rules=told)


@rule("a-ceasefire-ends-a-war", ARMISTICE, INFERENCE)
def an_end_ends_it(facts: Sequence[Fact], kind: str) -> list[Fact]:
    """A dated ceasefire between two states ends the war between them; so with every kind that
    another brings to an end."""
    ending = [
        fact
        for fact in facts
        if (effect := kinds()[fact.kind].effect)
        and effect.ends == kind
        and fact.when
        and fact.polarity == "affirmed"
    ]
    return [_as_end(fact, kind) for fact in ending]


def _as_end(fact: Fact, kind: str) -> Fact:
    """The ending fact as a span of what it ends, which runs until its date."""
    assert fact.when
    end = since(fact.when) or until(fact.when)
    return replace(fact, kind=kind, when=f"../{end}", rules=(*fact.rules, "a-ceasefire-ends-a-war"))
