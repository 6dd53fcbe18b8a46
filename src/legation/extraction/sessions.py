"""Sessions: that a joint body met is no meeting of officials."""

from __future__ import annotations

from legation.extraction.frames import Match
from legation.extraction.hits import of_concept
from legation.extraction.phrases import Clause

_BESIDE = 4
"""So many words may stand between a body and the word for its meeting."""


def of_body(match: Match, clause: Clause) -> bool:
    """Whether a meeting is the session of a body named beside it ('the joint commission met')."""
    if match.frame.kind != "meeting":
        return False
    head = match.head
    return any(
        body.start - head.end <= _BESIDE and head.start - body.end <= _BESIDE
        for body in of_concept(clause.hits, "JOINT_BODY")
    )
