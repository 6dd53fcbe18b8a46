"""Late verbs: 'در ۱۹۹۷ به الف و در ۲۰۱۳ به ب پیوست': halves that share a verb said at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from legation.extraction.dated import Dated
from legation.extraction.frames import deeds, objects, telling
from legation.extraction.matching import Match, matches
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Group, Hit
from legation.extraction.tokens import Token

_SHORT = 8
"""So many words may stand between the dates of two halves."""


def shared(
    clause: Clause, dates: Sequence[Dated], tokens: Sequence[Token], pack: Pack
) -> list[Clause]:
    """A clause cut between its dates, where each half names someone and the last has the verb."""
    if not pack.verb_last:
        return [clause]
    cuts = [
        at for one, other in pairwise(dates) if (at := _joint(one, other, tokens, pack)) is not None
    ]
    if not cuts:
        return [clause]
    edges = [clause.start, *cuts, clause.end]
    parts = [_part(clause, a, b) for a, b in pairwise(edges)]
    said = [m for m in matches(parts[-1].hits, verb_last=True) if m.head.start >= cuts[-1]]
    if not all(any(g.states for g in p.groups) for p in parts):
        return [clause]
    if not said:
        return _echoing(parts) or [clause]
    if all(_says(p, said[-1].frame.kind) for p in parts):
        return parts
    told = telling() - objects() if _alike(parts) else deeds()
    if any(h.concept in told for p in parts[:-1] for h in p.hits):
        return [clause]
    for part in parts[:-1]:
        part.hits = [*part.hits, *_lent(said[-1], part)]
        if all(not g.case for g in part.groups):
            part.groups = [*part.groups, *_aims(parts[-1], dates[-1])]
    return parts


def _aims(last: Clause, dated: Dated) -> list[Group]:
    """To whom, or where, the last half says that it is done, which is for all of them: 'الف در
    ۲۰۰۹ و ب در ۲۰۱۸ به ج آمدند'."""
    return [g for g in last.groups if g.case and g.start >= dated.end]


def _alike(parts: Sequence[Clause]) -> bool:
    """Whether each part has what the last has, which is no line of titles: who and where to."""
    whole = any(h.concept == "VERB" for h in parts[-1].hits)
    needed = {g.type for g in parts[-1].groups}
    return whole and all(needed <= {g.type for g in p.groups} for p in parts[:-1])


def _echoing(parts: Sequence[Clause]) -> list[Clause]:
    """'الف همان سال و ب در ۱۹۷۴ همین کار را کردند': words that echo another are for both."""
    echoes = [h for h in parts[-1].hits if h.concept == "ECHO"]
    if not echoes or any(h.concept in deeds() for p in parts[:-1] for h in p.hits):
        return []
    for part in parts[:-1]:
        part.hits = [*part.hits, *(replace(h, start=part.end - 1, end=part.end) for h in echoes)]
    return list(parts)


def _says(part: Clause, kind: str) -> bool:
    return any(m.frame.kind == kind for m in matches(part.hits, verb_last=True))


def _joint(one: Dated, other: Dated, tokens: Sequence[Token], pack: Pack) -> int | None:
    """After the 'and' or comma beside one of two dates; None where they are far from each other."""
    if not 1 < other.start - one.end <= _SHORT:
        return None
    joints = [i for i in range(one.end, other.start) if tokens[i].low in pack.conjunctions]
    if joints and joints[0] - one.end <= 1:
        return joints[0] + 1
    return joints[-1] + 1 if joints and other.start - joints[-1] <= 2 else None


def _part(clause: Clause, start: int, end: int) -> Clause:
    part = Clause(start, end)
    part.hits = [h for h in clause.hits if start <= h.start < end]
    part.groups = [g for g in clause.groups if start <= g.start < end]
    return part


def _lent(match: Match, part: Clause) -> list[Hit]:
    """The verb of the last half, and its object, put at the end of an earlier one."""
    at = part.end - 1
    lent = [replace(match.head, start=at, end=at + 1)]
    if match.object is not None and not any(h.concept in objects() for h in part.hits):
        lent.insert(0, replace(match.object, start=at - 1, end=at))
    return lent
