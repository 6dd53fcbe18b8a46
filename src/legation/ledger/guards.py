"""Guards: triggers by which the database itself refuses to change or take away a row."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from legation.ledger.tables import metadata

_FUNCTION = """
    CREATE FUNCTION legation_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
_POSTGRESQL = """
    CREATE TRIGGER {table}_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION legation_append_only()
"""
_SQLITE = """
    CREATE TRIGGER {table}_{action} BEFORE {action} ON {table}
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
"""


def guard(connection: Connection) -> None:
    """Put the guards on every table of a ledger."""
    for statement in _statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def _statements(dialect: str) -> Iterator[str]:
    tables = [table.name for table in metadata.sorted_tables]
    if dialect == "postgresql":
        yield _FUNCTION
        yield from (_POSTGRESQL.format(table=table) for table in tables)
    else:
        for action in ("UPDATE", "DELETE"):
            yield from (_SQLITE.format(table=table, action=action) for table in tables)
