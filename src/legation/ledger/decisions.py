"""Readers' decisions on who is who, as the ledger keeps them: each stays, the last one holds."""

from __future__ import annotations

import sqlite3

from legation.model.decisions import Decision

_KNOWN = """
    SELECT verdict, name, other, author, reason, recorded_at FROM decisions
    WHERE recorded_at <= ? ORDER BY id
"""


def write(connection: sqlite3.Connection, decision: Decision, moment: str) -> None:
    """Add one decision, recorded at `moment`."""
    connection.execute(
        "INSERT INTO decisions (verdict, name, other, author, reason, recorded_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (decision.verdict, *decision.names, decision.by, decision.reason, moment),
    )


def read(connection: sqlite3.Connection, moment: str) -> list[Decision]:
    """The decisions known at `moment`, in the order of their recording."""
    rows = connection.execute(_KNOWN, (moment,))
    return [Decision(v, (name, other), by, why, at) for v, name, other, by, why, at in rows]
