"""Participles after a name: 'sanctions against Italy, which had attacked …' said in one word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from legation.extraction.frames import deeds
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Group
from legation.extraction.tokens import Token

_COMMA = 1


def lend_antecedents(clauses: Sequence[Clause], tokens: Sequence[Token], pack: Pack) -> None:
    """Give a clause that opens with a declined participle, as who acts, the name before its comma.

    The form agrees with a noun, so that the deed is not the subject's, as a gerund's would be.
    """
    if pack.government is None:
        return
    for before, clause in pairwise(clauses):
        first = tokens[clause.start].low
        apart = tokens[clause.start - 1].text == ","
        if not apart or first not in pack.government.participles or not _declined(first, pack):
            continue
        name = max((g for g in before.groups if g.states), key=lambda g: g.end, default=None)
        if name is None or clause.start - name.end != _COMMA or not _does(clause):
            continue
        members = [replace(m, case="") for m in name.members[-1:]]
        clause.groups = [Group(members), *clause.groups]


def _declined(word: str, pack: Pack) -> bool:
    """Whether a participle has the ending of an adjective, which a gerund has not."""
    government = pack.government
    return word in pack.skipped or (government is not None and word in government.describing)


def _does(clause: Clause) -> bool:
    """Whether the participle itself tells a deed."""
    return any(h.start == clause.start and h.concept in deeds() for h in clause.hits)
