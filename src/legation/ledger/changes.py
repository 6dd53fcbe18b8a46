"""What changed in a ledger: between two recorded times, or from one reading to another."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from legation.ledger import claims, effective, readings
from legation.ledger.differences import Difference, differences
from legation.ledger.scope import Scope
from legation.model.claims import Claim


def between(connection: Connection, first: int, last: int) -> list[Difference]:
    """What counted when the one batch was known and not the other, in documents that differ."""
    scopes = [Scope(document=document) for document in effective.touched(connection, first, last)]
    old, new = (
        [claim for scope in scopes for claim in effective.told(connection, known, scope)[0]]
        for known in (first, last)
    )
    return differences(old, new)


def between_readings(
    connection: Connection, known: int, before: str, after: str
) -> list[Difference]:
    """How two extractors, by their names, read the documents that both of them read."""
    both = sorted(readings.read_by(connection, before) & readings.read_by(connection, after))
    old, new = (
        _taken(connection, known, ((document, extractor) for document in both))
        for extractor in (before, after)
    )
    return differences(old, new)


def of_the_last(connection: Connection, known: int, document: str | None) -> list[Difference]:
    """What the last reading of each document, or of one, changed of the one before it."""
    pairs = readings.last_two(connection, known, document)
    old, new = (
        _taken(connection, known, ((runs[side].document, runs[side].extractor) for runs in pairs))
        for side in (0, 1)
    )
    return differences(old, new)


def _taken(connection: Connection, known: int, by: Iterable[tuple[str, str]]) -> list[Claim]:
    """What extractors took from documents, whether it counts or not.

    `by` are pairs of a document and an extractor.
    """
    return [
        claim
        for document, extractor in by
        for claim in claims.taken(connection, known, document, extractor)
    ]
