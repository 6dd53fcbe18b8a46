"""Documents taken out of what counts, and put back: held against how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.model.documents import Document
from legation.model.errors import UsageError
from legation.model.withdrawals import Withdrawal

if TYPE_CHECKING:
    from legation.ledger.store import Ledger


def withdrawal_of(
    ledger: Ledger, name: str, by: str, reason: str, *, restore: bool = False
) -> tuple[Document, Withdrawal]:
    """The document that `name` means, and its withdrawal, or restoral; nothing is recorded yet.

    Raises UsageError: LG-U014 no author or reason, LG-U017 and LG-U037 no document or several are
    meant, LG-U041 it is withdrawn already, or not withdrawn.
    """
    document = ledger.find_document(name)
    if (document.id in ledger.withdrawn()) != restore:
        raise UsageError(
            "LG-U041",
            "the document is not withdrawn" if restore else "the document is withdrawn already",
            where=document.uri,
            remedy="--restore puts back what was withdrawn, and nothing else",
        )
    return document, Withdrawal(document.id, "restore" if restore else "withdraw", by, reason)
