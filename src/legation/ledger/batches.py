"""Batches: what was written at once, chained by hashes, and what was known when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, func, select

from legation.ledger import moments
from legation.ledger.digests import Row, chained, digest
from legation.ledger.loading import load
from legation.ledger.tables import batches, metadata, touches
from legation.ledger.transactions import transaction
from legation.model.errors import LedgerError

_LAST = select(batches.c.id, batches.c.recorded_at, batches.c.hash).order_by(batches.c.id.desc())
_LAST_ONE = _LAST.limit(1)
_KNOWN = select(func.max(batches.c.id))
_KNOWN_THEN = _KNOWN.where(batches.c.recorded_at <= bindparam("moment"))


class Batch:
    """Rows that are written together: all of them or none, under one recorded time.

    They wait until the batch is closed, and go into each table at once: one row at a time would
    cost a statement each.
    """

    def __init__(self, connection: Connection, recorded_at: str | None) -> None:
        last = connection.execute(_LAST_ONE).first()
        number, at, previous = last or (0, "", "")
        self._previous: str = previous
        self._connection = connection
        self.id = number + 1
        self.recorded_at = _next_moment(at, recorded_at)
        self._digests: list[bytes] = []
        self._waiting: dict[str, list[Row]] = defaultdict(list)
        self._numbers: dict[str, int] = {}
        self._touched: set[tuple[str, str]] = set()
        self._written = {"batch": self.id}

    @property
    def connection(self) -> Connection:
        """The connection, to ask of the ledger what it has, with all of this batch."""
        self._put_waiting()
        return self._connection

    def write(self, table: Table, rows: Iterable[Row]) -> None:
        """Add rows to a table of entries, sealed and counted in the hash of the batch."""
        waiting = self._waiting[table.name]
        for row in rows:
            whole = {**row, **self._written}
            whole["digest"] = digest(table, whole)
            self._digests.append(whole["digest"])
            waiting.append(whole)

    def enter(self, table: Table, rows: Iterable[Row]) -> None:
        """Add rows to an index, which is told from the entries and is no part of the record."""
        self._waiting[table.name].extend(rows)

    def touch(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Note of which pairs a document tells of which this batch has an entry."""
        self._touched.update(pairs)

    def number(self, table: Table) -> int:
        """The next number for a row of a table that numbers its rows."""
        if table.name not in self._numbers:
            self._numbers[table.name] = int(
                self._connection.execute(_last_number(table)).scalar_one()
            )
        self._numbers[table.name] += 1
        return self._numbers[table.name]

    def close(self) -> None:
        """Write the batch itself; where nothing was written in it, there is none."""
        if not self._digests:
            return
        told = chained(self._previous, self.recorded_at, self._digests)
        self.enter(touches, ({"a": a, "b": b, "batch": self.id} for a, b in self._touched))
        row = {"id": self.id, "recorded_at": self.recorded_at}
        self.enter(batches, [{**row, "previous": self._previous, "hash": told}])
        self._put_waiting()

    def _put_waiting(self) -> None:
        """Put what waits into its tables, those first to which others refer."""
        if self._waiting:
            for table in metadata.sorted_tables:
                load(self._connection, table, self._waiting.pop(table.name, ()))


@contextmanager
def batch(connection: Connection, recorded_at: str | None = None) -> Iterator[Batch]:
    """One batch, recorded at a moment as `moments.written` gives it, now by default.

    Raises LedgerError (LG-L006) for a moment that is not after the last recorded one.
    """
    with transaction(connection):
        opened = Batch(connection, recorded_at)
        yield opened
        opened.close()


def known(connection: Connection, as_of: str | None = None) -> int:
    """The number of the last batch recorded until `as_of`, a day or time; nought before the first.

    Raises UsageError (LG-U003) where `as_of` is neither.
    """
    if as_of is None:
        found = connection.execute(_KNOWN).scalar()
    else:
        found = connection.execute(_KNOWN_THEN, {"moment": moments.as_of(as_of)}).scalar()
    return found or 0


def head(connection: Connection) -> str:
    """The hash of the last batch, which stands for all before it; empty where there is none."""
    last = connection.execute(_LAST_ONE).first()
    return str(last.hash) if last else ""


@cache
def _last_number(table: Table) -> Select[Any]:
    return select(func.coalesce(func.max(table.c.id), 0))


def _next_moment(last: str, wanted: str | None) -> str:
    """The moment of a batch, after the last: what was known at a moment stays what it was.

    Where the clock was set back, or is too coarse, the record goes on a microsecond later.
    """
    if wanted is None:
        return max(moments.now(), moments.next_after(last)) if last else moments.now()
    if not moments.is_written(wanted):
        raise LedgerError(
            "LG-L006",
            f"{wanted!r} is no recorded time",
            remedy="write it in UTC to the microsecond, as 2026-01-31T12:00:00.000000Z",
        )
    if wanted <= last:
        raise LedgerError(
            "LG-L006",
            f"{wanted} is not after the last recorded time, {last}",
            remedy="record it as of now; when it was so belongs in the claim",
        )
    return wanted
