"""Envoys, both ways: who is in post, or that the post is vacant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from legation.model.facts import Fact
from legation.reconciliation.asked import Question
from legation.reconciliation.authorities import (
    CHARGE_AD_INTERIM,
    END_OF_FUNCTION,
    INFERENCE,
    PERSONA_NON_GRATA,
)
from legation.reconciliation.classes import CHARGE, HEAD, office_class
from legation.reconciliation.dating import days_of, until
from legation.reconciliation.drawing import Group
from legation.reconciliation.findings import Finding, facts_once, finding_of
from legation.reconciliation.lines.subjects import code_of, grouped, on_line
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import first_name, same_person
from legation.reconciliation.verdicts import Verdict

_Key = tuple[str, str, str]


def envoys(facts: Sequence[Fact], asked: Question) -> list[Finding]:
    """Who represents each of the two with the other on the day asked for, as far as is known."""
    found: list[Finding] = []
    for key, post in asked.lines.sorted(facts, _posts, asked.a, asked.b):
        verdict = asked.lines.of(post).on(asked.on, asked.presents)
        if verdict is not None:
            seen = finding_of(verdict, _look(verdict, key))
            found.append(vacant_since_the_last_left(seen, post, asked))
    found = [a_charge_stands_in(each, found) for each in found]
    return sorted(found, key=lambda finding: finding.subject["sender"] != asked.a)


def _posts(facts: Sequence[Fact], a: str, b: str) -> list[Group]:
    """The posts of envoys of each of the two, each with what happened to those who held it."""
    held = [fact for fact in on_line(facts, "envoy") if set(_key(fact)[:2]) == {a, b}]
    groups = sorted(grouped(held, _key).items(), key=itemgetter(0))
    return [(key, [*post, *an_expulsion_ends_the_function(facts, post)]) for key, post in groups]


@rule("vacant-since-the-last-left", END_OF_FUNCTION, INFERENCE)
def vacant_since_the_last_left(envoy: Finding, tenures: Sequence[Fact], asked: Question) -> Finding:
    """A post that is said to be vacant, without a date, has been so since the end of the last
    tenure that is told of."""
    if envoy.value != "vacant" or envoy.since:
        return envoy
    day = asked.on.toordinal()
    over = [fact for fact in tenures if _over(fact) and days_of(fact.when or "").end_latest < day]
    if not over:
        return envoy
    last = max(over, key=lambda fact: (days_of(fact.when or "").end_latest, fact.id))
    return replace(
        envoy,
        since=until(last.when or ""),
        rules=(*envoy.rules, "vacant-since-the-last-left"),
        facts=facts_once([*envoy.facts, last]),
    )


def _over(fact: Fact) -> bool:
    """Whether a fact is a tenure that is told to have ended."""
    return (fact.kind, fact.polarity) == ("envoy_tenure", "affirmed") and bool(
        fact.when and until(fact.when)
    )


@rule("an-expulsion-ends-the-function", PERSONA_NON_GRATA)
def an_expulsion_ends_the_function(facts: Sequence[Fact], tenures: Sequence[Fact]) -> list[Fact]:
    """An envoy who is declared persona non grata, and is named as the one in post, holds it no
    longer; the expulsion of others of the mission changes nothing for him."""
    expelled = [fact for fact in facts if fact.kind == "envoy_expelled" and _sure(fact)]
    return [_as_recall(fact) for fact in expelled if any(_names(fact, post) for post in tenures)]


def _sure(fact: Fact) -> bool:
    return fact.polarity == "affirmed" and bool(fact.when and fact.roles.get("person"))


def _names(expelled: Fact, tenure: Fact) -> bool:
    """Whether an expulsion is of the envoy who holds a post, by the state that received him."""
    return (
        tenure.kind == "envoy_tenure"
        and code_of(expelled, "by") == code_of(tenure, "host")
        and code_of(expelled, "sender") == code_of(tenure, "sender")
        and same_person(expelled.roles.get("person"), tenure.roles.get("person"))
    )


def _as_recall(fact: Fact) -> Fact:
    """The expulsion as the end of a function, told of as a recall is."""
    roles = {**fact.roles, "by": fact.roles["sender"], "host": fact.roles["by"]}
    rules = (*fact.rules, "an-expulsion-ends-the-function")
    return replace(fact, kind="envoy_recalled", roles=roles, rules=rules)


@rule("a-charge-stands-in", CHARGE_AD_INTERIM)
def a_charge_stands_in(envoy: Finding, found: Sequence[Finding]) -> Finding:
    """Where a chargé d'affaires has come after the last that is known of an ambassador, the
    ambassador's post is possibly vacant; a chargé is no ambassador."""
    here = envoy.subject
    if (here["class"], envoy.value) != (HEAD, "in_post") or envoy.certainty == "certain":
        return envoy
    came = [
        each
        for each in found
        if each.subject["class"] == CHARGE
        and (each.subject["sender"], each.value) == (here["sender"], "in_post")
        and _came_after(each, envoy)
    ]
    if not came:
        return envoy
    return replace(
        envoy,
        certainty="possible",
        rules=("a-charge-stands-in", *envoy.rules),
        against=facts_once([*envoy.against, *(fact for each in came for fact in each.facts)]),
        alternatives=tuple(sorted({*envoy.alternatives, "vacant"})),
    )


def _came_after(charge: Finding, ambassador: Finding) -> bool:
    """Whether a chargé came to his post after the ambassador had come to his."""
    if charge.since is None or ambassador.since is None:
        return False
    return days_of(charge.since).begin_earliest > days_of(ambassador.since).end_latest


def _look(verdict: Verdict, key: _Key) -> Mapping[str, Any]:
    """Whose post it is, which, and who holds it, as the facts behind the verdict tell."""
    sender, host, name = key
    told = verdict.holder or verdict.facts[0]
    return {
        "sender": sender,
        "host": host,
        "class": name,
        "office": first_name(told.roles.get("office")) or _usual(name),
        "person": first_name(told.roles.get("person")) if verdict.holder else None,
    }


def _key(fact: Fact) -> _Key:
    """Who sends, who receives, and the class of the office; a recall is by the sender."""
    return (
        code_of(fact, "sender", "by"),
        code_of(fact, "host"),
        office_class(fact.roles.get("office")),
    )


def _usual(name: str) -> str:
    return "ambassador" if name == HEAD else name
