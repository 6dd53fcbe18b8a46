"""Deeds done in protest: 'recalled its envoy from Lima in protest', against whom it strikes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.phrases import Clause, Group
from legation.extraction.roles import Casting

_STRUCK = {
    "envoy_recalled": ("by", "host"),
    "envoy_expelled": ("by", "sender"),
    "sanction": ("by", "against"),
    "mission_closed": ("sender", "host"),
}
"""The roles of who acts and who is struck, by what is done."""
_DEEDS = ("RECALL", "EXPEL", "NON_GRATA", "CUT", "CUT_RELATIONS", "CLOSE", "SANCTION")
"""The heads of what may be done in protest."""


def protest(match: Match, clause: Clause, memory: Memory) -> list[Casting]:
    """Who protests against whom by what the clause tells besides; none where it tells no deed."""
    struck = memory.struck
    if struck is None or struck.head not in clause.hits:
        return []
    found = (_protester(struck.kind, told, clause) for told in struck.castings)
    return [casting for casting in found if casting is not None]


def _protester(kind: str, told: Casting, clause: Clause) -> Casting | None:
    """Who acts against whom in one claim of the deed."""
    values, parties = told.values, told.values.get("parties")
    if isinstance(parties, list) and kind == "relations_severed":
        by = _actor(parties, clause.groups)
        against = next((p for p in parties if p != by), None)
    elif kind in _STRUCK:
        one, other = (values.get(role) for role in _STRUCK[kind])
        by, against = (v if isinstance(v, str) else None for v in (one, other))
    else:
        return None
    if not by or not against or by == against:
        return None
    sides = {"by": by, "against": against}
    named = {r: a for r, s in sides.items() for a in told.arguments.values() if s in a.states}
    return Casting({**sides}, named)


def _actor(parties: Sequence[str], groups: Sequence[Group]) -> str | None:
    """Which of two acts: the one that stands bare, or not the one that ties are cut with."""
    bare = [s for g in groups if g.case in ("", "by") for s in g.states if s in parties]
    struck = {s for g in groups if g.case == "with" for s in g.states}
    rest = [p for p in parties if p not in struck]
    return bare[0] if bare else (rest[0] if len(rest) == 1 else None)


def lend_protests(clauses: Sequence[Clause]) -> None:
    """'In protest at the raid, | Peru recalled …': words that open a sentence tell of its deed."""
    for before, clause in pairwise(clauses):
        words = of_concept(before.hits, "IN_PROTEST")
        if not words or of_concept(before.hits, *_DEEDS) or not of_concept(clause.hits, *_DEEDS):
            continue
        at = max(clause.start, 1)
        clause.hits = [replace(words[0], start=at - 1, end=at), *clause.hits]
