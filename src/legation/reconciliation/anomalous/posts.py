"""Posts that cannot have been held so: during a break, by two at once, or by somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from legation.model.facts import Fact
from legation.reconciliation.anomalous.anomaly import Anomaly
from legation.reconciliation.authorities import (
    CLASSES_OF_HEADS,
    END_OF_FUNCTION,
    INFERENCE,
    PERSONA_NON_GRATA,
    SEVERANCE,
)
from legation.reconciliation.classes import HEAD, office_class
from legation.reconciliation.dating import NEVER, days_of
from legation.reconciliation.lines.subjects import code_of
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import same_person

_RETURNS = ("relations_restored", "relations_established")


def of_posts(facts: Sequence[Fact]) -> Iterator[Anomaly]:
    """What does not go together in the posts of envoys."""
    tenures = [
        fact
        for fact in facts
        if (fact.kind, fact.polarity) == ("envoy_tenure", "affirmed") and fact.when
    ]
    heads = [fact for fact in tenures if office_class(fact.roles.get("office")) == HEAD]
    yield from ambassador_during_a_break(heads, facts)
    yield from two_ambassadors_at_once(heads)
    yield from sent_away_without_a_post(tenures, facts)


@rule("ambassador-during-a-break", SEVERANCE, INFERENCE)
def ambassador_during_a_break(heads: Sequence[Fact], facts: Sequence[Fact]) -> Iterator[Anomaly]:
    """No ambassador is in post while relations are broken off."""
    for broken, first, over in _breaks(facts):
        for head in heads:
            days = days_of(head.when or "")
            ends = days.interval and days.end_earliest < NEVER
            until = days.end_earliest if ends else days.begin_latest
            if max(days.begin_latest, first) <= min(until, over - 1):
                yield Anomaly("ambassador-during-a-break", (head, broken))


@rule("two-ambassadors-at-once", CLASSES_OF_HEADS, INFERENCE)
def two_ambassadors_at_once(heads: Sequence[Fact]) -> Iterator[Anomaly]:
    """One state has one ambassador at a time with another."""
    for one, other in combinations(heads, 2):
        if _way(one) == _way(other) and _differ(one, other) and _surely_together(one, other):
            yield Anomaly("two-ambassadors-at-once", (one, other))


@rule("sent-away-without-a-post", END_OF_FUNCTION, PERSONA_NON_GRATA, INFERENCE)
def sent_away_without_a_post(tenures: Sequence[Fact], facts: Sequence[Fact]) -> Iterator[Anomaly]:
    """Nobody is recalled or expelled from a post that he is known to have held at another time
    only."""
    for fact in facts:
        leaving = fact.kind in ("envoy_recalled", "envoy_expelled") and fact.polarity == "affirmed"
        if not (leaving and fact.when and fact.roles.get("person")):
            continue
        own = [post for post in tenures if _way(post) == _way(fact) and not _differ(post, fact)]
        if own and all(_surely_apart(post, fact) for post in own):
            yield Anomaly("sent-away-without-a-post", (fact, own[0]))


def _breaks(facts: Sequence[Fact]) -> Iterator[tuple[Fact, int, int]]:
    """Each dated break, its first sure day, and the first day on which it may have been over."""
    returns = [fact for fact in facts if fact.kind in _RETURNS and fact.polarity == "affirmed"]
    for fact in facts:
        if (fact.kind, fact.polarity) != ("relations_severed", "affirmed") or not fact.when:
            continue
        first = days_of(fact.when).begin_latest
        later = [days_of(r.when).begin_earliest for r in returns if r.when]
        over = min((day for day in later if day >= first), default=NEVER)
        undated = any(r.when is None for r in returns)
        yield fact, first, first + 1 if undated and over == NEVER else over


def _way(fact: Fact) -> tuple[str, str]:
    """Who sends, and who receives."""
    if fact.kind == "envoy_expelled":
        return code_of(fact, "sender"), code_of(fact, "by")
    return code_of(fact, "sender", "by"), code_of(fact, "host")


def _differ(a: Fact, b: Fact) -> bool:
    """Whether both name a person, and not the same."""
    one, other = a.roles.get("person"), b.roles.get("person")
    return bool(one and other) and not same_person(one, other)


def _surely_together(a: Fact, b: Fact) -> bool:
    """Whether two spans share a day for sure."""
    one, other = days_of(a.when or ""), days_of(b.when or "")
    known = [days for days in (one, other) if days.interval and days.end_earliest < NEVER]
    if len(known) < 2:
        return False
    return max(one.begin_latest, other.begin_latest) < min(one.end_earliest, other.end_earliest)


def _surely_apart(post: Fact, leaving: Fact) -> bool:
    """Whether a post was over before its holder is told to leave it, or began only afterwards."""
    held, left = days_of(post.when or ""), days_of(leaving.when or "")
    over = held.interval and held.end_latest < left.begin_earliest
    return over or left.end_latest < held.begin_earliest
