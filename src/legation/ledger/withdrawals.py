"""Withdrawals as the ledger keeps them: the last one on a document holds."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from legation.ledger import documents
from legation.ledger.batches import Batch
from legation.ledger.tables import batches, withdrawals
from legation.model.withdrawals import Withdrawal

_COLUMNS = (withdrawals.c.document, withdrawals.c.verdict)
_KNOWN = (
    select(*_COLUMNS, withdrawals.c.author, withdrawals.c.reason, batches.c.recorded_at)
    .join(batches, batches.c.id == withdrawals.c.batch)
    .where(withdrawals.c.batch <= bindparam("known"))
    .order_by(withdrawals.c.id)
)


def write(batch: Batch, withdrawal: Withdrawal) -> None:
    """Add one withdrawal; raises UsageError (LG-U017) where there is no such document."""
    if documents.text_of(batch.connection, withdrawal.document) is None:
        raise documents.absent(withdrawal.document)
    row = {
        "id": batch.number(withdrawals),
        "document": withdrawal.document,
        "verdict": withdrawal.verdict,
        "author": withdrawal.by,
        "reason": withdrawal.reason,
    }
    batch.write(withdrawals, [row])


def read(connection: Connection, known: int) -> list[Withdrawal]:
    """The withdrawals known then, in the order of their recording."""
    return [Withdrawal(*row) for row in connection.execute(_KNOWN, {"known": known})]


def withdrawn(connection: Connection, known: int) -> frozenset[str]:
    """The documents that were withdrawn and not restored, as known then, by their ids."""
    last = {one.document: one.verdict for one in read(connection, known)}
    return frozenset(document for document, verdict in last.items() if verdict == "withdraw")
