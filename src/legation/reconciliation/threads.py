"""Threads: the facts that tell of one thing through time, a mission, a post, relations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.reconciliation.classes import mission_class, office_class
from legation.reconciliation.identity import key_of
from legation.reconciliation.sameness import first_name, named

Thread = tuple[Any, ...]


def threads(facts: Iterable[Fact]) -> dict[Thread, list[Fact]]:
    """The facts by the thread that each is of; what merely happened is of none.

    >>> threads([])
    {}
    """
    found: dict[Thread, list[Fact]] = {}
    for fact in facts:
        thread = thread_of(fact)
        if thread is not None:
            found.setdefault(thread, []).append(fact)
    return _consulates_by_city(found)


def thread_of(fact: Fact) -> Thread | None:
    """The line of the state of a relation that a fact is on, with what it is about there.

    >>> thread_of(Fact("visit", {"from": "NOR", "to": "SWE"}, None, "affirmed", ())) is None
    True
    """
    kind = kinds()[fact.kind]
    if kind.effect is None or not fact.claims:
        return None
    line, key = kind.effect.line, key_of(fact.claims[0])
    match line:
        case "relations" | "recognition" | "membership" | "accreditation":
            return line, *key
        case "mission":
            return line, *key, mission_class(fact.roles.get("mission_type")).name
        case "envoy":
            return line, *key, office_class(fact.roles.get("office"))
        case "conflict":
            return _conflict(fact, key)
        case "tenor":
            return line, *key, *(role for role in ("value", "direction") if fact.roles.get(role))
        case _:
            return (line, fact.kind, *key, *_names(fact)) if kind.aspect == "state" else None


def _conflict(fact: Fact, key: tuple[str, ...]) -> Thread | None:
    """What lasts, with what brings it to an end; blows and protests are of no thread."""
    kind = kinds()[fact.kind]
    ends = kind.effect.ends if kind.effect else None
    if kind.aspect == "event" and ends is None:
        return None
    return "conflict", ends or kind.name, *key


def _names(fact: Fact) -> tuple[str, ...]:
    """What tells one lasting tie from another of its kind."""
    kind = kinds()[fact.kind]
    told = (fact.roles.get(role) for role in (*kind.other, "places") if role not in kind.parties)
    return tuple(name for value in told for name in sorted(named(value).folded)[:1])


def _consulates_by_city(found: dict[Thread, list[Fact]]) -> dict[Thread, list[Fact]]:
    """Missions of which a state may keep several, a thread for each city; those of no stated city
    are with the only one there is, or else apart."""
    split: dict[Thread, list[Fact]] = {}
    for thread, group in found.items():
        if thread[0] != "mission" or mission_class(thread[-1]).one_per_host:
            split[thread] = group
            continue
        cities = sorted({_city(fact) for fact in group} - {""})
        for fact in group:
            city = _city(fact) or (cities[0] if len(cities) == 1 else "")
            split.setdefault((*thread, city), []).append(fact)
    return split


def _city(fact: Fact) -> str:
    name = first_name(fact.roles.get("city"))
    return name.casefold() if name else ""
