"""Versions of ledgers: one that a later legation wrote is left alone."""

from __future__ import annotations

from legation.ledger.tables import SCHEMA_VERSION
from legation.model.errors import LedgerError


def require_version(version: int, place: str) -> None:
    """Raise LedgerError (LG-L003) unless the ledger is of the version that is written here.

    >>> require_version(SCHEMA_VERSION, "a.ledger")
    """
    if version != SCHEMA_VERSION:
        raise LedgerError(
            "LG-L003",
            f"the ledger is of version {version}, this legation writes {SCHEMA_VERSION}",
            where=place,
            remedy="use the legation that wrote it, or ingest anew",
        )
