"""What is asked: the relation of two parties on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from legation.reconciliation.drawing import Lines
from legation.reconciliation.presents import Presents


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the relation of `a` and `b`, on a day, of documents with their presents.

    `lines` draws the lines of facts, and knows those that were drawn before.
    """

    a: str
    b: str
    on: date
    presents: Presents = field(default_factory=dict)
    lines: Lines = field(default_factory=Lines)

    @property
    def pair(self) -> frozenset[str]:
        """The two parties, in no order."""
        return frozenset((self.a, self.b))
