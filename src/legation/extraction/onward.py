"""'since': the dates from which what is said goes on, whatever happened then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.dated import Dated
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.phrases import Clause, Hit
from legation.extraction.tokens import Token
from legation.model.kinds import kinds

_REACH = 14
"""So many words may stand between 'since' and the date ('since the end of the war in …')."""
_BREAKS = ",،;:।"


def onward(dates: Sequence[Dated], tokens: Sequence[Token], concepts: Sequence[Hit]) -> list[Dated]:
    """The dates, those of a phrase that 'since' opens or closes with the tokens of the phrase."""
    marks = of_concept(concepts, "SINCE")
    if not marks:
        return list(dates)
    return [replace(d, since=_phrase(d, dates, tokens, marks)) for d in dates]


def _phrase(
    dated: Dated, dates: Sequence[Dated], tokens: Sequence[Token], marks: Sequence[Hit]
) -> tuple[int, int]:
    """From 'since' to the date, or from the date to 'since'; (0, 0) where there is none."""
    if dated.mention.relation != "at" or "/" in (dated.mention.when or "/"):
        return (0, 0)
    for mark in marks:
        behind = mark.unit.value == "behind"
        low, high = (dated.end, mark.start) if behind else (mark.end, dated.start)
        parted = any(t.text in _BREAKS for t in tokens[low:high])
        other = any(low <= d.start < high for d in dates if d is not dated)
        if 0 <= high - low <= _REACH and not parted and not other:
            return (min(mark.start, dated.start), max(mark.end, dated.end))
    return (0, 0)


def value_of(dated: Dated, match: Match) -> str | None:
    """The date of a mention; since which on, where it is what the match has lasted since."""
    value = dated.mention.when
    start, end = dated.since
    happens = kinds()[match.frame.kind].aspect == "event"
    if start == end or happens or start <= match.head.start < end:
        return value
    return f"{value}/.."


def lasting(match: Match, clause: Clause, dates: Sequence[Dated]) -> Dated | None:
    """The date since which a state of affairs lasts: 'ties have been close | since the king came
    in 2000', 'since the war ended in 1988, | …'."""
    phrases = [d for d in dates if d.since[1] and not d.since[0] <= match.head.start < d.since[1]]
    if kinds()[match.frame.kind].aspect != "state":
        return None
    beside = (d for d in phrases if clause.start <= d.since[0] <= clause.end or d.since[0] <= 1)
    return next(beside, None)
