"""Ties: agreements, joint bodies, twinned cities, shared memberships, economy and people."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Any

from legation.entities import states
from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.reconciliation.asked import Question
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.drawing import Group
from legation.reconciliation.findings import Finding, facts_once, finding_of
from legation.reconciliation.lines.contacts import direction
from legation.reconciliation.lines.events import each
from legation.reconciliation.lines.subjects import code_of, found_on, grouped, on_line
from legation.reconciliation.lines.succession import both_are_there
from legation.reconciliation.memberships import Memberships
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import first_name

_NAMED = ("title", "subject", "body", "places", "number", "goods", "form", "amount")


def ties(facts: Sequence[Fact], asked: Question) -> list[Finding]:
    """What ties the two on the day, in the order of the kinds."""
    found: list[Finding] = []
    for subject, events in asked.lines.sorted(facts, _events, asked.a, asked.b):
        found += each(events, subject, asked)
    for subject, group in asked.lines.sorted(facts, _lasting, asked.a, asked.b):
        found += one_line_a_tie(found_on(group, subject, asked), group)
    order = {name: place for place, name in enumerate(kinds())}
    found.sort(key=lambda finding: (order[finding.subject["kind"]], finding.since or ""))
    return found + membership_of_the_one_in_the_other(facts, asked)


def _events(facts: Sequence[Fact], a: str, b: str) -> list[Group]:
    happened = [fact for fact in on_line(facts, "tie") if kinds()[fact.kind].aspect == "event"]
    return [(_subject(fact, {a, b}), [fact]) for fact in happened]


def _lasting(facts: Sequence[Fact], a: str, b: str) -> list[Group]:
    lasting = [fact for fact in on_line(facts, "tie") if kinds()[fact.kind].aspect == "state"]
    lines = grouped(lasting, lambda fact: repr(sorted(_subject(fact, {a, b}).items())))
    return [(_subject(group[0], {a, b}), group) for group in lines.values()]


@rule("one-line-a-tie", INFERENCE)
def one_line_a_tie(found: Sequence[Finding], facts: Sequence[Fact]) -> list[Finding]:
    """Lasting ties that nothing tells apart, neither a name nor goods nor who gives to whom, are
    told once, with all who speak of them."""
    if len(facts) == 1:
        return list(found)
    return [replace(each, rules=(*each.rules, "one-line-a-tie")) for each in found]


@rule("membership-of-the-one-in-the-other", INFERENCE)
def membership_of_the_one_in_the_other(facts: Sequence[Fact], asked: Question) -> list[Finding]:
    """Where one of the two is an organisation, the membership of the other in it is a tie; a state
    is not taken for the organisation of its code."""
    held = [
        fact
        for fact in on_line(facts, "membership")
        if {code_of(fact, "member"), code_of(fact, "organisation")} == asked.pair
        and code_of(fact, "organisation") not in states()
    ]
    if not held:
        return []
    subject = {"kind": "membership", "member": code_of(held[0], "member")}
    subject |= {"organisation": code_of(held[0], "organisation")}
    return [
        replace(each, rules=(*each.rules, "membership-of-the-one-in-the-other"))
        for each in found_on(held, subject, asked)
    ]


@rule("both-are-members", INFERENCE)
def shared_memberships(of_a: Memberships, of_b: Memberships, asked: Question) -> list[Finding]:
    """Two states that are members of one organisation on a day share it, as surely as the less
    sure of the two memberships."""
    found: list[Finding] = []
    undated = both_are_there(asked)
    for organisation in sorted(of_a.held.keys() & of_b.held.keys()):
        lines = (each.held[organisation] for each in (of_a, of_b))
        verdicts = [
            (line.whole() if undated else line.dated()).on(asked.on, asked.presents)
            for line in lines
        ]
        members = [finding_of(one, {}) for one in verdicts if one and one.value == "member"]
        if len(members) == 2:
            found.append(_shared(organisation, members))
    return found


def _shared(organisation: str, members: Sequence[Finding]) -> Finding:
    weaker = max(
        members, key=lambda side: ("certain", "presumed", "possible").index(str(side.certainty))
    )
    return replace(
        weaker,
        subject={"kind": "membership", "organisation": organisation},
        value="shared",
        since=None,
        rules=("both-are-members", *dict.fromkeys(n for side in members for n in side.rules)),
        facts=facts_once(fact for side in members for fact in side.facts),
        against=facts_once(fact for side in members for fact in side.against),
        alternatives=(),
    )


def _subject(fact: Fact, pair: Set[str]) -> dict[str, Any]:
    return dict(direction(fact, pair)) | _named(fact)


def _named(fact: Fact) -> dict[str, Any]:
    """What names the tie, as far as its roles tell."""
    named = {role: _shown(fact.roles[role]) for role in _NAMED if role in fact.roles}
    return {role: value for role, value in named.items() if value}


def _shown(value: Any) -> Any:
    if isinstance(value, (list, tuple)) and all(isinstance(part, (dict, list)) for part in value):
        return [first_name(part) for part in value]
    return first_name(value) or (value if isinstance(value, (int, float)) else None)
