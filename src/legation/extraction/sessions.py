"""Sessions: that a joint body met is no meeting of officials."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.phrases import Clause, Hit

_BESIDE = 4
"""So many words may stand between a body and the word for its meeting."""


def of_body(match: Match, clause: Clause) -> bool:
    """Whether a meeting is the session of a body named beside it ('the joint commission met')."""
    if match.frame.kind != "meeting":
        return False
    head, bodies = match.head, of_concept(clause.hits, "JOINT_BODY")
    if not any(g.type == "actor" for g in clause.groups):
        return any(body.end <= head.start for body in bodies) or _beside(head, bodies)
    return _beside(head, bodies)


def _beside(head: Hit, bodies: Sequence[Hit]) -> bool:
    return any(
        body.start - head.end <= _BESIDE and head.start - body.end <= _BESIDE for body in bodies
    )
