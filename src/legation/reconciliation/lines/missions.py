"""Missions, both ways: open, closed or absent; and accreditations from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from legation.model.claims import RoleValue
from legation.model.facts import Fact
from legation.reconciliation.asked import Question
from legation.reconciliation.authorities import CONSULAR_POSTS, INFERENCE, SEVERAL_STATES
from legation.reconciliation.classes import mission_class
from legation.reconciliation.drawing import Group
from legation.reconciliation.findings import Finding, finding_of, without_value
from legation.reconciliation.lines.subjects import (
    between_the_two,
    code_of,
    found_on,
    grouped,
    on_line,
)
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import first_name, same_thing
from legation.reconciliation.verdicts import Verdict

_Key = tuple[str, str, str]


def missions(facts: Sequence[Fact], asked: Question) -> list[Finding]:
    """The missions of each of the two in the other, on the day asked for."""
    found: list[Finding] = []
    for (sender, host, name, several), mission in asked.lines.sorted(
        facts, _each, asked.a, asked.b
    ):
        verdict = asked.lines.of(mission).on(asked.on, asked.presents)
        if verdict:
            subject = {"sender": sender, "host": host, "class": name}
            one = finding_of(verdict, subject | _look(verdict, mission, name))
            found.append(_of_a_city(one, several))
    return sorted(found, key=lambda finding: finding.subject["sender"] != asked.a)


def _each(facts: Sequence[Fact], a: str, b: str) -> list[Group]:
    """Each mission of the one in the other, and whether its host has several of its class."""
    held = between_the_two(on_line(facts, "mission"), {a, b}, "sender", "host")
    by_key = sorted(grouped(held, _key).items(), key=itemgetter(0))
    groups = ((key, one_mission_a_city(group)) for key, group in by_key)
    return [((*key, len(places) > 1), mission) for key, places in groups for mission in places]


def _of_a_city(finding: Finding, several: bool) -> Finding:
    rules = (*finding.rules, "one-mission-a-city") if several else finding.rules
    return replace(finding, rules=rules)


def lines_of_missions(facts: Sequence[Fact]) -> list[list[Fact]]:
    """The facts of each mission that any of two parties has in the other."""
    held = grouped(on_line(facts, "mission"), _key)
    return [line for _, group in sorted(held.items()) for line in one_mission_a_city(group)]


def accreditations(facts: Sequence[Fact], asked: Question) -> list[Finding]:
    """The missions elsewhere that cover the other, on the day asked for."""
    held = between_the_two(on_line(facts, "accreditation"), asked.pair, "sender", "covers")
    found: list[Finding] = []
    for sender, group in sorted(grouped(held, lambda fact: code_of(fact, "sender")).items()):
        seats = [first_name(fact.roles.get("seat")) for fact in group]
        subject = {
            "sender": sender,
            "covers": code_of(group[0], "covers"),
            "seat": next((seat for seat in seats if seat), None),
        }
        found += found_on(group, subject, asked)
    return found


@rule("an-own-embassy-replaces-accreditation", SEVERAL_STATES, INFERENCE)
def own_embassy_replaces_accreditation(
    covered: Sequence[Finding], posts: Sequence[Finding]
) -> list[Finding]:
    """A mission elsewhere of which no date is known tells nothing of a day on which its sender has
    an embassy of its own in the other."""
    own = {
        (post.subject["sender"], post.subject["host"])
        for post in posts
        if (post.subject["class"], post.value) == ("embassy", "open") and post.since
    }
    return [
        without_value(each, "an-own-embassy-replaces-accreditation")
        if "undated-words-hold-at-an-unknown-time" in each.rules
        and (each.subject["sender"], each.subject["covers"]) in own
        else each
        for each in covered
    ]


@rule("one-mission-a-city", CONSULAR_POSTS, INFERENCE)
def one_mission_a_city(facts: Sequence[Fact]) -> list[list[Fact]]:
    """An embassy is one wherever it sits, but consulates in two cities are two; one of no stated
    city is the only one there is."""
    if mission_class(facts[0].roles.get("mission_type")).one_per_host:
        return [list(facts)]
    cities: list[tuple[RoleValue, list[Fact]]] = []
    for fact in (fact for fact in facts if fact.roles.get("city")):
        city = fact.roles["city"]
        place = next((group for known, group in cities if same_thing(known, city)), None)
        if place is None:
            cities.append((city, [fact]))
        else:
            place.append(fact)
    homeless = [fact for fact in facts if not fact.roles.get("city")]
    groups = [group for _, group in cities]
    if len(groups) == 1:
        return [groups[0] + homeless]
    return groups + ([homeless] if homeless else [])


def _key(fact: Fact) -> _Key:
    name = mission_class(fact.roles.get("mission_type")).name
    return code_of(fact, "sender"), code_of(fact, "host"), name


def _look(verdict: Verdict, facts: Sequence[Fact], class_name: str) -> dict[str, Any]:
    """The type and the city of a mission on the day, as the facts behind the verdict tell them."""
    last = [verdict.last] if verdict.last else []
    told = [*last, *verdict.facts, *(f for f in facts if f.kind != "mission_relocated")]
    types = [first_name(fact.roles.get("mission_type")) for fact in told]
    cities = [first_name(fact.roles.get("city")) for fact in told]
    if verdict.last is None:
        cities = [first_name(fact.roles.get("from_city")) for fact in verdict.facts] + cities
    return {
        "mission_type": next((name for name in types if name), class_name),
        "city": next((name for name in cities if name), None),
    }
