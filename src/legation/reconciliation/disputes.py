"""A change told with two dates that cannot both be right: one is preferred, both stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model.claims import Claim
from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.model.preferences import Alternative, Preferred, Reason
from legation.model.standings import Standing
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import agree, days_of
from legation.reconciliation.preferring import RULES, Candidate, prefer
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import first_name, same_person, same_thing
from legation.reconciliation.threads import Thread
from legation.reconciliation.weighing import Weighing

_ONE_OCCASION = 3653
"""Two dates of one change lie no more than ten years apart, in days."""

_CHANGES = ("relations", "recognition", "mission", "membership", "envoy")


def settle(thread: Thread, facts: Sequence[Fact], weighing: Weighing) -> list[Fact]:
    """The facts of one thread, those that are in dispute made one."""
    if thread[0] not in _CHANGES or len(facts) < 2:
        return list(facts)
    changes = sorted(
        (fact for fact in facts if fact.when and kinds()[fact.kind].aspect == "event"),
        key=lambda fact: (days_of(fact.when or "").end_latest, fact.when, fact.id),
    )
    groups: list[list[Fact]] = []
    for fact in changes:
        if groups and one_change_told_twice(groups[-1][-1], fact):
            groups[-1].append(fact)
        else:
            groups.append([fact])
    changed = {id(fact) for fact in changes}
    rest = [fact for fact in facts if id(fact) not in changed]
    return [group[0] if len(group) == 1 else _one(group, weighing) for group in groups] + rest


@rule("one-change-told-twice", INFERENCE)
def one_change_told_twice(a: Fact, b: Fact) -> bool:
    """Two dated beginnings of the same value are in dispute where no opposite stands between them
    and they lie no more than ten years apart; but not a move, a new rank of a mission, the recall
    of another envoy, nor what one document tells twice of a mission."""
    if (a.kind, a.polarity) != (b.kind, b.polarity) or a.kind == "mission_relocated":
        return False
    gap = days_of(b.when or "").begin_earliest - days_of(a.when or "").end_latest
    if gap > _ONE_OCCASION or (a.kind == "envoy_recalled" and not _same_envoy(a, b)):
        return False
    if not a.kind.startswith("mission_"):
        return True
    ranks = {first_name(fact.roles.get("mission_type")) for fact in (a, b)} - {None}
    return len(ranks) < 2 and not a.documents & b.documents


def _same_envoy(a: Fact, b: Fact) -> bool:
    one, other = a.roles.get("person"), b.roles.get("person")
    return bool(one and other) and same_person(one, other)


def _one(group: Sequence[Fact], weighing: Weighing) -> Fact:
    """One fact of several that tell the same change otherwise."""
    candidates = [Candidate(fact, list(fact.claims), place) for place, fact in enumerate(group)]
    chosen, reason = prefer(candidates, weighing)
    best: Fact = chosen.value
    others = [fact for fact in group if fact is not best]
    disputed = (*best.disputed, *(c for fact in others for c in (*fact.claims, *fact.disputed)))
    return replace(
        best,
        disputed=disputed,
        rules=tuple(dict.fromkeys((*best.rules, "one-change-told-twice", RULES[reason]))),
        preferences={**best.preferences, **_differences(best, others, reason)},
        standing=Standing("disputed", "one-change-told-twice", _ids(disputed)),
    )


def _differences(best: Fact, others: Sequence[Fact], reason: Reason) -> dict[str, Preferred]:
    """For the date, and for each role on which the others differ, what is preferred and why."""
    found: dict[str, Preferred] = {}
    for name in ("when", "city", "from_city", "person"):
        value = _value(best, name)
        contrary = [fact for fact in others if _differ(name, value, _value(fact, name))]
        if contrary:
            told = [Alternative(_value(f, name), _ids(f.claims), disputed=True) for f in contrary]
            known = best.preferences.get(name) or Preferred(value)
            found[name] = Preferred(value, reason, (*known.alternatives, *told))
    return found


def _value(fact: Fact, name: str) -> object:
    return fact.when if name == "when" else fact.roles.get(name)


def _differ(name: str, a: object, b: object) -> bool:
    if a is None or b is None:
        return False
    return not (agree(str(a), str(b)) if name == "when" else same_thing(a, b))


def _ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.id for claim in claims}))
