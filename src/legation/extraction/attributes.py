"""Dates of another thing than the one told: 'after the coup of 1963', 'the consulate of 1880'."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from legation.extraction.dated import Dated
from legation.extraction.pack import Pack
from legation.extraction.phrases import Hit
from legation.extraction.tokens import Token

_MARK = 5
"""So many words has the mark of a phrase that says after what at most."""
_ENDS = ",،"
_TIMES = ("on", "in", "at", "by")
"""Cases of a noun that itself says when, how or under what: 'on the night of 3 May'."""


def attributed(
    dates: Sequence[Dated], tokens: Sequence[Token], markers: Sequence[Hit], pack: Pack
) -> list[Dated]:
    """The dates, those that tell of another thing with the tokens of what they tell of.

    Where a clause has no other date, such a date still counts for what is told.
    """
    if len(dates) < 2:
        return list(dates)
    opening = _opening(tokens, pack)
    owned = {m.end: m.start for m in markers if m.unit.type == "before" and m.unit.value == "of"}
    timed = {m.end for m in markers if m.unit.type == "before" and m.unit.value in _TIMES}
    return [_aside(d, tokens, opening, owned.get(d.start), timed, pack) for d in dates]


def _opening(tokens: Sequence[Token], pack: Pack) -> tuple[int, int]:
    """The phrase with which a sentence says after what, to its comma; (0, 0) if there is none."""
    marks = [end for end, _, how in pack.anchors.ahead.at(tokens, 0, _whole) if how == "after"]
    if not marks or marks[-1] > _MARK:
        return (0, 0)
    return next(((marks[-1], i) for i, t in enumerate(tokens) if t.text in _ENDS), (0, 0))


def _aside(
    dated: Dated,
    tokens: Sequence[Token],
    opening: tuple[int, int],
    of: int | None,
    timed: Set[int],
    pack: Pack,
) -> Dated:
    start, end = opening
    if dated.aside != (0, 0):
        return dated
    if start < dated.start and dated.end == end:
        return replace(dated, aside=(0, end))
    noun = of - 1 if of else 0
    if noun > 0 and tokens[noun].text.isalpha() and not _says_when(noun, tokens, timed, pack):
        return replace(dated, aside=(noun, dated.end))
    return dated


def _says_when(noun: int, tokens: Sequence[Token], timed: Set[int], pack: Pack) -> bool:
    """Whether a noun, or its article, stands after 'on', 'in' and the like."""
    before = noun
    while before > 0 and tokens[before - 1].low in pack.skipped:
        before -= 1
    return before in timed


def _whole(word: str) -> Sequence[tuple[str, str]]:
    """The words of a mark wear no endings."""
    return ()
