"""Decisions of readers on who is who: two names joined, or kept apart, or left to the rules."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any, Literal

from legation.model.answering import require_answered
from legation.model.errors import UsageError

Verdict = Literal["merge", "split", "undo"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What one reader decided of two names of persons, and why.

    `merge`: both are one person's; `split`: they are two persons'; `undo`: what was decided of
    them no longer holds, and the rules decide again. The order of the names means nothing.
    `recorded_at` is given by the ledger. Raises UsageError (LG-U013, LG-U014, LG-U044).

    >>> Decision("split", ("Li Peng", "Li Ping"), by="A. Reader", reason="two premiers").names
    ('Li Peng', 'Li Ping')
    """

    verdict: Verdict
    names: tuple[str, str]
    by: str
    reason: str
    recorded_at: str = ""

    def __post_init__(self) -> None:
        """Hold that there are two names, and that somebody answers for the decision."""
        if len({folded(name) for name in self.names} - {""}) < len(self.names):
            raise UsageError(
                "LG-U013",
                f"a decision is on two names that differ, not on {self.names[0]!r} and "
                f"{self.names[1]!r}",
                remedy="name both as `legation persons` shows them",
            )
        require_answered(self.by, self.reason, self.recorded_at)

    @property
    def pair(self) -> tuple[str, str]:
        """The two names without case, sorted: decisions on one pair stand in each other's place."""
        first, second = sorted(folded(name) for name in self.names)
        return first, second

    def to_json(self) -> dict[str, Any]:
        """The decision as a JSON object."""
        return {
            "verdict": self.verdict,
            "names": list(self.names),
            "by": self.by,
            "reason": self.reason,
            "recorded_at": self.recorded_at,
        }


def folded(name: str) -> str:
    """A name as decisions compare it: composed, without case, its spaces single.

    >>> folded("  TARIQ  Aziz ")
    'tariq aziz'
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
