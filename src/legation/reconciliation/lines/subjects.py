"""Facts by the line of the state they are on, and by what they are about there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any

from legation.model.facts import Fact
from legation.model.kinds import Line, kinds
from legation.model.parties import codes
from legation.reconciliation.asked import Question
from legation.reconciliation.findings import Finding, finding_of

Subject = Mapping[str, Any]


def on_line(facts: Iterable[Fact], line: Line) -> list[Fact]:
    """The facts whose kind has its effect on `line`."""
    found = []
    for fact in facts:
        effect = kinds()[fact.kind].effect
        if effect and effect.line == line:
            found.append(fact)
    return found


def code_of(fact: Fact, *roles: str) -> str:
    """The state or organisation in the first of `roles` that the fact has; empty if it has none.

    >>> code_of(Fact("visit", {"to": "NOR"}, None, "affirmed", ()), "from", "to")
    'NOR'
    """
    return next((code for role in roles for code in codes(fact.roles.get(role))), "")


def between_the_two(facts: Iterable[Fact], pair: Set[str], *roles: str) -> list[Fact]:
    """The facts whose two `roles` are held by the two of a pair, either way round."""
    return [fact for fact in facts if {code_of(fact, role) for role in roles} == pair]


def grouped(facts: Iterable[Fact], key: Callable[[Fact], Any]) -> dict[Any, list[Fact]]:
    """Facts by their keys, the keys in the order in which they first come."""
    groups: dict[Any, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(key(fact), []).append(fact)
    return groups


def found_on(facts: Sequence[Fact], subject: Subject, asked: Question) -> list[Finding]:
    """The finding of the one line that `facts` draw, on the day asked for; none if unknown."""
    verdict = asked.lines.of(facts).on(asked.on, asked.presents)
    return [finding_of(verdict, subject)] if verdict else []
