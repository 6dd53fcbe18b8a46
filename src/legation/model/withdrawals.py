"""Withdrawals: a document is taken out of what counts, or put back, and never forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from legation.model.answering import require_answered

WithdrawalVerdict = Literal["withdraw", "restore"]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What somebody decided of a document, by its id, and why.

    `withdraw`: nothing that it says counts any more; `restore`: it counts again. `recorded_at` is
    given by the ledger. Raises UsageError (LG-U014, LG-U044).

    >>> Withdrawal("sha256:5f0c", "withdraw", by="A. Reader", reason="a forgery").verdict
    'withdraw'
    """

    document: str
    verdict: WithdrawalVerdict
    by: str
    reason: str
    recorded_at: str = ""

    def __post_init__(self) -> None:
        """Hold that somebody answers for it."""
        require_answered(self.by, self.reason, self.recorded_at)

    def to_json(self) -> dict[str, Any]:
        """The withdrawal as a JSON object."""
        return {
            "verdict": self.verdict,
            "document": self.document,
            "by": self.by,
            "reason": self.reason,
            "recorded_at": self.recorded_at,
        }
