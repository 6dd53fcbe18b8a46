"""A schema of a PostgreSQL server under a ledger, for those who keep one together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, PendingRollbackError

from legation.ledger import upgrade
from legation.ledger.laying import lay
from legation.ledger.opening import opening
from legation.ledger.tables import SCHEMA_VERSION, batches, metadata, passing
from legation.ledger.transactions import transaction
from legation.ledger.versions import require_version
from legation.model.errors import LedgerError

_ADDRESSES = ("postgresql://", "postgres://")
_MARK = "legation ledger, version "
_READ_MARK = f"SELECT obj_description(to_regclass('{batches.name}'), 'pg_class')"
_TAKEN = """
    SELECT count(*) FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_name IN ({names})
"""
_SESSION = (
    "SET lock_timeout = '10s'",
    "SET synchronous_commit = on",
    "SET default_transaction_isolation = 'read committed'",
)
_MAKE = ("BEGIN", "SELECT pg_advisory_xact_lock(1279608641)")
"""Who makes a ledger waits for who is making one, and then finds it made."""

_CONNECT_SECONDS = 10


def is_address(place: str | Path) -> bool:
    """Whether a place is the address of a server.

    >>> is_address("postgresql://localhost/relations"), is_address("relations.ledger")
    (True, False)
    """
    return isinstance(place, str) and place.startswith(_ADDRESSES)


def shown(place: str) -> str:
    """An address without its password; raises LedgerError (LG-L001) where it is none."""
    try:
        return make_url(place).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        raise LedgerError(
            "LG-L001",
            "this is no address of a database",
            remedy="write it as postgresql://user:password@host:5432/database?schema=name",
        ) from None


def connect(place: str, name: str, create: bool) -> Connection:
    """A connection to the ledger at an address, made first if `create` says so.

    `name` is the address as messages show it. Raises LedgerError, as `connection.connect` does.
    """
    with opening(_engine(place, name)) as connection:
        for statement in _SESSION:
            connection.exec_driver_sql(statement)
        _require_unicode(connection, name)
        _choose_schema(connection, make_url(place), create)
        if create:
            _create(connection, name)
        _recognise(connection, name)
    return connection


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn what PostgreSQL says into a LedgerError that tells what to do."""
    try:
        yield
    except DBAPIError as problem:
        raise _told(problem, place) from problem
    except PendingRollbackError as problem:
        raise _without_state("the connection was cut before", place) from problem


def _engine(place: str, name: str) -> Engine:
    url = make_url(place).set(drivername="postgresql+psycopg").difference_update_query(["schema"])
    seconds = int(str(url.query.get("connect_timeout", _CONNECT_SECONDS)))
    try:
        return create_engine(
            url,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            connect_args={"connect_timeout": seconds, "client_encoding": "utf8"},
        )
    except ModuleNotFoundError:
        raise LedgerError(
            "LG-L009",
            "a ledger on PostgreSQL needs the package psycopg",
            where=name,
            remedy="install legation[postgresql]",
        ) from None


def _require_unicode(connection: Connection, name: str) -> None:
    if connection.exec_driver_sql("SHOW server_encoding").scalar() != "UTF8":
        raise LedgerError(
            "LG-L002",
            "the database is not in UTF-8",
            where=name,
            remedy="make one with createdb --encoding UTF8 --template template0",
        )


def _choose_schema(connection: Connection, url: URL, create: bool) -> None:
    schema = url.query.get("schema")
    if schema is None:
        return
    quoted = connection.dialect.identifier_preparer.quote_identifier(str(schema))
    if create:
        # Without waiting, the later of two who make one schema at once is told of a duplicate.
        with transaction(connection, _MAKE):
            connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {quoted}")
    connection.exec_driver_sql(f"SET search_path TO {quoted}")


def _create(connection: Connection, name: str) -> None:
    """Lay the tables unless they are there, at once with the mark by which they are known."""
    with transaction(connection, _MAKE):
        if connection.exec_driver_sql(_READ_MARK).scalar() is not None:
            return
        tables = (*metadata.tables, *passing.tables)
        names = ", ".join(f"'{table}'" for table in tables)
        if connection.exec_driver_sql(_TAKEN.format(names=names)).scalar():
            raise _foreign(name)
        lay(connection)
        _put_mark(connection)


def _put_mark(connection: Connection) -> None:
    mark = f"{_MARK}{SCHEMA_VERSION}"
    connection.exec_driver_sql(f"COMMENT ON TABLE {batches.name} IS '{mark}'")


def _recognise(connection: Connection, name: str) -> None:
    mark = connection.exec_driver_sql(_READ_MARK).scalar()
    if mark == f"{_MARK}{upgrade.WITHOUT_TOUCHES}":
        mark = _bring_up(connection)
    version = str(mark).removeprefix(_MARK)
    if mark is None:
        raise LedgerError(
            "LG-L001",
            "there is no ledger here",
            where=name,
            remedy="ingest documents into it first",
        )
    if not version.isdecimal():
        raise _foreign(name)
    require_version(int(version), name)


def _bring_up(connection: Connection) -> str:
    """Bring a ledger of the version before up to this one, unless another process just did."""
    with transaction(connection):
        if connection.exec_driver_sql(_READ_MARK).scalar() == f"{_MARK}{upgrade.WITHOUT_TOUCHES}":
            upgrade.add_touches(connection)
            _put_mark(connection)
    return str(connection.exec_driver_sql(_READ_MARK).scalar())


def _foreign(name: str) -> LedgerError:
    return LedgerError(
        "LG-L002",
        "there are tables of something else here",
        where=name,
        remedy="name another schema, with ?schema=name",
    )


def _told(problem: DBAPIError, place: str) -> LedgerError:
    """The error for what the server, or the way to it, said."""
    state = getattr(problem.orig, "sqlstate", None) or ""
    lines = str(problem.orig).strip().splitlines()
    said = lines[0] if lines else type(problem.orig).__name__
    for found, (code, what, remedy) in _BY_STATE.items():
        if state.startswith(found):
            return LedgerError(code, f"{what}: {said}", where=place, remedy=remedy)
    if state:
        return LedgerError(
            "LG-L002",
            f"the database cannot be used as a ledger: {said}",
            where=place,
            remedy="name another one, or restore it from a copy",
        )
    return _without_state(said, place)


def _without_state(said: str, place: str) -> LedgerError:
    """The error where there is no connection, and so no state but words."""
    for words, (code, what, remedy) in _BY_WORDS.items():
        if words in said:
            return LedgerError(code, f"{what}: {said}", where=place, remedy=remedy)
    code, what, remedy = _NO_ANSWER
    return LedgerError(code, f"{what}: {said}", where=place, remedy=remedy)


_NO_ANSWER = (
    "LG-L010",
    "the server does not answer",
    "see that it runs, and that the address is right",
)
_NOT_ALLOWED = (
    "LG-L011",
    "the server does not let this user in",
    "see to the user and the password in the address",
)
_NO_TEXT = (
    "LG-L013",
    "the text has a character that cannot be kept",
    "take the character out of the text",
)
_BY_STATE = {
    "55P03": ("LG-L004", "another process is writing", "try again later"),
    "53100": ("LG-L007", "the disk is full", "make room, and do it again"),
    "58": ("LG-L014", "the disk of the server failed", "ask who keeps the server"),
    "25006": ("LG-L008", "the ledger may only be read", "ask who keeps the server"),
    "42501": ("LG-L008", "the ledger may not be written by this user", "ask who keeps the server"),
    "08": _NO_ANSWER,
    "57P": _NO_ANSWER,
    "28": _NOT_ALLOWED,
    "3D": ("LG-L001", "there is no such database", "make it first, with createdb"),
    "22": _NO_TEXT,
}
_BY_WORDS = {
    "password": _NOT_ALLOWED,
    "authentication failed": _NOT_ALLOWED,
    "role ": _NOT_ALLOWED,
    "does not exist": ("LG-L001", "there is no such database", "make it first, with createdb"),
    "NUL": _NO_TEXT,
}
