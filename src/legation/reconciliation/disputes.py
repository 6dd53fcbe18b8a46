"""A change told with two dates that cannot both be right: one is preferred, both stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import days_of
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import first_name

_ONE_OCCASION = 3653
"""Two dates of one change lie no more than ten years apart, in days."""


def settle(facts: Sequence[Fact]) -> list[Fact]:
    """The facts on one line of a relation, those in dispute made one.

    Two dated beginnings of the same value are in dispute where no opposite stands between.
    """
    changes = sorted(
        (fact for fact in facts if fact.when and kinds()[fact.kind].aspect == "event"),
        key=lambda fact: (days_of(fact.when or "").end_latest, fact.when, fact.id),
    )
    rest = [fact for fact in facts if fact not in changes]
    groups: list[list[Fact]] = []
    for fact in changes:
        if groups and _same_change(groups[-1][-1], fact):
            groups[-1].append(fact)
        else:
            groups.append([fact])
    return [_one(group) for group in groups] + rest


def _same_change(a: Fact, b: Fact) -> bool:
    """Whether two beginnings are of one thing: not a move, nor a new rank of a mission, nor what
    lies more than ten years apart, such as a new building."""
    gap = days_of(b.when or "").begin_earliest - days_of(a.when or "").end_latest
    ranks = {first_name(fact.roles.get("mission_type")) for fact in (a, b)} - {None}
    same = (a.kind, a.polarity) == (b.kind, b.polarity)
    return same and gap <= _ONE_OCCASION and len(ranks) < 2 and a.kind != "mission_relocated"


def _one(group: list[Fact]) -> Fact:
    if len(group) == 1:
        return group[0]
    best = more_documents_prevail(group)
    others = [fact for fact in group if fact is not best]
    return replace(
        best,
        disputed=tuple(claim for fact in others for claim in fact.claims),
        rules=(*best.rules, "more-documents-prevail"),
    )


@rule("more-documents-prevail", INFERENCE)
def more_documents_prevail(group: list[Fact]) -> Fact:
    """Of dates that cannot both be right the one that more documents give is preferred, then the
    finer, then the earlier; the others stay, as disputed."""

    def rank(fact: Fact) -> tuple[int, int, int, str]:
        days = days_of(fact.when or "")
        return -len(fact.documents), days.width, days.begin_earliest, fact.id

    return min(group, key=rank)
