"""Writing entries of whatever sort into a batch."""

from __future__ import annotations

from legation.ledger import claims, decisions, documents, readings, reviews, touches, withdrawals
from legation.ledger.batches import Batch
from legation.ledger.entries import Entry, Outcome
from legation.ledger.grounds import require_grounds, require_text
from legation.model.decisions import Decision
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal

Told = Entry | Review | Decision | Withdrawal


def require_sound(told: Told) -> None:
    """Raise LedgerError where a claim lacks its words (LG-L005) or a text cannot be kept (LG-L013).

    >>> from legation.model.documents import Document
    >>> require_sound(Entry(Document("Oslo", "a.txt", "en"), ()))
    """
    if isinstance(told, Entry):
        require_text(told.document)
        for claim in told.claims:
            require_grounds(claim, told.document)


def write_reading(opened: Batch, entry: Entry, unheld: set[str] | None = None) -> Outcome:
    """Add a document and what was taken from it, unless this extractor has read it before.

    `unheld` are documents of which it is known that the ledger has nothing; this one then leaves
    them. Of others it is asked.
    """
    id_ = entry.document.id
    new = unheld is not None and id_ in unheld
    if unheld is not None:
        unheld.discard(id_)
    moved = documents.write(opened, entry.document, new=new)
    number = readings.write(opened, id_, entry.extractor, entry.claims, new=new)
    if number is not None:
        claims.write(opened, number, entry.extractor, entry.claims)
    if not new and (moved or number is not None):
        touches.touch(opened, id_)
    return "unchanged" if number is None else "read"


def write(opened: Batch, told: Told) -> None:
    """Add an entry of whatever sort; raises as the writing of each sort does."""
    if isinstance(told, Entry):
        write_reading(opened, told)
    elif isinstance(told, Review):
        touches.touch(opened, reviews.write(opened, told))
    elif isinstance(told, Decision):
        decisions.write(opened, told)
    else:
        withdrawals.write(opened, told)
        touches.touch(opened, told.document)
