"""The file under a ledger: made, recognised, and opened with what durability needs.

The journal is written ahead (WAL), so that readers never wait for the writer, and every commit
is synced in full: what was acknowledged survives a loss of power, not only of the process.
Ingesting is bound by extraction, so that the sync costs nothing one would notice.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, NullPool, create_engine
from sqlalchemy.exc import DBAPIError, OperationalError

from legation.ledger import upgrade
from legation.ledger.laying import lay
from legation.ledger.opening import opening
from legation.ledger.tables import SCHEMA_VERSION
from legation.ledger.transactions import transaction
from legation.ledger.versions import require_version
from legation.model.errors import LedgerError

APPLICATION_ID = 0x4C454741

_PRAGMAS = (
    "PRAGMA recursive_triggers = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA cache_size = -65536",  # KB: so much of the file at most is kept in memory
)


def connect(path: Path, create: bool) -> Connection:
    """A connection to the ledger in the file at `path`, made first if `create` says so.

    Raises LedgerError, as `connection.connect` does.
    """
    _check_place(path, create)
    engine = create_engine(_url(path), poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with opening(engine) as connection:
        for pragma in _PRAGMAS:
            connection.exec_driver_sql(pragma)
        if create:
            _create(connection)
        _recognise(connection, path)
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
    return connection


def _url(path: Path) -> URL:
    """Where SQLite finds the file, and that it never changes where nothing can be written."""
    file = str(path.absolute())
    if not _lies_still(path):
        return URL.create("sqlite", database=file)
    fixed = {"mode": "ro", "immutable": "1", "uri": "true"}
    return URL.create("sqlite", database=f"file:{quote(file)}", query=fixed)


def _lies_still(path: Path) -> bool:
    """Whether a ledger is there in a folder that takes no new file, so that SQLite can keep no
    journal beside it, and no journal of a writer with anything in it is there."""
    held = path.resolve()
    journal = held.with_name(f"{held.name}-wal")
    waiting = journal.exists() and journal.stat().st_size
    may = os.access(held.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
    return held.is_file() and not waiting and not may


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn what SQLite says of the file into a LedgerError that tells what to do."""
    try:
        yield
    except DBAPIError as problem:
        raise _told(problem, place) from problem


def integrity(connection: Connection) -> Iterator[str]:
    """What SQLite finds amiss with the file, and with what its rows refer to."""
    for told in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if told != "ok":
            yield str(told)
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{row[0]} {row[1]} refers to what is not in {row[2]}"


def _check_place(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(
            "LG-L002",
            "the file cannot be used as a ledger: it is a folder",
            where=str(path),
            remedy="name a file in it",
        )
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


def _create(connection: Connection) -> None:
    """Lay the tables if the file is empty, at once with the marks by which it is recognised."""
    connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    with transaction(connection):
        if not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar():
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            _lay_tables(connection)


def _lay_tables(connection: Connection) -> None:
    lay(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _recognise(connection: Connection, path: Path) -> None:
    application = connection.exec_driver_sql("PRAGMA application_id").scalar()
    if application != APPLICATION_ID:
        raise _unusable(str(path), "it lacks the mark of a ledger")
    version = _version(connection)
    if 0 < version < SCHEMA_VERSION:
        _bring_up(connection)
    require_version(_version(connection), str(path))


def _bring_up(connection: Connection) -> None:
    """Bring a ledger of an earlier version up to this one, unless another process just did."""
    with transaction(connection):
        version = _version(connection)
        if version == upgrade.WITHOUT_TOUCHES:
            upgrade.add_touches(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        elif version < SCHEMA_VERSION:
            upgrade.set_aside(connection, version)
            _lay_tables(connection)
            upgrade.take_over(connection, version)


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _told(problem: DBAPIError, place: str) -> LedgerError:
    """The error for what SQLite said."""
    said = str(problem.orig)
    for words, (code, what, remedy) in _BY_WORDS.items():
        if isinstance(problem, OperationalError) and words in said:
            return LedgerError(code, what, where=place, remedy=remedy)
    return _unusable(place, said)


def _unusable(place: str, what: str) -> LedgerError:
    return LedgerError(
        "LG-L002",
        f"the file cannot be used as a ledger: {what}",
        where=place,
        remedy="name another file, or restore this one from a copy",
    )


_BUSY = ("LG-L004", "another process is writing", "try again later")
_READ_ONLY = (
    "LG-L008",
    "the ledger may not be written",
    "see to your rights in the file and in its folder, or copy it, with its -wal, to one of yours",
)
_BY_WORDS = {
    "lock": _BUSY,
    "busy": _BUSY,
    "full": ("LG-L007", "the disk is full", "make room, and do it again"),
    "disk I/O error": (
        "LG-L014",
        "the disk failed, or sets a limit",
        "see to the disk and to your limits on it, and do it again",
    ),
    "readonly": _READ_ONLY,
    "unable to open": _READ_ONLY,
}
