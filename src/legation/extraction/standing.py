"""In which case a group stands to the head of a clause: its own, or one that its place gives."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.matching import Match
from legation.extraction.pack import Pack
from legation.extraction.phrases import Group
from legation.extraction.roles import speaks_for_state, usable


def stands(group: Group, match: Match, groups: Sequence[Group], pack: Pack, passive: bool) -> str:
    """The case in which a group stands to the head: its own, or subj, obj, near by its place."""
    if group.case and not _both_of_something(group):
        if group.members[0].form == "abbreviation" and group.end == match.head.start and pack.cased:
            return "gen"  # 'an end to the US embargo'
        if group.case == "by" and passive:
            return "by"
        if pack.government and group.case == "of":
            return "of" if _suffers(group, match) or _by_another(group, match, groups) else "gen"
        return group.case
    if group.members[0].office == "independence":
        return "obj"
    if pack.verb_last:
        return _before_its_verb(group, match, groups, pack, passive)
    if pack.government and (told := _told_by_form(group, match, groups, pack, passive)):
        return told
    before = group.end <= match.head.start
    if before and not passive and _relativized(group, match, groups):
        return "obj"
    if before and not passive and not match.relatives and _second(group, match, groups):
        return "obj"
    return "obj" if before == passive else "subj"


def _both_of_something(group: Group) -> bool:
    """'supported both the Chilean rebels and a truce': one name alone is between nobody."""
    return group.case == "between" and len(group.states) == 1


def _before_its_verb(
    group: Group, match: Match, groups: Sequence[Group], pack: Pack, passive: bool
) -> str:
    """The case of a bare name where the verb comes last."""
    if _marks_objects(pack) and not match.frame.person:
        if _only_bare(groups):
            return "obj" if passive and any(g.case == "by" for g in groups) else "subj"
        if any(g.case == "obj" for g in groups):
            return "subj" if group is _last_bare(groups) else "aside"
    bare = _bare_before_verb(group, match, groups)
    return "obj" if passive and bare == "subj" else bare


def _second(group: Group, match: Match, groups: Sequence[Group]) -> bool:
    """'Germany paid Israel reparations': of two bare names before a noun the second is affected."""
    return (
        any(
            other is not group and not other.case and usable(other) and other.end <= group.start
            for other in groups
        )
        and match.head.start > group.end
    )


def _suffers(group: Group, match: Match) -> bool:
    """'the recognition of', 'recognised the independence of': a genitive after such a head."""
    return match.frame.genitive == "object" and group.start >= match.head.end


def _by_another(group: Group, match: Match, groups: Sequence[Group]) -> bool:
    """'the seizure of Peru by Chile': whose it is by an agent's side is whom it is done to; so is
    whose the object of a verb is ('crossed the border of Peru')."""
    after = [g for g in groups if g.start >= group.end and g.case == "by"]
    return group.start >= match.head.end and (match.finite or bool(after))


def _told_by_form(
    group: Group, match: Match, groups: Sequence[Group], pack: Pack, passive: bool
) -> str:
    """What the endings of names and of the verb tell of a bare name, where they tell anything."""
    if told := _told_by_nominative(group, groups, pack, passive):
        return told
    if match.several and (counted := _told_by_number(group, groups)):
        return counted
    opens = match.opens and not match.frame.person and _alone(group, groups)
    return ("obj" if passive else "subj") if opens else ""


def _told_by_nominative(group: Group, groups: Sequence[Group], pack: Pack, passive: bool) -> str:
    """Where endings tell subjects: who has that ending is it, and then no other bare name is."""
    sure = pack.government.subject if pack.government else ""
    if group.members[0].ending == sure:
        return "obj" if passive else "subj"
    others = (g for g in groups if g is not group and not g.case)
    others = (g for g in others if g.type != "place" or speaks_for_state(g))
    if any(g.members[0].ending == sure for g in others):
        return "" if passive else "obj"
    return ""


def _told_by_number(group: Group, groups: Sequence[Group]) -> str:
    """Of a bare name and a list of them beside a verb in the plural, the list acts."""
    others = [g for g in groups if g is not group and not g.case and usable(g)]
    others = [g for g in others if g.members[0].form != "pronoun"]
    if len(others) != 1:
        return ""
    mine, theirs = len(group.states), len(others[0].states)
    return "obj" if mine < 2 <= theirs else ("subj" if theirs < 2 <= mine else "")


def _alone(group: Group, groups: Sequence[Group]) -> bool:
    """Whether no other bare group is there that could act."""
    return not any(g is not group and not g.case and usable(g) for g in groups)


def _relativized(group: Group, match: Match, groups: Sequence[Group]) -> bool:
    """'Taiwan, which Fiji does not recognise': the first of two is the object."""
    return any(
        group.end <= r < other.start and other.end <= match.head.start and not other.case
        for r in match.relatives
        for other in groups
        if other is not group
    )


def _marks_objects(pack: Pack) -> bool:
    return any(case == "obj" for _, _, case in pack.endings)


def _last_bare(groups: Sequence[Group]) -> Group | None:
    """Who acts beside a marked object: of several bare names the last."""
    return next((g for g in reversed(groups) if not g.case and usable(g)), None)


def _only_bare(groups: Sequence[Group]) -> bool:
    """Whether one name stands bare and another in a case: where objects are marked it acts."""
    usables = [g for g in groups if usable(g)]
    return len(usables) > 1 and sum(not g.case for g in usables) == 1


def _bare_before_verb(group: Group, match: Match, groups: Sequence[Group]) -> str:
    bare = [g for g in groups if not g.case and usable(g)]
    if group.start >= match.head.end or len(bare) == 1:
        gap = match.head.start - group.end
        near = gap == 0 or (match.frame.person and (gap == 1 or group.start >= match.head.end))
        return "near" if near and _place(group) else "subj"
    return "subj" if group is bare[0] else "near"


def _place(group: Group) -> bool:
    return group.type in ("place", "state")
