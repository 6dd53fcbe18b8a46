"""Verdicts: what a reader decides of a claim, held against how the claim stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from legation.ledger.byhand.corrections import Change, corrected
from legation.model.errors import UsageError
from legation.model.reviews import Review, ReviewVerdict

if TYPE_CHECKING:
    from legation.ledger.finding import Held
    from legation.ledger.store import Ledger


def verdict_on(
    ledger: Ledger,
    prefix: str,
    verdict: ReviewVerdict,
    by: str,
    reason: str,
    change: Change | None = None,
) -> Review:
    """The review that a verdict comes to, on the claim whose id begins with `prefix`; unrecorded.

    A claim that came of a correction is reviewed with the claim that it corrects: to accept it is
    to confirm the correction, to reject it leaves neither, and to undo it brings the first back.
    Raises UsageError: LG-U018 and LG-U019 no claim or several have such an id, LG-U033 there is
    nothing to undo; and what `corrected` raises.
    """
    held = ledger.find(prefix)
    if held.corrects and held.standing in ("corrected", "rejected", "undone"):
        _require_confirming(held, verdict)
    return _MAKERS[verdict](ledger, held, by, reason, change or Change({}))


def _accept(ledger: Ledger, held: Held, by: str, reason: str, change: Change) -> Review:
    if held.corrects:
        return Review(held.corrects, "correct", by, reason, held.claim)
    return Review(held.claim.id, "accept", by, reason)


def _reject(ledger: Ledger, held: Held, by: str, reason: str, change: Change) -> Review:
    return Review(held.corrects or held.claim.id, "reject", by, reason)


def _undo(ledger: Ledger, held: Held, by: str, reason: str, change: Change) -> Review:
    if held.review is None:
        raise UsageError(
            "LG-U033",
            "no verdict on this claim holds",
            where=held.claim.id,
            remedy="there is nothing to undo",
        )
    return Review(held.corrects or held.claim.id, "undo", by, reason)


def _correct(ledger: Ledger, held: Held, by: str, reason: str, change: Change) -> Review:
    document = ledger.document(held.claim.source.document)
    right = corrected(held.claim, change, by, document.text)
    return Review(held.corrects or held.claim.id, "correct", by, reason, right)


_MAKERS: dict[ReviewVerdict, Callable[[Ledger, Held, str, str, Change], Review]] = {
    "accept": _accept,
    "reject": _reject,
    "undo": _undo,
    "correct": _correct,
}


def _require_confirming(held: Held, verdict: ReviewVerdict) -> None:
    """A correction that no longer holds can be made again, by accepting it, and nothing else."""
    if verdict != "accept":
        raise UsageError(
            "LG-U033",
            "this correction holds no more",
            where=held.claim.id,
            remedy=f"review the claim that it corrected, {held.corrects}",
        )
