"""The database under a ledger: a SQLite file, or a schema of a PostgreSQL server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path

from sqlalchemy import Connection

from legation.ledger import postgresql, sqlite
from legation.model.errors import LedgerError, UsageError

_ADDRESS = re.compile(r"([A-Za-z][\w+.-]*)://")


def connect(place: str | Path, create: bool) -> Connection:
    """A connection to the ledger at `place`, which is made first if `create` says so.

    A place is the path of a file, or `postgresql://user:password@host/database?schema=name`.
    Raises LedgerError: LG-L001 there is no ledger there, LG-L002 it is none or is damaged,
    LG-L003 it was written by a later legation, LG-L004 another process holds it, LG-L008 it may
    not be written, LG-L009 psycopg is missing, LG-L010 and LG-L011 the server does not answer, or
    lets nobody in so; and UsageError (LG-U048) for the address of another database.

    >>> connect("none.ledger", create=False)
    Traceback (most recent call last):
    ...
    legation.model.errors.LedgerError: LG-L001: there is no ledger here (none.ledger); \
ingest documents into it first
    """
    name = shown(place)
    with explained(name):
        if postgresql.is_address(place):
            return postgresql.connect(str(place), name, create)
        _require_path(place)
        return sqlite.connect(Path(place), create)


def _require_path(place: str | Path) -> None:
    """Raise UsageError (LG-U048) for the address of a database of another make."""
    scheme = _ADDRESS.match(place) if isinstance(place, str) else None
    if scheme:
        raise UsageError(
            "LG-U048",
            f"there are no ledgers at {scheme[1]!r} addresses",
            remedy="give the path of a file, or postgresql://user:password@host/database",
        )


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn what the database says into a LedgerError that tells what to do."""
    try:
        with (
            postgresql.explained(place) if postgresql.is_address(place) else sqlite.explained(place)
        ):
            yield
    except (UnicodeDecodeError, JSONDecodeError) as problem:
        raise LedgerError(
            "LG-L002",
            f"the ledger is damaged: {problem}",
            where=place,
            remedy="restore it from a copy",
        ) from problem
    except UnicodeEncodeError as problem:
        raise LedgerError(
            "LG-L013",
            "half of a pair of surrogates cannot be kept",
            where=place,
            remedy="mend the text, which is not Unicode",
        ) from problem


def shown(place: str | Path) -> str:
    """The place of a ledger as messages show it: without a password.

    >>> shown("postgresql://ana:secret@localhost/relations")
    'postgresql://ana:***@localhost/relations'
    """
    return postgresql.shown(str(place)) if postgresql.is_address(place) else str(place)
