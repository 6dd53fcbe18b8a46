"""Lines that only name a mission: '– The Embassy of Peru in Oslo; a consulate in Bergen'."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.frames import telling
from legation.extraction.hits import of_concept
from legation.extraction.lexicon import Unit
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Hit
from legation.extraction.tokens import Sentence

_THERE = Unit("concept", "EXIST")
_OPENING = 3
"""So many tokens may stand before the mission that a line names: a dash, an article."""
_MUTE = frozenset({"CHAPTER", "CARRY"})
_SAID = ("VERB", "LABEL")


def show_missions(clauses: Sequence[Clause], sentence: Sentence, pack: Pack) -> None:
    """Say that a mission is there, of a line that names it, whose it is and where, and no more.

    Only in languages whose capitals tell names, where the verbs of a line are not all known.
    """
    if not pack.cased or sentence.heading or not all(map(_mute, clauses)):
        return
    for clause in clauses:
        missions = of_concept(clause.hits, "MISSION")
        near = missions and missions[0].start - clause.start <= _OPENING
        if near and _named(clause) and missions[0].end < clause.end:
            at = missions[0].end
            clause.hits = [*clause.hits, Hit(at, at + 1, _THERE)]


def _mute(clause: Clause) -> bool:
    """Whether a clause has no predicate."""
    told = telling() - _MUTE
    return not any(h.unit.concept in told or h.unit.concept in _SAID for h in clause.hits)


def _named(clause: Clause) -> bool:
    """Whether a clause names who sends a mission, and where it is."""
    sent = any(g.case in ("of", "gen") and g.type == "state" for g in clause.groups)
    return sent and any(g.type == "place" and g.case in ("in", "at", "") for g in clause.groups)
