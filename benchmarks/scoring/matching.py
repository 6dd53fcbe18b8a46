"""Matching: which claim answers which of a reader's, each at most once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.agreement import Level, Row, agrees


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs of claim → reader's claim, by place in their lists; `forgiven` answer optional ones."""

    pairs: dict[int, int]
    forgiven: frozenset[int]


def match(wanted: Sequence[Row], given: Sequence[Row], level: Level) -> Matching:
    """A largest matching of claims to what readers wanted; what readers made optional is no loss.

    >>> row = {"kind": "recognition", "roles": {"recognizer": "PER", "recognized": "POL"}}
    >>> match([row | {"optional": True}], [row], "strict")
    Matching(pairs={}, forgiven=frozenset({0}))
    """
    alike = [[i for i, w in enumerate(wanted) if agrees(w, g, level)] for g in given]
    needed = [[i for i in found if not wanted[i].get("optional")] for found in alike]
    pairs = largest(needed)
    spared = (g for g in range(len(given)) if g not in pairs and len(alike[g]) > len(needed[g]))
    return Matching(pairs, frozenset(spared))


def largest(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """As many pairs as can be of each place with one of its edges, no edge's end taken twice.

    Earlier places come first where not all can have one.

    >>> largest([[0, 1], [0]])
    {1: 0, 0: 1}
    """
    taken: dict[int, int] = {}
    for place in range(len(edges)):
        _settle(place, edges, taken, set())
    return {place: end for end, place in taken.items()}


def _settle(
    place: int, edges: Sequence[Sequence[int]], taken: dict[int, int], seen: set[int]
) -> bool:
    """Find an end for a place, moving those who hold one where they have another."""
    for end in edges[place]:
        if end in seen:
            continue
        seen.add(end)
        if end not in taken or _settle(taken[end], edges, taken, seen):
            taken[end] = place
            return True
    return False
