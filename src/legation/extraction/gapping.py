"""Gapping: 'Turkey opened an embassy in 2011 and Zambia one in 2015': a verb that is said once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from legation.extraction.frames import heads, matches, objects
from legation.extraction.late_verbs import shared
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Group, Hit
from legation.extraction.timing import Dated
from legation.extraction.tokens import Token

_HOW = ("NOT", "NONE_OF", "PLAN", "ALLEGE", "UNDONE", "PASSIVE")
_LONGEST = 10
"""So many words may stand between 'and' and the date of what it joins."""


def parted(
    clauses: Sequence[Clause], dates: Sequence[Dated], tokens: Sequence[Token], pack: Pack
) -> list[Clause]:
    """The clauses, cut again before what has a date and a name or an object but no verb."""
    found: list[Clause] = []
    for clause in clauses:
        inside = [d for d in dates if clause.start <= d.start < clause.end]
        halves = shared(clause, inside, tokens, pack)
        found += halves if len(halves) > 1 else _parts(clause, inside, tokens, pack)
    return found


def _parts(
    clause: Clause, dates: Sequence[Dated], tokens: Sequence[Token], pack: Pack
) -> Iterator[Clause]:
    for one, other in pairwise(dates):
        at = _joint(one.end, other.start, tokens, pack)
        if at is not None and pack.verb_last and (halves := _shared_end(clause, at)):
            yield halves[0]
            yield from _parts(halves[1], [d for d in dates if d.start >= at], tokens, pack)
            return
        if at is None or not _gapped(clause, at, other):
            continue
        left, right = _cut(clause, at)
        verb = _verb(left)
        if verb:
            right.hits = [*_moved(verb, right), *right.hits]
            yield left
            yield from _parts(right, [d for d in dates if d.start >= at], tokens, pack)
            return
    yield clause


def _joint(start: int, end: int, tokens: Sequence[Token], pack: Pack) -> int | None:
    """Where the second half begins: after the first 'and', comma or semicolon between two dates."""
    if end - start > _LONGEST:
        return None
    joints = [
        i
        for i in range(start, end)
        if tokens[i].low in pack.conjunctions
        or tokens[i].text == ";"
        or tokens[i].low in pack.contrasts
    ]
    after = joints[0] + 1 if joints else None
    while after is not None and after in joints:
        after += 1
    return after


def _gapped(clause: Clause, at: int, date: Dated) -> bool:
    """Whether a name or an object stands between the joint and the date, and no verb near it."""
    between = [h for h in clause.hits if at <= h.start < clause.end]
    if any(h.concept in heads() | {"ECHO"} and h.concept not in objects() for h in between):
        return False
    named = any(_acts(g) and at <= g.start < date.start for g in clause.groups)
    lent = objects() | {"ONE"}
    return named or any(h.concept in lent and h.start < date.start for h in between)


def _acts(group: Group) -> bool:
    return not group.case and group.type in ("state", "actor", "place")


def _cut(clause: Clause, at: int) -> tuple[Clause, Clause]:
    left, right = Clause(clause.start, at), Clause(at, clause.end)
    for part in (left, right):
        part.hits = [h for h in clause.hits if (h.start < at) == (part is left)]
        part.groups = [g for g in clause.groups if (g.start < at) == (part is left)]
    return left, right


def _verb(clause: Clause) -> list[Hit]:
    """What the first half says: its last head with its object, or the words that echo another."""
    said = [m for m in matches(clause.hits) if m.head.start >= clause.start]
    if said:
        last = max(said, key=lambda m: m.head.start)
        return [last.head, last.object] if last.object else [last.head]
    return [h for h in clause.hits if h.concept == "ECHO"][:1]


def _moved(verb: Sequence[Hit], clause: Clause) -> list[Hit]:
    """The verb put behind the name that acts, with its object where the clause has none.

    A city is no actor where the object is a mission: 'embassies in Taipei (2013) and Brussels'.
    """
    seated = len(verb) > 1 and verb[1].concept == "MISSION"
    able = (g for g in clause.groups if _acts(g) and not (seated and len(clause.groups) == 1))
    acting = next((g for g in able if g.type != "place" or not seated), None)
    at = acting.end if acting else clause.start
    own = any(h.concept in objects() | {"ONE"} for h in clause.hits)
    moved = [replace(verb[0], start=at, end=at + 1)]
    if len(verb) > 1 and not own and at + 2 < clause.end:
        moved.append(replace(verb[1], start=at + 1, end=at + 2))
    return moved


def _shared_end(clause: Clause, at: int) -> tuple[Clause, Clause] | None:
    """'২০১০ সালে গুল এবং ২০১১ সালে এরদোয়ান ঢাকায় আসেন': the verb at the end is for both halves.

    Each half must have a thing of one sort: somebody who acts, or an object.
    """
    left, right = _cut(clause, at)
    barred = {"VERB"} if any(h.concept == "VERB" for h in right.hits) else heads() - objects()
    if any(h.concept in barred for h in left.hits):
        return None
    said = [m for m in matches(right.hits, verb_last=True) if m.head.start >= at]
    if not said or not _matched(left, right):
        return None
    last = max(said, key=lambda m: m.head.start)
    moved = [last.head, *(h for h in right.hits if h.concept in _HOW)]
    if last.object is not None and not any(h.concept == last.object.concept for h in left.hits):
        moved.insert(0, last.object)
    left.hits = [*left.hits, *moved]
    left.groups = [*left.groups, *(g for g in right.groups if g.case or g.type == "place")]
    return left, right


def _matched(left: Clause, right: Clause) -> bool:
    actors = [any(_acts(g) and g.type != "place" for g in c.groups) for c in (left, right)]
    things = [{h.concept for h in c.hits} & objects() for c in (left, right)]
    return all(actors) or bool(things[0] & things[1])
