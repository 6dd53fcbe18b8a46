"""Transactions: all of what is written inside, or nothing; one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

BEGIN = {
    "sqlite": ("BEGIN IMMEDIATE",),
    "postgresql": ("BEGIN ISOLATION LEVEL READ COMMITTED", "LOCK TABLE batches IN EXCLUSIVE MODE"),
}
"""Who writes waits for who wrote first; who reads waits for nobody."""


@contextmanager
def transaction(connection: Connection, begin: tuple[str, ...] = ()) -> Iterator[None]:
    """Write inside as the only writer. Everywhere else the connection commits by itself."""
    try:
        for statement in begin or BEGIN[connection.dialect.name]:
            connection.exec_driver_sql(statement)
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        # Where the database has rolled back by itself, or is gone, there is nothing to undo.
        with suppress(SQLAlchemyError):
            connection.exec_driver_sql("ROLLBACK")
        raise
