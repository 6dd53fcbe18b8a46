"""Damage: where a ledger is not what was written into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Damage:
    """What is amiss: in which table, in the row of which key, of which batch.

    `table` is empty where it is the file itself, or more than one table; `key` where it is no
    single row; `batch` is None where no batch can be told.

    >>> str(Damage("claims", "7 5f0c", 3, "the row is not what was written"))
    'claims 7 5f0c (batch 3): the row is not what was written'
    """

    table: str
    key: str
    batch: int | None
    what: str

    def __str__(self) -> str:
        """The damage in one line."""
        where = " ".join(part for part in (self.table or "ledger", self.key) if part)
        return f"{where}{f' (batch {self.batch})' if self.batch is not None else ''}: {self.what}"

    def to_json(self) -> dict[str, Any]:
        """The damage as a JSON object."""
        return {"table": self.table, "key": self.key, "batch": self.batch, "what": self.what}


def key_of(table: Table, row: Mapping[str, Any]) -> str:
    """The values of a row's key, as a damage tells them."""
    return " ".join(str(row[column.name]) for column in table.primary_key.columns)


def streamed(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    """The rows of a query, a thousand in memory at a time."""
    with connection.execute(query.execution_options(yield_per=_AT_ONCE)) as found:
        yield from found
