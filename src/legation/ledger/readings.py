"""Readings: which extractor took claims out of which document, and which reading counts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, select

from legation.ledger.batches import Batch
from legation.ledger.tables import batches, readings, withdrawals
from legation.model.claims import HAND, Claim

_KNOWN: ColumnElement[int] = bindparam("known")
_later = readings.alias("later")
_last = withdrawals.alias("last")
_after = withdrawals.alias("after")

newest = and_(
    readings.c.batch <= _KNOWN,
    ~exists().where(
        _later.c.document == readings.c.document,
        _later.c.family == readings.c.family,
        _later.c.id > readings.c.id,
        _later.c.batch <= _KNOWN,
    ),
)
"""Whether a reading is the newest of its family, as known."""

withdrawn = exists().where(
    _last.c.document == readings.c.document,
    _last.c.verdict == "withdraw",
    _last.c.batch <= _KNOWN,
    ~exists().where(
        _after.c.document == _last.c.document, _after.c.id > _last.c.id, _after.c.batch <= _KNOWN
    ),
)
"""Whether the document of a reading was withdrawn, as known."""

_BY = select(readings.c.id).where(
    readings.c.document == bindparam("document"), readings.c.extractor == bindparam("extractor")
)
_BY_FAMILY = _BY.where(readings.c.family == bindparam("family"))
_READ_BY = select(readings.c.document).where(readings.c.extractor == bindparam("extractor"))
_TURNS = (
    select(readings.c.document, readings.c.family, readings.c.extractor, batches.c.recorded_at)
    .join(batches, batches.c.id == readings.c.batch)
    .where(readings.c.batch <= _KNOWN)
    .order_by(readings.c.document, readings.c.family, readings.c.id)
)
_TURNS_OF = _TURNS.where(readings.c.document == bindparam("document"))
_RUNS = (
    select(readings.c.document, readings.c.extractor, batches.c.recorded_at)
    .join(batches, batches.c.id == readings.c.batch)
    .where(readings.c.batch <= _KNOWN)
    .order_by(readings.c.id)
)


@dataclass(frozen=True, slots=True)
class Run:
    """That an extractor read a document, and when it was recorded."""

    document: str
    extractor: str
    recorded_at: str


def family_of(extractor: str, claims: Iterable[Claim]) -> str:
    """The family of a reading: the extractor without its edition.

    What a person entered is a family of its own, which no later reading stands in for.

    >>> family_of("rules@9f0c", [])
    'rules'
    """
    name = extractor.partition("@")[0]
    if name != HAND:
        return name
    told = "\n".join([extractor, *sorted({claim.id for claim in claims})])
    return f"{HAND}:{hashlib.sha256(told.encode()).hexdigest()[:24]}"


def holds(connection: Connection, document: str, extractor: str) -> bool:
    """Whether this document, by its id, was read by this extractor already."""
    by = {"document": document, "extractor": extractor}
    return connection.execute(_BY, by).first() is not None


def read_by(connection: Connection, extractor: str) -> frozenset[str]:
    """The documents, by their ids, that this extractor read already."""
    return frozenset(connection.execute(_READ_BY, {"extractor": extractor}).scalars())


def write(
    batch: Batch, document: str, extractor: str, claims: Iterable[Claim], *, new: bool = False
) -> int | None:
    """Add a reading of a document, and give its number; None where it is there already.

    It is not where the document itself is `new`.
    """
    row = {"document": document, "extractor": extractor, "family": family_of(extractor, claims)}
    if not new and batch.connection.execute(_BY_FAMILY, row).first() is not None:
        return None
    number = batch.number(readings)
    batch.write(readings, [{"id": number, **row}])
    return number


def read(connection: Connection, known: int) -> list[Run]:
    """The readings known then, in the order of their recording."""
    return [Run(*row) for row in connection.execute(_RUNS, {"known": known})]


def last_two(
    connection: Connection, known: int, document: str | None = None
) -> list[tuple[Run, Run]]:
    """The last reading and the one before, of each family that read a document, or one, twice."""
    query = _TURNS if document is None else _TURNS_OF
    values = {"known": known} if document is None else {"known": known, "document": document}
    turns: dict[tuple[str, str], list[Run]] = {}
    for of, family, extractor, at in connection.execute(query, values):
        turns.setdefault((of, family), []).append(Run(of, extractor, at))
    return [(runs[-2], runs[-1]) for runs in turns.values() if len(runs) > 1]
