"""Dates of a sentence, and when a claim is said to be so."""

from __future__ import annotations

from dataclasses import dataclass

from legation.dates import DateMention
from legation.extraction.matching import Match

CONTACTS = ("visit", "meeting", "consultation", "agreement_signed")
"""Kinds of encounters; one that is told after another on one day happened there and then."""


@dataclass(unsafe_hash=True, slots=True)  # frozen in spirit, as hits are
class Dated:
    """A date mention with the tokens [start:end) of its sentence."""

    start: int
    end: int
    mention: DateMention
    aside: tuple[int, int] = (0, 0)
    """The tokens of the relative clause that it stands in."""
    since: tuple[int, int] = (0, 0)
    """The tokens of the phrase that says since when, which it closes or opens."""

    def tells(self, match: Match) -> bool:
        """Whether it can be the date of a match: one in an aside is of what the aside says, or of
        the thing it is said of; and who 'came on 2 May' met somebody then."""
        start, end = self.aside
        if start == end or match.frame.kind in CONTACTS or start <= match.head.start < end:
            return True
        return any(0 <= start - h.end <= 1 for h in (match.head, match.object) if h)


@dataclass(unsafe_hash=True, slots=True)  # frozen in spirit, as hits are
class When:
    """The date of a claim, how it is known, and the mention that says it."""

    value: str | None = None
    basis: str | None = None
    dated: Dated | None = None
