"""Reasons and circumstances: names that a clause gives for why or when, and that are no party."""

from __future__ import annotations

from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.phrases import Clause, Group
from legation.model.kinds import kinds

_IN_DEEDS = ("of", "on", "against", "by", "gen", "in", "to", "")
_DEED = 2
"""So many words at most part a deed from who did or suffered it."""


def of_another_clause(group: Group, match: Match, clause: Clause) -> bool:
    """'relations were restored when Ruiz came, who liked Chile': a name that is told of in a later
    clause without a deed is no party."""
    said = (h.start for h in of_concept(clause.hits, "WHEN") if h.start >= match.end)
    return any(at < group.start for at in said)


def of_a_deed(group: Group, match: Match, clause: Clause) -> bool:
    """'ties were cut over Chile's attack on Peru': who is named in the deed that was the reason."""
    if group.case not in _IN_DEEDS or kinds()[match.frame.kind].family != "relations":
        return False
    deeds = [h for h in of_concept(clause.hits, "ATTACK", "OCCUPY") if h.start >= match.end]
    owner = group.case in ("gen", "by", "")
    return any(
        0 <= group.start - h.end <= _DEED or (owner and 0 <= h.start - group.end <= _DEED)
        for h in deeds
    )
