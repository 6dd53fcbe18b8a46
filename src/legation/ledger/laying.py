"""The tables of a ledger, laid where there are none, with the guards over those that are kept."""

from __future__ import annotations

from sqlalchemy import Connection

from legation.ledger.guards import guard
from legation.ledger.tables import metadata, passing


def lay(connection: Connection) -> None:
    """Lay all tables of a ledger, in a transaction of the caller's."""
    metadata.create_all(connection, checkfirst=False)
    passing.create_all(connection, checkfirst=False)
    guard(connection)
