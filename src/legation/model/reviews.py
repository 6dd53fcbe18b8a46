"""Reviews: what readers decided of single claims: accepted, rejected, corrected, or undone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal

from legation.model.answering import require_answered
from legation.model.claims import Claim
from legation.model.errors import UsageError

ReviewVerdict = Literal["accept", "reject", "correct", "undo"]


@dataclass(frozen=True, slots=True)
class Review:
    """What one reader decided of a claim, by its id, and why.

    `accept`: the words say so; `reject`: they do not, and the claim counts no more; `correct`:
    they say what `replacement` does; `undo`: what was decided of it no longer holds.
    `recorded_at` is given by the ledger. Raises UsageError (LG-U014, LG-U016, LG-U044).

    >>> Review("5f0c", "accept", by="A. Reader", reason="read it in the source").verdict
    'accept'
    """

    claim: str
    verdict: ReviewVerdict
    by: str
    reason: str
    replacement: Claim | None = None
    recorded_at: str = ""

    def __post_init__(self) -> None:
        """Hold that somebody answers for it, and that a correction says what is right."""
        require_answered(self.by, self.reason, self.recorded_at)
        if (self.verdict == "correct") != (self.replacement is not None):
            raise UsageError(
                "LG-U016",
                f"the verdict {self.verdict!r} does not go with what is to replace the claim",
                where=self.claim,
                remedy="give a replacement with a correction, and with nothing else",
            )

    def to_json(self) -> dict[str, Any]:
        """The review as a JSON object, a correction with the claim that it gives.

        >>> Review("5f0c", "accept", by="A. Reader", reason="read it").to_json()["claim"]
        '5f0c'
        """
        told: dict[str, Any] = {"verdict": self.verdict, "claim": self.claim}
        if self.replacement:
            told["replacement"] = self.replacement.to_json()
        return told | {"by": self.by, "reason": self.reason, "recorded_at": self.recorded_at}


def in_time(*told: Collection[Review]) -> list[Review]:
    """The reviews of several questions asked of one ledger, in the order of recording, each once.

    Each of `told` has all the reviews of every claim that it has any of, in that order.

    >>> one, other = (Review(claim, "accept", "A. Reader", "read it") for claim in ("5f0c", "77aa"))
    >>> [review.claim for review in in_time([other], [one, other], [one])]
    ['5f0c', '77aa']
    """
    of_claims: dict[str, list[Review]] = {}
    for reviewed in told:
        grouped: dict[str, list[Review]] = {}
        for review in reviewed:
            grouped.setdefault(review.claim, []).append(review)
        of_claims |= grouped
    once = [review for claim in sorted(of_claims) for review in of_claims[claim]]
    return sorted(once, key=lambda review: review.recorded_at)
