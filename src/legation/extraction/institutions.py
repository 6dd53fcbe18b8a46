"""Whom a deed is really aimed at or done by: a mission's owner, or who helps the subject."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.phrases import Clause, Group

_BESIDE = 1


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
    helpers = [g for g in groups if g.case == "help" and abs(g.start - match.head.end) <= _BESIDE]
    acting = [g for g in groups if not g.case and g.type in ("state", "actor", "pair")]
    if not helpers or not acting:
        return list(groups)
    return [Group(helpers[0].members, "by"), Group(acting[0].members, "obj")]


def _owns(group: Group, start: int, end: int) -> bool:
    """Whether a group is named right before or after what is its own."""
    if group.case not in ("gen", "of"):
        return False
    return 0 <= start - group.end <= _BESIDE or 0 <= group.start - end <= _BESIDE
