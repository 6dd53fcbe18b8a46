"""Visits, meetings and consultations: the latest of each, and how many are known."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.model.parties import codes
from legation.reconciliation.asked import Question
from legation.reconciliation.drawing import Group
from legation.reconciliation.findings import Finding
from legation.reconciliation.lines.events import latest
from legation.reconciliation.lines.subjects import grouped, on_line


def contacts(facts: Sequence[Fact], asked: Question) -> list[Finding]:
    """The latest contact of each kind and direction by the day, the most recent first."""
    found: list[Finding] = []
    for key, group in asked.lines.sorted(facts, _sorts, asked.a, asked.b):
        found += latest(group, dict(key), asked)
    return sorted(found, key=lambda finding: finding.since or "", reverse=True)


def _sorts(facts: Sequence[Fact], a: str, b: str) -> list[Group]:
    told = grouped(on_line(facts, "contact"), lambda fact: direction(fact, {a, b}))
    return list(told.items())


def direction(fact: Fact, pair: Set[str]) -> tuple[tuple[str, Any], ...]:
    """The kind of a fact, and which of a pair holds which role, as a key.

    >>> visit = Fact("visit", {"from": "NOR", "to": "SWE"}, None, "affirmed", ())
    >>> direction(visit, {"NOR", "SWE"})
    (('kind', 'visit'), ('from', 'NOR'), ('to', 'SWE'))
    """
    kind = kinds()[fact.kind]
    if kind.symmetric:
        return (("kind", fact.kind),)
    held = [(role, sorted(set(codes(fact.roles.get(role))) & pair)) for role in kind.parties]
    return (("kind", fact.kind), *((role, found[0]) for role, found in held if found))
