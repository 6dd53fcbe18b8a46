"""Remnants: what the half of a sentence that has no verb takes over from the half that has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.frames import deeds, objects
from legation.extraction.matching import matches
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Group, Hit

_HOW = ("NOT", "NONE_OF", "PLAN", "ALLEGE", "UNDONE", "PASSIVE")
_AIMS = ("", "to", "obj", "with", "in")
"""The cases in which stands whom or what a deed is done to."""
_BESIDE = 1
"""An adverb may stand between a word that makes a verb passive and the verb."""
_MARKED = ("obj", "to", "with", "in", "dat")


def acts(group: Group) -> bool:
    """Whether a group can be who acts: bare, and a state, an official or a capital."""
    return not group.case and group.type in ("state", "actor", "place")


def cut(clause: Clause, at: int) -> tuple[Clause, Clause]:
    """A clause in two halves, the second of which begins at token `at`."""
    left, right = Clause(clause.start, at), Clause(at, clause.end)
    for part in (left, right):
        part.hits = [h for h in clause.hits if (h.start < at) == (part is left)]
        part.groups = [g for g in clause.groups if (g.start < at) == (part is left)]
    return left, right


def verb_of(clause: Clause) -> list[Hit]:
    """What a half says: its last head with its object, or the words that echo another."""
    said = [m for m in matches(clause.hits) if m.head.start >= clause.start]
    said = [m for m in said if not m.frame.beside] or said
    if said:
        last = max(said, key=lambda m: (m.head.start, m.object is not None))
        return [last.head, last.object] if last.object else [last.head]
    return [h for h in clause.hits if h.concept == "ECHO"][:1]


def verb_of_another(clause: Clause, other: Clause) -> list[Hit]:
    """The same where what it is said of is only 'the one at Lima', like a thing in the other."""
    ones = [h for h in clause.hits if h.concept == "ONE"]
    things = [h for h in other.hits if h.concept in objects()][:1]
    meant = [replace(t, start=o.start, end=o.end) for o in ones[:1] for t in things]
    return verb_of(Clause(clause.start, clause.end, [*meant, *clause.hits])) if meant else []


def fill(
    right: Clause, left: Clause, verb: Sequence[Hit], pack: Pack, focus: str | None = None
) -> None:
    """Give the half without a verb that of the other, with the names that it leaves out.

    `focus` is the state that the page is about.
    """
    if pack.verb_last:
        _lend_objects(right, left)
    else:
        _lend_groups(right, left, verb, pack, focus)
    right.hits = [*_moved(verb, right, pack), *right.hits]


def _lend_groups(
    right: Clause, left: Clause, verb: Sequence[Hit], pack: Pack, focus: str | None
) -> None:
    """The sides that only the first half names; a lone name stands as the one it answers to."""
    own = [g for g in right.groups if g.start >= right.start]
    own = [g for g in own if g.case != "of"] or own
    told = [g for g in left.groups if g.start >= verb[0].end]
    if len(own) == 1 and acts(own[0]) and told and _acts_late(told[-1], left, verb, pack):
        _lend(right, [g for g in left.groups if g is not told[-1] and g.case in _AIMS])
        return
    if len(own) == 1 and not own[0].case and told and _answers(own[0], told[-1], focus):
        own[0].case = told[-1].case
        if not own[0].case:
            _lend(right, [g for g in left.groups if acts(g) and g.end <= verb[0].start][:1])
            own[0].case = "obj"
    passive = [h for h in left.hits if h.concept == "PASSIVE"]
    if own and own[0].case == "by":
        right.hits = [*(replace(h, start=-1, end=right.start) for h in passive), *right.hits]
    elif any(0 <= verb[0].start - h.end <= _BESIDE for h in passive):
        at = _place(verb, right)
        right.hits = [*(replace(h, start=at, end=at) for h in passive[:1]), *right.hits]
    acting = any(acts(g) for g in own)
    if not acting:
        _lend(right, [g for g in left.groups if acts(g) and g.end <= verb[0].start][:1])
    elif len(own) == 1 and len(verb) == 1:
        _lend(right, [Group(g.members, g.case or "obj") for g in told if g.case in _AIMS])


def _lend_objects(right: Clause, left: Clause) -> None:
    """The same where the verb is last: who acts stands bare, everything else is marked."""
    own = [g for g in right.groups if g.start >= right.start]
    if len(own) == 1 and acts(own[0]) and own[0].type != "place":
        marked = [g for g in left.groups if g.case in _MARKED and g.type != "place"]
        bare = [g for g in left.groups[1:] if acts(g) and g.type in ("state", "place")]
        guest = own[0].type == "actor" and left.groups[0].type == "actor"
        _lend(right, marked or [Group(g.members, "obj") for g in bare[-1:] if guest])


def _acts_late(group: Group, left: Clause, verb: Sequence[Hit], pack: Pack) -> bool:
    """Whether a group after the verb acts: whom it is done to has a case of its own, or nobody is
    named before the verb."""
    if group.case or not group.members[0].ending:
        return False
    marked = any(g.case == "obj" for g in left.groups)
    if pack.government and group.members[0].ending == pack.government.subject:
        return True
    return marked or not any(acts(g) and g.end <= verb[0].start for g in left.groups)


def _answers(group: Group, other: Group, focus: str | None) -> bool:
    """Whether a lone name is of the sort of the one that the other half ends with; what is done to
    the state of the page, one after another does ('Peru recognised it in 1920, Chile in 1921')."""
    if focus in other.states and acts(group) and "actor" not in (group.type, other.type):
        return False
    return group.type == other.type or {group.type, other.type} == {"state", "place"}


def _lend(right: Clause, groups: Sequence[Group]) -> None:
    right.groups = [*(g for g in groups if g not in right.groups), *right.groups]


def _moved(verb: Sequence[Hit], clause: Clause, pack: Pack) -> list[Hit]:
    """The verb, which has no word here, put behind the name that acts; the object likewise, where
    the half has none.

    A city is no actor where the object is a mission: 'embassies in Taipei (2013) and Brussels'.
    """
    own = any(h.concept in objects() | {"ONE"} for h in clause.hits)
    lent = verb[1:] if not own else ()
    if pack.verb_last:
        at = clause.end - 1
        return [
            *(replace(o, start=at - 1, end=at) for o in lent),
            replace(verb[0], start=at, end=at + 1),
        ]
    at = _place(verb, clause)
    moved = [replace(verb[0], start=at, end=at)]
    if lent:
        moved.append(replace(lent[0], start=at, end=min(at + 1, clause.end - 1)))
    return moved


def _place(verb: Sequence[Hit], clause: Clause) -> int:
    """Where the verb would stand: after who acts."""
    seated = len(verb) > 1 and verb[1].concept == "MISSION"
    own = [g for g in clause.groups if g.start >= clause.start]
    able = [g for g in own if acts(g) and not (seated and len(own) == 1)]
    acting = next((g for g in able if g.type != "place" or not seated), None)
    return acting.end if acting else clause.start


def shared_end(clause: Clause, at: int) -> tuple[Clause, Clause] | None:
    """'২০১০ সালে গুল এবং ২০১১ সালে এরদোয়ান ঢাকায় আসেন': the verb at the end is for both halves.

    Each half must have a thing of one sort: somebody who acts, or an object.
    """
    left, right = cut(clause, at)
    barred = {"VERB"} if any(h.concept == "VERB" for h in right.hits) else deeds()
    if any(h.concept in barred for h in left.hits):
        return None
    if not _matched(left, right):
        return None
    meant = [] if _has_objects(right) else [h for h in left.hits if h.concept in objects()]
    said = [m for m in matches([*meant, *right.hits], verb_last=True) if m.head.start >= at]
    if not said:
        return None
    last = max(said, key=lambda m: m.head.start)
    end = left.end - 1
    beside = any(m.frame.tight and m.head is last.head for m in said)
    verb = replace(last.head, start=end, end=end + 1) if beside else last.head
    moved = [verb, *(h for h in right.hits if h.concept in _HOW)]
    if last.object is not None and not any(h.concept == last.object.concept for h in left.hits):
        moved.insert(0, last.object)
    left.hits = [*left.hits, *moved]
    left.groups = [*left.groups, *(g for g in right.groups if g.case or g.type == "place")]
    return left, right


def _has_objects(clause: Clause) -> bool:
    return any(h.concept in objects() for h in clause.hits)


def _matched(left: Clause, right: Clause) -> bool:
    actors = [any(acts(g) and g.type != "place" for g in c.groups) for c in (left, right)]
    things = [{h.concept for h in c.hits} & objects() for c in (left, right)]
    stands_in = any(h.concept == "ONE" for h in right.hits) and bool(things[0])
    return all(actors) or stands_in or bool(things[0] & things[1])
