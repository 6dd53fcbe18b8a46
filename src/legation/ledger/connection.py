"""The database under a ledger: a SQLite file, or a PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from legation.ledger import sqlite


def connect(place: str | Path, create: bool) -> Connection:
    """A connection to the ledger at `place`, which is made first if `create` says so.

    Raises LedgerError: LG-L001 there is no ledger there, LG-L002 it is none or is damaged,
    LG-L003 it was written by a later legation, LG-L004 another process holds it.

    >>> connect("none.ledger", create=False)
    Traceback (most recent call last):
    ...
    legation.model.errors.LedgerError: LG-L001: there is no ledger here (none.ledger); \
ingest documents into it first
    """
    return sqlite.connect(Path(place), create)


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn what the database says into a LedgerError that tells what to do."""
    with sqlite.explained(place):
        yield


def shown(place: str | Path) -> str:
    """The place of a ledger as messages show it.

    >>> shown("a.ledger")
    'a.ledger'
    """
    return str(place)
