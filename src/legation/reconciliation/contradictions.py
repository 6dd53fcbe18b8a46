"""Facts that contradict each other and stay two: one denies the other, or two hold one post."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from legation.model.claims import Claim
from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.model.preferences import Alternative, Preferred
from legation.model.standings import Standing
from legation.reconciliation.authorities import END_OF_FUNCTION, INFERENCE
from legation.reconciliation.dating import NEVER, days_of
from legation.reconciliation.identity import Key, key_of
from legation.reconciliation.looks import look_of
from legation.reconciliation.preferring import RULES, Candidate, prefer
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import first_name, same_person
from legation.reconciliation.threads import Thread
from legation.reconciliation.weighing import Weighing

_HANDOVER = 31
"""How many days two envoys may overlap before one of the two tenures must be wrong."""

Pair = tuple[Fact, Fact, str, str]
"""Two facts that contradict each other, what they differ on, and the rule that says so."""


def contradictions(facts: Sequence[Fact], threaded: Mapping[Thread, Sequence[Fact]]) -> list[Pair]:
    """Pairs of facts that cannot both be right, in a fixed order; `threaded` are those of them
    that share a thread with others."""
    found: list[Pair] = []
    for affirmed, denied in _opposites(facts):
        if one_denies_the_other(affirmed, denied):
            found.append((affirmed, denied, "polarity", "one-denies-the-other"))
    for thread, group in threaded.items():
        if thread[0] == "envoy":
            for a, b in _at_one_time(group):
                if two_hold_one_post(a, b):
                    found.append((a, b, "person", "two-hold-one-post"))
    return found


def _at_one_time(facts: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Pairs of dated facts whose dates can overlap, in the order of the facts: in the order of
    time, only as many are looked at as begin before the first is over."""
    dated = [(days_of(fact.when), place) for place, fact in enumerate(facts) if fact.when]
    dated.sort(key=lambda each: (each[0].begin_latest, each[1]))
    begins = [days.begin_latest for days, _ in dated]
    found = [
        tuple(sorted((place, other)))
        for at, (days, place) in enumerate(dated)
        for _, other in dated[at + 1 : bisect_left(begins, days.end_earliest, at + 1)]
    ]
    return [(facts[one], facts[other]) for one, other in sorted(found)]


@rule("one-denies-the-other", INFERENCE)
def one_denies_the_other(affirmed: Fact, denied: Fact) -> bool:
    """What happened on a day is in dispute with its denial for a time in which the day lies; what
    lasts, with its denial for the same time, or for one that has a day with it in common for
    sure."""
    if affirmed.when is None or denied.when is None:
        return False
    yes, no = days_of(affirmed.when), days_of(denied.when)
    if kinds()[affirmed.kind].aspect == "event":
        meant = no.begin_earliest <= yes.begin_earliest and yes.end_latest <= no.end_latest
    else:
        overlap = yes.begin_latest <= no.end_earliest and no.begin_latest <= yes.end_earliest
        meant = affirmed.when == denied.when or overlap
    return meant and _speak_of_one(affirmed.claims, denied.claims)


@rule("two-hold-one-post", END_OF_FUNCTION, INFERENCE)
def two_hold_one_post(a: Fact, b: Fact) -> bool:
    """Two envoys of one office in one place, as different documents tell it, for more than a month
    of the same time, are in dispute: a new one comes when the last one's function has ended."""
    if {a.kind, a.polarity, b.kind, b.polarity} != {"envoy_tenure", "affirmed"}:
        return False
    persons, offices = ([fact.roles.get(role) for fact in (a, b)] for role in ("person", "office"))
    if not all(persons) or first_name(offices[0]) != first_name(offices[1]):
        return False
    if a.documents & b.documents or a.when is None or b.when is None:
        return False
    one, other = days_of(a.when), days_of(b.when)
    if max(one.end_latest, other.end_latest) >= NEVER:
        return False
    shared = min(one.end_earliest, other.end_earliest) - max(one.begin_latest, other.begin_latest)
    return shared > _HANDOVER and not same_person(*persons)


def marked(
    facts: Sequence[Fact], threaded: Mapping[Thread, Sequence[Fact]], weighing: Weighing
) -> list[Fact]:
    """The facts, in their order, those that contradict each other marked as in dispute."""
    pairs = contradictions(facts, threaded)
    if not pairs:
        return list(facts)
    held = {fact.id: fact for fact in facts}
    for a, b, name, rule_name in pairs:
        sides = [Candidate(fact, list(fact.claims), place) for place, fact in enumerate((a, b))]
        chosen, reason = prefer(sides, weighing)
        for fact, other in ((a, b), (b, a)):
            value = _value(chosen.value, name)
            contrary = other if fact is chosen.value else fact
            told = Alternative(_value(contrary, name), _ids(contrary.claims), disputed=True)
            held[fact.id] = _disputed(
                held[fact.id], other, name, Preferred(value, reason, (told,)), rule_name
            )
    return [held[fact.id] for fact in facts]


def _disputed(fact: Fact, other: Fact, name: str, preferred: Preferred, rule_name: str) -> Fact:
    known = fact.preferences.get(name)
    before = known.alternatives if known else ()
    whole = replace(preferred, alternatives=(*before, *preferred.alternatives))
    standing = Standing("disputed", rule_name, _ids(other.claims), by=other.id)
    return replace(
        fact,
        preferences={**fact.preferences, name: whole},
        rules=tuple(dict.fromkeys((*fact.rules, rule_name, RULES[preferred.reason]))),
        standing=fact.standing if fact.standing.status == "disputed" else standing,
    )


def _opposites(facts: Iterable[Fact]) -> list[tuple[Fact, Fact]]:
    """Each pair of one that affirms and one that denies something of one kind and key."""
    sides: dict[tuple[str, Key], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    denied = {fact.kind for fact in facts if fact.polarity == "denied"}
    for fact in (fact for fact in facts if fact.kind in denied):
        sides[fact.kind, key_of(fact.claims[0])][fact.polarity].append(fact)
    return [
        (yes, no) for side in sides.values() for yes in side["affirmed"] for no in side["denied"]
    ]


def _speak_of_one(claims: Sequence[Claim], others: Sequence[Claim]) -> bool:
    looks = [[look_of(claim) for claim in side] for side in (claims, others)]
    return all(one.like(other) for one in looks[0] for other in looks[1])


def _value(fact: Fact, name: str) -> Any:
    return fact.polarity if name == "polarity" else fact.roles.get(name)


def _ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.id for claim in claims}))
