"""Claims that wait for a reader: nobody has judged them yet; the most doubtful come first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from legation.ledger import Ledger
from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.reconciliation import facts


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim that nobody has judged, and whether others dispute what it says."""

    claim: Claim
    disputed: bool = False


def waiting(ledger: Ledger, parties: Collection[str] | None = None) -> list[Waiting]:
    """The claims on all of `parties` (one, or two), or all, that wait for a reader.

    What is disputed comes first, then what the extractor was least sure of. Raises UsageError
    (LG-U004).

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         waiting(ledger)
    []
    """
    evidence = ledger.evidence(parties)
    judged = {review.claim for review in evidence.reviews if review.verdict != "undo"}
    undone = _undone(evidence)
    disputed = _disputed(evidence)
    once = {claim.id: claim for claim in evidence.claims if not claim.author}
    found = [
        Waiting(claim, id_ in disputed)
        for id_, claim in once.items()
        if id_ not in judged or id_ in undone
    ]
    return sorted(found, key=lambda w: (not w.disputed, w.claim.confidence, w.claim.id))


def _undone(evidence: Evidence) -> set[str]:
    """The claims of which the last verdict was taken back."""
    last = {review.claim: review.verdict for review in evidence.reviews}
    return {claim for claim, verdict in last.items() if verdict == "undo"}


def _disputed(evidence: Evidence) -> set[str]:
    return {
        claim.id
        for fact in facts(evidence)
        if fact.disputed or fact.standing.status == "disputed"
        for claim in (*fact.claims, *fact.disputed)
    }
