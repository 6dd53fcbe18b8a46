"""Guards: triggers by which the database itself refuses to change or take away a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Table

from legation.ledger.damage import Damage
from legation.ledger.tables import metadata

_FUNCTION = """
    CREATE OR REPLACE FUNCTION legation_append_only() RETURNS trigger LANGUAGE plpgsql AS
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

_ACTIONS = ("UPDATE", "DELETE")
_HELD = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": """
        SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE relnamespace = current_schema()::regnamespace AND tgenabled IN ('O', 'A')
    """,
}


def guard(connection: Connection, tables: Sequence[Table] = metadata.sorted_tables) -> None:
    """Put the guards on tables of a ledger, or on all that are the record or its indexes."""
    for statement in _statements(connection.dialect.name, [table.name for table in tables]):
        connection.exec_driver_sql(statement)


def check(connection: Connection) -> Iterator[Damage]:
    """Tables that have lost a guard: what was done to them meanwhile, nothing refused."""
    held = set(connection.exec_driver_sql(_HELD[connection.dialect.name]).scalars())
    for table in metadata.sorted_tables:
        missing = [name for name in _names(connection.dialect.name, table.name) if name not in held]
        if missing:
            what = "the guard against changes is not there"
            yield Damage(table.name, " ".join(missing), None, what)


def _names(dialect: str, table: str) -> list[str]:
    ends = ("stay",) if dialect == "postgresql" else _ACTIONS
    return [f"{table}_{end}" for end in ends]


def _statements(dialect: str, tables: Sequence[str]) -> Iterator[str]:
    if dialect == "postgresql":
        yield _FUNCTION
        yield from (_POSTGRESQL.format(table=table) for table in tables)
    else:
        for action in _ACTIONS:
            yield from (_SQLITE.format(table=table, action=action) for table in tables)
