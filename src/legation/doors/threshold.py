"""How sure a claim must be to be given, and how many were not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from legation.doors.streams import words
from legation.model.claims import Claim
from legation.model.errors import UsageError


@dataclass(slots=True)
class Threshold:
    """Lets claims through of which the extractor is at least so sure, and counts.

    >>> threshold = Threshold.read(0.8)
    >>> threshold.passed([]), threshold.left_out
    ((), 0)
    """

    least: float | None = None
    seen: int = 0
    left_out: int = 0

    @classmethod
    def read(cls, least: float | None) -> Threshold:
        """The threshold at `least`, none at None; UsageError (LG-U010) if it is beyond 0 and 1."""
        if least is not None and not 0 <= least <= 1:
            raise UsageError(
                "LG-U010",
                "a confidence lies from 0 to 1",
                where=str(least),
                remedy="give one such as 0.8",
            )
        return cls(least)

    def passed(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """The claims that are sure enough, by the confidence that is shown."""
        given = tuple(claims)
        least = self.least
        kept = (
            given if least is None else tuple(c for c in given if round(c.confidence, 3) >= least)
        )
        self.seen += len(given)
        self.left_out += len(given) - len(kept)
        return kept

    def tell(self) -> None:
        """Say how many claims were left out, where a threshold was asked for."""
        if self.least is not None:
            words(f"left out {self.left_out} of {self.seen} claims, less sure than {self.least:g}")
