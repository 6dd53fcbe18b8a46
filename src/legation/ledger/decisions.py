"""Readers' decisions on who is who, as the ledger keeps them: each stays, the last one holds."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from legation.ledger.batches import Batch
from legation.ledger.tables import batches, decisions
from legation.model.decisions import Decision

_COLUMNS = (decisions.c.verdict, decisions.c.name, decisions.c.other)
_KNOWN = (
    select(*_COLUMNS, decisions.c.author, decisions.c.reason, batches.c.recorded_at)
    .join(batches, batches.c.id == decisions.c.batch)
    .where(decisions.c.batch <= bindparam("known"))
    .order_by(decisions.c.id)
)


def write(batch: Batch, decision: Decision) -> None:
    """Add one decision."""
    row = {
        "id": batch.number(decisions),
        "verdict": decision.verdict,
        "name": decision.names[0],
        "other": decision.names[1],
        "author": decision.by,
        "reason": decision.reason,
    }
    batch.write(decisions, [row])


def read(connection: Connection, known: int) -> list[Decision]:
    """The decisions known then, in the order of their recording."""
    rows = connection.execute(_KNOWN, {"known": known})
    return [Decision(v, (name, other), by, why, at) for v, name, other, by, why, at in rows]
