"""Subjects taken up again: 'India, which had been served from Lima, opened an embassy in 2019'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from legation.extraction.frames import heads
from legation.extraction.hits import of_concept
from legation.extraction.phrases import Clause, Group
from legation.extraction.tokens import Token


def resume_subjects(clauses: Sequence[Clause], tokens: Sequence[Token]) -> None:
    """Give a clause that follows a relative one, and names nobody who acts, the antecedent.

    The relative clause stands between commas right after the name; what comes after the second
    comma is told of that name, not of anyone the relative clause speaks of.
    """
    for before, clause in pairwise(clauses):
        if tokens[clause.start - 1].text != "," or _begins_anew(clause, tokens):
            continue
        antecedent = _antecedent(before, tokens)
        if antecedent is not None and not _acts(clause):
            clause.groups = [antecedent, *clause.groups]


def _begins_anew(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether a clause is a relative one itself, or has no predicate."""
    relative = any(h.start <= clause.start + 1 for h in of_concept(clause.hits, "RELATIVE"))
    return relative or not any(h.concept in heads() for h in clause.hits)


def _antecedent(clause: Clause, tokens: Sequence[Token]) -> Group | None:
    """The bare name right before a comma and the first relative pronoun of a clause."""
    relatives = of_concept(clause.hits, "RELATIVE")
    if not relatives or relatives[0].start < 1 or tokens[relatives[0].start - 1].text != ",":
        return None
    end = relatives[0].start - 1
    opening = [g for g in clause.groups if not g.case and g.states and g.end <= end]
    told = any(h.concept in heads() and h.end <= end for h in clause.hits)
    return opening[0] if len(opening) == 1 and opening[0].end == end and not told else None


def _acts(clause: Clause) -> bool:
    """Whether somebody named stands before the first predicate."""
    first = min(h.start for h in clause.hits if h.concept in heads())
    return any(not g.case and g.start < first for g in clause.groups)
