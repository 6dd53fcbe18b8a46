"""When a war began and when it ended: a date of the one or the other is not all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.dated import Dated, When
from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.phrases import Clause, Group, Hit
from legation.extraction.roles import Casting

_NEAR = 5
"""So many words may stand between a war and the word for its beginning or end."""
_OPENING = 2
"""So many words may stand before a war that a clause opens with ('This war had begun …')."""
_LAST = 1
"""... unless that is the last word of the clause, but for a full stop: a verb that comes last."""


def told_as_a_turn(
    whens: Sequence[When], match: Match, clause: Clause, castings: Sequence[Casting], memory: Memory
) -> list[When]:
    """'since the end of the war in 1988': the date is of its end; 'this war had begun in 1980': of
    its beginning, where the war is one that was told of already, and no clash of that day."""
    if match.frame.kind != "war" or len(whens) != 1 or whens[0].value is None:
        return list(whens)
    value, turn = whens[0].value, _turn(match, clause, whens[0].dated)
    if "/" in value or turn is None:
        return list(whens)
    if turn == "WAR_ENDS":
        return [replace(whens[0], value=f"../{value}")]
    told = all(sorted(_parties(casting)) == sorted(memory.war) for casting in castings)
    return [replace(whens[0], value=f"{value}/..")] if told else list(whens)


def spoken_of(match: Match, clause: Clause, groups: Sequence[Group], memory: Memory) -> list[str]:
    """'This war had begun in 1980': whose war it was, where a clause tells of its beginning or its
    end and names nobody."""
    named = any(group.states for group in groups)
    opens = match.head.start - clause.start <= _OPENING
    if match.frame.kind != "war" or named or not opens or _turn(match, clause) is None:
        return []
    return list(memory.war)


def _parties(casting: Casting) -> Sequence[str]:
    listed = casting.values.get("parties")
    return [party for party in listed if isinstance(party, str)] if isinstance(listed, list) else []


def _turn(match: Match, clause: Clause, dated: Dated | None = None) -> str | None:
    """Which of the two the words beside the war tell, and not those of the date ('end of 1942')."""
    told = [
        (gap, hit.concept)
        for hit in of_concept(clause.hits, "WAR_BEGINS", "WAR_ENDS")
        if dated is None or not dated.start <= hit.start < dated.end
        if (gap := _gap(hit, match.head)) <= _NEAR or clause.end - hit.end <= _LAST
    ]
    kinds = {concept for _, concept in told}
    return min(told)[1] if len(kinds) == 1 else None


def _gap(a: Hit, b: Hit) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
