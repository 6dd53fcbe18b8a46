"""Whom a deed is really aimed at or done by: a mission's owner, or who helps the subject."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.phrases import Clause, Group

_BESIDE = 1
_ARTICLE = 2
"""An article, and 'both', may stand between a verb and the owner of its object."""


def with_institutions(match: Match, clause: Clause, groups: Sequence[Group]) -> list[Group]:
    """The groups, the owner of a mission or envoy named after the verb being whom it is aimed at:
    'accused the Chilean legation of …'."""
    blamed = [h for h in of_concept(clause.hits, "MISSION", "ENVOY") if h.start >= match.head.end]
    if not blamed or any(g.case in ("obj", "against") for g in groups):
        return list(groups)
    owner = next((g for g in groups if _owns(g, blamed[0].start, blamed[0].end)), None)
    if owner is None or owner.start < match.head.end:
        return list(groups)
    return [Group(g.members, "obj") if g is owner else g for g in groups]


def helped(match: Match, groups: Sequence[Group]) -> list[Group]:
    """'with Spain's support Chile took …': who is named as a helper backs him who acts."""
    if match.frame.kind != "backing":
        return list(groups)
    groups = _without_aims(match, groups)
    helpers = [g for g in groups if g.case == "help" and abs(g.start - match.head.end) <= _BESIDE]
    acting = [g for g in groups if not g.case and g.type in ("state", "actor", "pair")]
    if not helpers or not acting:
        return list(groups)
    return [Group(helpers[0].members, "by"), Group(acting[0].members, "obj")]


def _without_aims(match: Match, groups: Sequence[Group]) -> list[Group]:
    """'backed Peru's claim on Chile': whose plan or deed it is is backed, and not whom it is of."""
    owner = next((g for g in groups if g.case == "gen" and _follows(g, match)), None)
    if owner is None:
        return list(groups)
    return [g for g in groups if g.start <= owner.start or g.case in ("", "by", "gen", "with")]


def _follows(group: Group, match: Match) -> bool:
    return 0 <= group.start - match.head.end <= _ARTICLE and bool(group.states)


def _owns(group: Group, start: int, end: int) -> bool:
    """Whether a group is named right before or after what is its own."""
    if group.case not in ("gen", "of"):
        return False
    return 0 <= start - group.end <= _BESIDE or 0 <= group.start - end <= _BESIDE
