"""What a ledger holds, as one hash: the same for any order and batches of the documents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, select

from legation.ledger.tables import (
    ENTRIES,
    batches,
    claims,
    decisions,
    documents,
    places,
    readings,
    reviews,
    withdrawals,
)

_TURN = func.row_number().over(
    partition_by=(readings.c.document, readings.c.family), order_by=readings.c.id
)
_PARTS: tuple[Select[tuple[object, ...]], ...] = (
    select(documents.c.id).order_by(documents.c.id),
    select(places.c.document, places.c.uri, places.c.language, places.c.date).order_by(
        places.c.document, places.c.uri, places.c.language, places.c.date
    ),
    select(
        readings.c.document, readings.c.family, _TURN.label("turn"), readings.c.extractor
    ).order_by(readings.c.document, readings.c.family, "turn"),
    select(readings.c.document, readings.c.extractor, claims.c.id, claims.c.content)
    .join(claims, claims.c.reading == readings.c.id)
    .order_by(readings.c.document, readings.c.extractor, readings.c.family, claims.c.id),
    *(
        select(*(c for c in table.columns if c.name not in ("id", "batch", "digest"))).order_by(
            table.c.id
        )
        for table in (decisions, reviews, withdrawals)
    ),
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much a ledger holds: its batches, and its entries by the name of their sort.

    >>> Size(2, {"documents": 1, "claims": 3}).total
    4
    """

    batches: int
    entries: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many entries of all sorts there are."""
        return sum(self.entries.values())


def size(connection: Connection) -> Size:
    """How many batches and entries of each sort there are."""
    counted = {
        table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
        for table in (batches, *ENTRIES)
    }
    return Size(counted.pop(batches.name), counted)


def content_hash(connection: Connection) -> str:
    """The hash of all that was said and decided, without when it was recorded."""
    whole = hashlib.sha256()
    for part in _PARTS:
        for row in connection.execute(part):
            whole.update(json.dumps(list(row), separators=(",", ":")).encode() + b"\n")
        whole.update(b"\n")
    return whole.hexdigest()
