"""Antecedents: 'ties with Chile, which had armed it': who acts in a clause that 'which' opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from legation.extraction.frames import frames
from legation.extraction.hits import of_concept
from legation.extraction.phrases import Argument, Clause, Group, Hit
from legation.extraction.tokens import Token

_ACTORS = ("state", "actor", "org")


def lend_relatives(clauses: Sequence[Clause], tokens: Sequence[Token]) -> None:
    """Give a relative clause that names nobody before its verb the name that it follows.

    'whose' is an owner, of what follows it: the same name.

    Only where the verb tells of a deed of one state to another: of a treaty with Chile, 'which
    was signed in May' tells nothing of Chile.
    """
    for before, clause in pairwise(clauses):
        pronoun = opening(clause)
        if pronoun is None:
            continue
        end = pronoun.start - (tokens[pronoun.start - 1].text == ",")
        named = [g for g in before.groups if g.end == end and g.states and g.type in _ACTORS]
        if named and pronoun.unit.value == "owner":
            clause.groups = [Group([_owner(pronoun, named[0])], "gen"), *clause.groups]
        elif named and _deed(clause):
            members = [replace(m, case="") for m in named[0].members]
            clause.groups = [Group(members), *clause.groups]


def opening(clause: Clause) -> Hit | None:
    """The relative pronoun that opens a clause."""
    at = [h for h in of_concept(clause.hits, "RELATIVE") if h.start == clause.start]
    return at[0] if at else None


def _owner(pronoun: Hit, named: Group) -> Argument:
    """'whose': the name before it, as an owner."""
    words, states = (pronoun.start, pronoun.end), tuple(named.states)
    return Argument(*words, states, "gen", "state", "pronoun", guessed=True)


def _deed(clause: Clause) -> bool:
    """Whether the first thing told is a deed, and nobody is named before it."""
    told = [h for h in clause.hits if h.concept in _deeds()]
    first = min((h.start for h in told), default=None)
    return first is not None and not any(not g.case and g.start < first for g in clause.groups)


@cache
def _deeds() -> frozenset[str]:
    directed = (f for f in frames() if f.roles == "directed" and not f.person)
    return frozenset(concept for frame in directed for concept in frame.head)
