"""The chain of batches, gone through from its beginning: every row, and every batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, select

from legation.ledger.damage import Damage, key_of, streamed
from legation.ledger.digests import chained, digest
from legation.ledger.tables import ENTRIES, batches

_SIZE = 32
Digests = dict[int, bytearray]
"""The digests of the rows of each batch, one after another: much less than a list of them."""


def check(connection: Connection, head: str | None) -> Iterator[Damage]:
    """Rows that are not what was written, and batches that are not whole or not in their place."""
    digests: Digests = defaultdict(bytearray)
    for table in ENTRIES:
        for row in streamed(connection, select(table)):
            values = row._mapping
            if _sound(table, values):
                digests[values["batch"]] += values["digest"]
            else:
                what = "the row is not what was written"
                yield Damage(table.name, key_of(table, values), _number(values["batch"]), what)
                digests[values["batch"]] += _bytes(values["digest"])
    yield from _check_batches(connection, digests, head)


def _check_batches(connection: Connection, digests: Digests, head: str | None) -> Iterator[Damage]:
    hashes: set[str] = set()
    number, at, previous = 0, "", ""
    for row in connection.execute(select(batches).order_by(batches.c.id)):
        for what in _amiss(row, number, at, previous, digests.pop(row.id, bytearray())):
            yield Damage(batches.name, str(row.id), row.id, what)
        number, at, previous = row.id, row.recorded_at, row.hash
        hashes.add(row.hash)
    for missing in sorted(digests, key=str):
        what = "rows name this batch, and it is not there"
        yield Damage(batches.name, str(missing), _number(missing), what)
    if head is not None and head not in hashes:
        yield Damage(batches.name, head, None, "the batch that was noted is not there")


def _amiss(row: Any, number: int, at: str, previous: str, digests: bytearray) -> Iterator[str]:
    """What is amiss with a batch, after that of `number`, recorded `at`, of the hash `previous`."""
    if row.id != number + 1:
        yield f"batches from {number + 1} to {row.id - 1} are not there"
    elif row.previous != previous:
        yield "it does not follow on the batch before"
    if row.recorded_at <= at:
        yield "it was not recorded after the batch before"
    parts = [bytes(digests[at : at + _SIZE]) for at in range(0, len(digests), _SIZE)]
    if row.hash != chained(row.previous, row.recorded_at, parts):
        yield f"what it holds, {len(parts)} rows, is not what was written with it"


def _sound(table: Table, row: Mapping[str, Any]) -> bool:
    """Whether a row has the digest of its values; one that has none any more is not sound."""
    try:
        return bool(digest(table, row) == row["digest"])
    except TypeError:
        return False


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) and len(value) == _SIZE else bytes(_SIZE)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
