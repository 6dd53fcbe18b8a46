"""Many rows put into a table at once, in the way that is quickest for the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError

from legation.ledger.digests import Row

Values = tuple[Any, ...]


def load(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Add rows to a table, in the order of its key; none at all is nothing to do.

    In that order neighbours are written together. PostgreSQL takes them by COPY.
    """
    names, key = _columns(table), _key(table)
    values = [tuple(row[name] for name in names) for row in sorted(rows, key=key)]
    if not values:
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, table, names, values)
    else:
        connection.exec_driver_sql(_insert(table), values)


def _copy(connection: Connection, table: Table, names: Sequence[str], rows: list[Values]) -> None:
    into = f"COPY {table.name} ({', '.join(names)}) FROM STDIN"
    errors: Any = connection.dialect.loaded_dbapi.Error
    driver: Any = connection.connection
    try:
        with driver.cursor() as cursor, cursor.copy(into) as copy:
            for row in rows:
                copy.write_row(row)
    except errors as problem:
        raise DBAPIError.instance(into, None, problem, errors) from problem


@cache
def _columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns)


@cache
def _key(table: Table) -> itemgetter[Any]:
    return itemgetter(*(column.name for column in table.primary_key.columns))


@cache
def _insert(table: Table) -> str:
    marks = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {table.name} VALUES ({marks})"
