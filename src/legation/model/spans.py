"""A run of characters of a document."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Characters [start:end) of the decoded document, counted as Python counts them.

    >>> Span(2, 5).of("embassy")
    'bas'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def hull(spans: list[Span]) -> Span:
    """The shortest span that covers all of `spans` (at least one).

    >>> hull([Span(4, 6), Span(1, 3)])
    Span(start=1, end=6)
    """
    return Span(min(s.start for s in spans), max(s.end for s in spans))
