"""Ledgers of earlier versions: what they hold goes into batches, by the time of its recording."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection

from legation.ledger import decisions
from legation.ledger.batches import Batch
from legation.ledger.entries import Entry
from legation.ledger.guards import guard
from legation.ledger.loading import load
from legation.ledger.tables import passing, reviews, touches
from legation.ledger.touches import told_again
from legation.ledger.writing import write_reading
from legation.model.claims import Claim
from legation.model.decisions import Decision
from legation.model.documents import Document

WITHOUT_TOUCHES = 3
"""The version that noted nowhere which pairs a batch touches."""

_FIRST = ("documents", "readings", "claims", "claim_parties")
_TABLES = {1: _FIRST, 2: (*_FIRST, "decisions")}


def set_aside(connection: Connection, version: int) -> None:
    """Give the tables of an earlier version other names, and take their guards and indexes away."""
    connection.exec_driver_sql("DROP INDEX readings_in_turn")
    triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for name in connection.exec_driver_sql(triggers).scalars().all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    for name in _TABLES[version]:
        connection.exec_driver_sql(f"ALTER TABLE {name} RENAME TO former_{name}")


def take_over(connection: Connection, version: int) -> None:
    """Write what was set aside into the tables of this version, and drop it."""
    for moment in _moments(connection, version):
        batch = Batch(connection, moment)
        _take_readings(batch)
        if version > 1:
            _take_decisions(batch)
        batch.close()
    for name in reversed(_TABLES[version]):
        connection.exec_driver_sql(f"DROP TABLE former_{name}")


def add_touches(connection: Connection) -> None:
    """Lay the tables that the version before this one lacked, and note what its batches touch."""
    touches.create(connection)
    passing.create_all(connection, checkfirst=False)
    next(i for i in reviews.indexes if i.name == "reviews_by_document").create(connection)
    guard(connection, [touches])
    rows = ({"a": a, "b": b, "batch": at} for a, b, at in told_again(connection))
    load(connection, touches, rows)


def _moments(connection: Connection, version: int) -> list[str]:
    query = "SELECT recorded_at FROM former_readings"
    if version > 1:
        query += " UNION SELECT recorded_at FROM former_decisions"
    return sorted(set(connection.exec_driver_sql(query).scalars()))


def _take_readings(batch: Batch) -> None:
    query = """
        SELECT readings.id, extractor, text, uri, language, date
        FROM former_readings AS readings
        JOIN former_documents AS documents ON documents.id = readings.document
        WHERE readings.recorded_at = ? ORDER BY readings.id
    """
    found = batch.connection.exec_driver_sql(query, (batch.recorded_at,)).all()
    for number, extractor, *fields in found:
        told = tuple(_claims(batch.connection, number))
        write_reading(batch, Entry(Document(*fields), told, extractor))


def _claims(connection: Connection, reading: int) -> Iterator[Claim]:
    query = "SELECT content FROM former_claims WHERE reading = ? ORDER BY id"
    for content in connection.exec_driver_sql(query, (reading,)).scalars():
        yield Claim.from_json(json.loads(content))


def _take_decisions(batch: Batch) -> None:
    query = """
        SELECT verdict, name, other, author, reason FROM former_decisions
        WHERE recorded_at = ? ORDER BY id
    """
    found = batch.connection.exec_driver_sql(query, (batch.recorded_at,)).all()
    for verdict, name, other, by, reason in found:
        decisions.write(batch, Decision(verdict, (name, other), by, reason))
