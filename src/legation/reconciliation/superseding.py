"""Facts that the world left behind: a later one on the same thread ended them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from legation.model.facts import Fact
from legation.model.kinds import Effect, kinds
from legation.model.standings import Standing
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import LONG_AGO, NEVER, days_of
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import of_two_persons, same_thing
from legation.reconciliation.threads import Thread


@dataclass(frozen=True, slots=True)
class _Step:
    """A dated fact on its thread: when it begins, when it is over by itself, what it says."""

    fact: Fact
    first: int
    last: int
    over: tuple[int, int]
    value: str | None


def superseded(facts: Sequence[Fact], threaded: Mapping[Thread, Sequence[Fact]]) -> list[Fact]:
    """The facts, in their order, those that a later one ended marked as superseded by it.

    `threaded` are those of them that share a thread with others, however they stood before.
    """
    held = {fact.claims[0].id: fact for fact in facts}
    ended: dict[str, Fact] = {}
    for group in threaded.values():
        known = (held[fact.claims[0].id] for fact in group)
        steps = sorted(
            (_step(fact) for fact in known if fact.when), key=lambda s: (s.first, s.last, s.fact.id)
        )
        for step in steps:
            later = a_later_fact_ends_it(step, steps)
            if later is not None:
                ended[step.fact.id] = _ended(step.fact, later)
    return [ended.get(fact.id, fact) for fact in facts] if ended else list(facts)


@rule("a-later-fact-ends-it", INFERENCE)
def a_later_fact_ends_it(step: _Step, steps: Sequence[_Step]) -> Fact | None:
    """What held is superseded by the first later fact on the same mission, post, tie or relation
    that says otherwise: a closing, another envoy, a move, a ceasefire; if it is later however the
    dates are read, and, where what held is told with its own end, if it comes with that end."""
    if step.value is None or step.fact.standing.status != "agreed":
        return None
    start = bisect_right(steps, step.last, key=lambda other: other.first)
    later = (other for other in steps[start:] if _ends_with(step, other))
    return next((other.fact for other in later if _says_otherwise(step, other)), None)


def _ends_with(step: _Step, other: _Step) -> bool:
    first, last = step.over
    return other.first <= last and other.last >= first


def _step(fact: Fact) -> _Step:
    days = [days_of(claim.when) for claim in fact.disputed if claim.when]
    own = days_of(fact.when or "")
    kind = kinds()[fact.kind]
    spans = own.interval and kind.aspect != "event" and own.end_latest < NEVER
    return _Step(
        fact=fact,
        first=min([own.begin_earliest, *(day.begin_earliest for day in days)]),
        last=max(
            [own.begin_latest, own.end_earliest if own.begin_latest == LONG_AGO else LONG_AGO]
            + [day.begin_latest for day in days]
        ),
        over=(own.end_earliest, own.end_latest) if spans else (LONG_AGO, NEVER),
        value=_value(fact, kind.effect),
    )


def _value(fact: Fact, effect: Effect | None) -> str | None:
    """What a fact says of its thread; None for what only ends another kind of thing."""
    if effect is None or effect.ends is not None:
        return None
    return effect.affirmed if fact.polarity == "affirmed" else effect.denied


def _says_otherwise(step: _Step, other: _Step) -> bool:
    a, b = step.fact, other.fact
    if a.kind == "tenor":
        return any(a.roles.get(role) != b.roles.get(role) for role in ("value", "direction"))
    if other.value != step.value:
        return (other.value is not None and not of_two_persons(a, b)) or _brings_to_an_end(b, a)
    if a.kind == b.kind == "envoy_tenure":
        return of_two_persons(a, b)
    cities = a.roles.get("city"), b.roles.get("city")
    return b.kind == "mission_relocated" and all(cities) and not same_thing(*cities)


def _brings_to_an_end(ending: Fact, what: Fact) -> bool:
    effect = kinds()[ending.kind].effect
    return effect is not None and effect.ends == what.kind


def _ended(fact: Fact, later: Fact) -> Fact:
    causes = tuple(sorted(claim.id for claim in later.claims))
    return replace(
        fact, standing=Standing("superseded", "a-later-fact-ends-it", causes, by=later.id)
    )
