"""A reader's session: the queue, the verdicts given, and the way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from legation.ledger import Ledger
from legation.ledger.byhand.corrections import Change
from legation.ledger.byhand.verdicts import verdict_on
from legation.model.reviews import Review, ReviewVerdict
from legation.views.waiting import Waiting

UNDONE = "taken back at once"
"""The reason of an undoing, which a reader who pressed a wrong key need not give."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one claim of the queue; no review where it was skipped."""

    waiting: Waiting
    review: Review | None

    @property
    def done(self) -> str:
        """What was done, in a word."""
        return self.review.verdict if self.review else "skip"


class Session:
    """Goes through a queue of claims for one reader; every verdict is recorded at once."""

    def __init__(self, ledger: Ledger, queue: Sequence[Waiting], by: str) -> None:
        self.ledger = ledger
        self.by = by
        self.queue = tuple(queue)
        self.steps: list[Step] = []

    @property
    def current(self) -> Waiting | None:
        """The claim to be judged now; None where the queue is done."""
        return self.queue[len(self.steps)] if len(self.steps) < len(self.queue) else None

    @property
    def counts(self) -> Counter[str]:
        """How many claims were accepted, rejected, corrected and skipped."""
        return Counter(step.done for step in self.steps)

    def decide(self, verdict: ReviewVerdict, reason: str, change: Change | None = None) -> None:
        """Judge the current claim, and go on to the next.

        Raises as `verdict_on` does; then nothing is recorded, and the claim is still the current.
        """
        waiting = self._now()
        made = verdict_on(self.ledger, waiting.claim.id, verdict, self.by, reason, change)
        self.steps.append(Step(waiting, self.ledger.review(made)))

    def skip(self) -> None:
        """Leave the current claim to another day."""
        self.steps.append(Step(self._now(), None))

    def back(self) -> Step | None:
        """Go back by one claim, and take back what was decided of it; None at the first."""
        if not self.steps:
            return None
        last = self.steps[-1]
        if last.review:
            self.ledger.review(Review(last.review.claim, "undo", self.by, UNDONE))
        return self.steps.pop()

    def _now(self) -> Waiting:
        if self.current is None:
            raise LookupError("the queue is done")
        return self.current
