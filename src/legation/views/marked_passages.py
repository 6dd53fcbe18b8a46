"""Passages: a text cut so that in each piece the same claims and roles hold throughout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from legation.model.claims import Claim
from legation.model.kinds import kinds
from legation.model.spans import Span

Mark = tuple[int, str]
"""The place of a claim in its list, and the role that words of its quote fill; empty for none."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters [start:end) of a text with the marks that hold there, in order of the claims."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()

    @property
    def claims(self) -> tuple[int, ...]:
        """The claims whose quotes the passage is part of."""
        return tuple(number for number, role in self.marks if not role)

    @property
    def roles(self) -> tuple[Mark, ...]:
        """The roles that the passage fills."""
        return tuple(mark for mark in self.marks if mark[1])


def passages(text: str, claims: Sequence[Claim]) -> Iterator[Passage]:
    """The whole of a text in passages; a role is marked where its words stand in the quote.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 3, 10, "Peru is", {"state": Span(3, 7)})
    >>> cut = passages("So Peru is.", [Claim("membership", {"state": "PER"}, source)])
    >>> [(p.start, p.end, p.marks) for p in cut]
    [(0, 3, ()), (3, 7, ((0, ''), (0, 'state'))), (7, 10, ((0, ''),)), (10, 11, ())]
    """
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark, span in _marks(claims):
        opening.setdefault(span.start, []).append(mark)
        closing.setdefault(span.end, []).append(mark)
    holding: set[Mark] = set()
    for start, end in pairwise(sorted({0, len(text), *opening, *closing})):
        holding.difference_update(closing.get(start, ()))
        holding.update(opening.get(start, ()))
        yield Passage(start, end, tuple(sorted(holding)))


def _marks(claims: Sequence[Claim]) -> Iterator[tuple[Mark, Span]]:
    for number, claim in enumerate(claims):
        quote = Span(claim.source.start, claim.source.end)
        yield (number, ""), quote
        for role, span in claim.source.spans.items():
            if quote.covers(span) and span.start < span.end:
                yield (number, role), span


def part(claim: Claim, role: str) -> str:
    """What part a role has in its claim: first or second party, either party, when, or other.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> visit = Claim("visit", {}, source)
    >>> part(visit, "from"), part(visit, "to"), part(visit, "city"), part(visit, "when")
    ('first', 'second', 'other', 'when')
    """
    name = role.partition(".")[0]
    kind = kinds()[claim.kind]
    if name == "when":
        return "when"
    if name not in kind.parties:
        return "other"
    if kind.symmetric:
        return "either"
    return "first" if kind.parties.index(name) == 0 else "second"
