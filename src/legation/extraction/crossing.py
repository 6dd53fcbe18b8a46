"""Crossed halves: 'الف در شهر ب و ب در شهر الف سفارت دارد', where one verb is said for both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.extraction.frames import objects
from legation.extraction.hits import of_concept
from legation.extraction.matching import matches
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Group

_THERE = ("in", "at")
_HALVES = 4
"""Two states, and a place of each."""


def crossed(clauses: Sequence[Clause], pack: Pack) -> list[Clause]:
    """The clauses, cut where each of two states stands beside a place in the other."""
    if not pack.verb_last:
        return list(clauses)
    return [part for clause in clauses for part in _halves(clause)]


def _halves(clause: Clause) -> Iterator[Clause]:
    cut = _joint(clause)
    said = [m for m in matches(clause.hits, verb_last=True) if m.frame.roles == "mission"]
    if cut is None or not said or said[-1].head.start < cut:
        yield clause
        return
    left, right = _part(clause, clause.start, cut), _part(clause, cut, clause.end)
    verb, mission, at = said[-1].head, said[-1].object, cut - 1
    if mission is not None and not any(h.concept in objects() for h in left.hits):
        left.hits.append(replace(mission, start=at, end=at))
    denials = of_concept(right.hits, "NOT")
    left.hits += [replace(h, start=at, end=at) for h in (verb, *denials)]
    yield left
    yield right


def _joint(clause: Clause) -> int | None:
    """Where the second half begins: at the second bare state, if the places cross."""
    stands = [g for g in clause.groups if g.states]
    if len(stands) < _HALVES:
        return None
    one, there, other, here = stands[:_HALVES]
    placed = _placed(one, there) and _placed(other, here)
    crossing = one.states == here.states and there.states == other.states
    return other.start if placed and crossing else None


def _placed(state: Group, place: Group) -> bool:
    return not state.case and state.type == "state" and place.case in _THERE


def _part(clause: Clause, start: int, end: int) -> Clause:
    part = Clause(start, end, borrowed=clause.borrowed)
    part.hits = [h for h in clause.hits if start <= h.start < end]
    part.groups = [g for g in clause.groups if start <= g.start < end]
    return part
