"""Digests of rows, and the hashes that chain batches: what makes a changed bit be seen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Table

Row = Mapping[str, Any]

_CANONICAL = json.JSONEncoder(separators=(",", ":")).encode


def digest(table: Table, row: Row) -> bytes:
    """The digest of a row: SHA-256 of its table's name and its values as JSON.

    >>> from legation.ledger.tables import documents
    >>> digest(documents, {"id": "sha256:0", "text": "Oslo", "batch": 1}).hex()[:8]
    'c50418a7'
    """
    values = [table.name, *(row[name] for name in _columns(table))]
    return hashlib.sha256(_CANONICAL(values).encode()).digest()


def chained(previous: str, recorded_at: str, digests: Iterable[bytes]) -> str:
    """The hash of a batch: of the batch before, its time, and the digests of its rows, sorted.

    >>> chained("", "2026-01-31T12:00:00.000000Z", [b"2", b"1"])[:8]
    '2ffd62ff'
    """
    whole = hashlib.sha256(f"{previous}\n{recorded_at}\n".encode())
    for one in sorted(digests):
        whole.update(one)
    return whole.hexdigest()


@cache
def _columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns if column.name != "digest")
