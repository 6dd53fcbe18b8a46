"""The file under a ledger: made, recognised, and opened with what durability needs.

The journal is written ahead (WAL), so that readers never wait for the writer, and every commit
is synced in full: what was acknowledged survives a loss of power, not only of the process.
Ingesting is bound by extraction, so that the sync costs nothing one would notice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from legation.model.errors import LedgerError

APPLICATION_ID = 0x4C454741
SCHEMA_VERSION = 2
_SCHEMAS = ("schema.sql", "decisions.sql")
"""What each version added: a ledger of an earlier one gets the rest when it is opened."""

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA busy_timeout = 10000",
)


def connect(path: Path, create: bool) -> sqlite3.Connection:
    """A connection to the ledger in the file at `path`, made first if `create` says so.

    Raises LedgerError: LG-L001 there is no such file, LG-L002 it is no ledger or is damaged,
    LG-L003 it was written by a later legation, LG-L004 another process holds it.

    >>> connect(Path("none.ledger"), create=False)
    Traceback (most recent call last):
    ...
    legation.model.errors.LedgerError: LG-L001: there is no ledger here (none.ledger); \
ingest documents into it first
    """
    with explained(path):
        _check_place(path, create)
        connection = sqlite3.connect(path.absolute(), isolation_level=None)
        try:
            for pragma in _PRAGMAS:
                connection.execute(pragma)
            if create:
                _create(connection)
            _recognise(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file into a LedgerError that tells what to do."""
    try:
        yield
    except sqlite3.OperationalError as problem:
        if "lock" in str(problem) or "busy" in str(problem):
            raise LedgerError(
                "LG-L004", "another process is writing", where=str(path), remedy="try again later"
            ) from problem
        raise _unusable(path, str(problem)) from problem
    except sqlite3.DatabaseError as problem:
        raise _unusable(path, str(problem)) from problem


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is written inside, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _check_place(path: Path, create: bool) -> None:
    if create and not path.absolute().parent.is_dir():
        raise LedgerError(
            "LG-L001", "the folder is not there", where=str(path), remedy="make the folder first"
        )
    if not create and not path.exists():
        raise LedgerError(
            "LG-L001",
            "there is no ledger here",
            where=str(path),
            remedy="ingest documents into it first",
        )


def _create(connection: sqlite3.Connection) -> None:
    """Lay the tables if the file is empty, at once with the marks by which it is recognised."""
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _lay_tables(connection, 0)


def _lay_tables(connection: sqlite3.Connection, version: int) -> None:
    """Lay the tables that a ledger of `version` lacks; none if another process just did."""
    if version != connection.execute("PRAGMA user_version").fetchone()[0]:
        return
    for schema in _SCHEMAS[version:]:
        for statement in _statements(schema):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _statements(schema: str) -> Iterator[str]:
    """The statements of a schema, one by one: a script of them would commit by itself."""
    whole = ""
    for line in files("legation.ledger").joinpath(schema).read_text("utf-8").splitlines():
        whole += line + "\n"
        if sqlite3.complete_statement(whole):
            yield whole
            whole = ""


def _recognise(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise _unusable(path, "it lacks the mark of a ledger")
    if 0 < version < SCHEMA_VERSION:
        with transaction(connection):
            _lay_tables(connection, version)
    elif version != SCHEMA_VERSION:
        raise LedgerError(
            "LG-L003",
            f"the ledger is of version {version}, this legation writes {SCHEMA_VERSION}",
            where=str(path),
            remedy="use the legation that wrote it, or ingest anew",
        )


def _unusable(path: Path, what: str) -> LedgerError:
    return LedgerError(
        "LG-L002",
        f"the file cannot be used as a ledger: {what}",
        where=str(path),
        remedy="name another file, or restore this one from a copy",
    )
