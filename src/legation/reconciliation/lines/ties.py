"""Ties: agreements, joint bodies, twinned cities, shared memberships, economy and people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from legation.entities import states
from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.findings import Finding, Question, facts_once
from legation.reconciliation.lines.contacts import direction
from legation.reconciliation.lines.events import each
from legation.reconciliation.lines.subjects import code_of, found_on, grouped, on_line
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import first_name

_NAMED = ("title", "subject", "body", "places", "number", "goods", "form", "amount")


def ties(facts: Sequence[Fact], asked: Question) -> list[Finding]:
    """What ties the two on the day, in the order of the kinds."""
    found: list[Finding] = []
    for fact in on_line(facts, "tie"):
        if kinds()[fact.kind].aspect == "event":
            found += each([fact], _subject(fact, asked), asked)
    for subject, group in _lasting(facts, asked):
        found += one_line_a_tie(found_on(group, subject, asked), group)
    order = {name: place for place, name in enumerate(kinds())}
    found.sort(key=lambda finding: (order[finding.subject["kind"]], finding.since or ""))
    return (
        found + membership_of_the_one_in_the_other(facts, asked) + shared_memberships(facts, asked)
    )


def _lasting(facts: Sequence[Fact], asked: Question) -> list[tuple[dict[str, Any], list[Fact]]]:
    lasting = [fact for fact in on_line(facts, "tie") if kinds()[fact.kind].aspect == "state"]
    lines = grouped(lasting, lambda fact: repr(sorted(_subject(fact, asked).items())))
    return [(_subject(group[0], asked), group) for group in lines.values()]


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
def shared_memberships(facts: Sequence[Fact], asked: Question) -> list[Finding]:
    """Two states that are members of one organisation on a day share it, as surely as the less
    sure of the two memberships."""
    held = grouped(on_line(facts, "membership"), lambda fact: code_of(fact, "organisation"))
    found: list[Finding] = []
    for organisation, group in sorted(held.items()):
        sides = [_membership(group, member, asked) for member in (asked.a, asked.b)]
        members = [side for side in sides if side and side.value == "member"]
        if organisation and len(members) == 2:
            found.append(_shared(organisation, members))
    return found


def _membership(facts: Sequence[Fact], member: str, asked: Question) -> Finding | None:
    own = [fact for fact in facts if code_of(fact, "member") == member]
    return next(iter(found_on(own, {}, asked)), None)


def _shared(organisation: str, members: list[Finding]) -> Finding:
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


def _subject(fact: Fact, asked: Question) -> dict[str, Any]:
    return dict(direction(fact, asked)) | _named(fact)


def _named(fact: Fact) -> dict[str, Any]:
    """What names the tie, as far as its roles tell."""
    named = {role: _shown(fact.roles[role]) for role in _NAMED if role in fact.roles}
    return {role: value for role, value in named.items() if value}


def _shown(value: Any) -> Any:
    if isinstance(value, (list, tuple)) and all(isinstance(part, (dict, list)) for part in value):
        return [first_name(part) for part in value]
    return first_name(value) or (value if isinstance(value, (int, float)) else None)
