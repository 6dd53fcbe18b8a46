"""Visits, meetings and consultations: the latest of each, and how many are known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.model.parties import codes
from legation.reconciliation.findings import Finding, Question
from legation.reconciliation.lines.events import latest
from legation.reconciliation.lines.subjects import grouped, on_line


def contacts(facts: Sequence[Fact], asked: Question) -> list[Finding]:
    """The latest contact of each kind and direction by the day, the most recent first."""
    found: list[Finding] = []
    for key, group in grouped(on_line(facts, "contact"), lambda f: direction(f, asked)).items():
        found += latest(group, dict(key), asked)
    return sorted(found, key=lambda finding: finding.since or "", reverse=True)


def direction(fact: Fact, asked: Question) -> tuple[tuple[str, Any], ...]:
    """The kind of a fact, and which of the two parties holds which role, as a key.

    >>> from datetime import date
    >>> visit = Fact("visit", {"from": "NOR", "to": "SWE"}, None, "affirmed", ())
    >>> direction(visit, Question("NOR", "SWE", date(2012, 6, 1)))
    (('kind', 'visit'), ('from', 'NOR'), ('to', 'SWE'))
    """
    kind = kinds()[fact.kind]
    if kind.symmetric:
        return (("kind", fact.kind),)
    held = [(role, sorted(set(codes(fact.roles.get(role))) & asked.pair)) for role in kind.parties]
    return (("kind", fact.kind), *((role, found[0]) for role, found in held if found))
