"""Incumbents: the statesman, known by name, who holds the office that stands beside the name."""

from __future__ import annotations

from collections.abc import Sequence, Set

from legation.entities import state
from legation.extraction.pack import Pack
from legation.extraction.persons import part_of_name
from legation.extraction.phrases import Argument
from legation.extraction.tokens import Token

_COMMAS = ",،"
_MOST_BETWEEN = 3


def incumbent(
    office: tuple[int, int],
    owner: Argument | None,
    arguments: Sequence[Argument],
    tokens: Sequence[Token],
    blocked: Set[int],
    pack: Pack,
) -> Argument | None:
    """The statesman after an office, or before it in apposition; None where it is nobody known.

    `office` are the tokens of the office's own words, `owner` the state whose it is, `blocked` the
    tokens that are part of no name.
    """
    known = [a for a in arguments if a.form == "person" and a.type == "actor"]
    start, end = min(office[0], owner.start if owner else office[0]), office[1]
    for one in known:
        begins = [e for e in (end, owner.end if owner else end) if e <= one.start]
        if begins and _beside(tokens, max(begins), one.start, blocked, pack):
            return one if _fits(one, owner) or (pack.cased and one.start == end) else None
    for one in reversed(known):
        if one.end <= start and _apposed(tokens, one.end, start, owner is None, pack):
            return one if _fits(one, owner) else None
    return None


def _beside(tokens: Sequence[Token], start: int, end: int, blocked: Set[int], pack: Pack) -> bool:
    """Whether nothing but a comma and further names stand between."""
    if end - start > _MOST_BETWEEN:
        return False
    return all(
        part_of_name(tokens, i, blocked, pack) or (i == start and tokens[i].text in _COMMAS)
        for i in range(start, end)
    )


def _apposed(tokens: Sequence[Token], start: int, end: int, unowned: bool, pack: Pack) -> bool:
    """'Tito, the president', 'تیتو رئیس جمهور یوگسلاوی': the office after the name."""
    between = [t.text for t in tokens[start:end] if t.low not in pack.skipped]
    comma = bool(between) and between[0] in _COMMAS
    if unowned and not (comma and pack.cased):
        return False
    return between == [] or (comma and len(between) == 1)


def _fits(one: Argument, owner: Argument | None) -> bool:
    """Whether the office is of the statesman's own state, or of the one that came after it."""
    if owner is None:
        return True
    own = {heir for s in one.states for heir in (s, *state(s).successors)}
    past = {s for s in owner.states if len(s) == 3 and set(state(s).successors) & set(one.states)}
    return bool(own & set(owner.states) or past)
