"""Witness: who may watch the cascade at its work, without a hand in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from legation.extraction.discourse import Memory
from legation.extraction.matching import Match
from legation.extraction.phrases import Argument, Clause
from legation.model.claims import Claim

if TYPE_CHECKING:
    from legation.extraction.pages import Page, Reading


class Witness(Protocol):
    """Is told what the cascade sees, in the order of the text.

    All that it is given goes on changing: what a witness wants to keep, it copies at once.
    """

    def opened(self, page: Page) -> None:
        """The first pass is over: sentences, dates, and what the document is about."""

    def sentence(self, reading: Reading, arguments: Sequence[Argument], memory: Memory) -> None:
        """A sentence has its phrases and clauses; `memory` is what the text before has left."""

    def clause(self, clause: Clause, memory: Memory) -> None:
        """A clause of that sentence is about to be told, with all that was lent to it."""

    def met(self, match: Match, told: Sequence[Claim]) -> None:
        """A frame was met in that clause; `told` are all claims of the document so far."""
