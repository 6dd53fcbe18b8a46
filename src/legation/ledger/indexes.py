"""What is told from the record, told again: the indexes of parties, and the words of claims."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from legation.ledger.claims import entered_under, unpacked
from legation.ledger.damage import Damage, key_of, streamed
from legation.ledger.documents import text_of
from legation.ledger.grounds import stands
from legation.ledger.tables import (
    claim_parties,
    claims,
    documents,
    readings,
    review_parties,
    reviews,
)
from legation.model.claims import Claim
from legation.model.documents import Document

Place = tuple[Any, ...]

_CLAIMS = (
    select(claims, readings.c.document)
    .join(readings, readings.c.id == claims.c.reading)
    .order_by(claims.c.reading, claims.c.id)
)
_CORRECTIONS = select(reviews).where(reviews.c.replacement.is_not(None)).order_by(reviews.c.id)
_CLAIM_PLACES = select(
    claim_parties.c.reading,
    claim_parties.c.claim,
    claim_parties.c.a,
    claim_parties.c.b,
    claim_parties.c.kind,
).order_by("reading", "claim", "a", "b", "kind")
_REVIEW_PLACES = select(
    review_parties.c.review, review_parties.c.a, review_parties.c.b, review_parties.c.kind
).order_by("review", "a", "b", "kind")


def check_quotes(connection: Connection) -> Iterator[Damage]:
    """Texts that are not those of their documents, and claims whose words do not stand there."""
    for row in streamed(connection, select(documents).order_by(documents.c.id)):
        if Document(row.text, "", "").id != row.id:
            yield Damage(documents.name, row.id, row.batch, "the text is not that of its id")
    yield from _check_words(connection, claims, streamed(connection, _CLAIMS))
    yield from _check_words(connection, reviews, streamed(connection, _CORRECTIONS))


def check_claim_parties(connection: Connection) -> Iterator[Damage]:
    """Claims that are not found under their parties, or under others."""
    told = (
        (row.reading, row.id, a, b, one.kind)
        for row in streamed(connection, _CLAIMS)
        if (one := _claim(row))
        for a, b in sorted(entered_under(one))
    )
    held = map(tuple, streamed(connection, _CLAIM_PLACES))
    yield from _compared(claim_parties, told, held)


def check_review_parties(connection: Connection) -> Iterator[Damage]:
    """Corrections that are not found under their parties, or under others."""
    told = (
        (row.id, a, b, one.kind)
        for row in streamed(connection, _CORRECTIONS)
        if (one := _claim(row))
        for a, b in sorted(entered_under(one))
    )
    held = map(tuple, streamed(connection, _REVIEW_PLACES))
    yield from _compared(review_parties, told, held)


def _check_words(connection: Connection, table: Table, rows: Iterable[Any]) -> Iterator[Damage]:
    document, text = "", ""
    for row in rows:
        if row.document != document:
            document, text = row.document, text_of(connection, row.document) or ""
        one = _claim(row)
        if one and not stands(one, text):
            what = "its words do not stand in its document"
            yield Damage(table.name, key_of(table, row._mapping), row.batch, what)


def _claim(row: Any) -> Claim | None:
    """The claim in a row; None where that cannot be read, which its digest tells of."""
    content = row.replacement if "replacement" in row._mapping else row.content
    try:
        return unpacked("", content, row.document, "", "")
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError):
        return None


def _compared(table: Table, told: Iterator[Place], held: Iterator[Place]) -> Iterator[Damage]:
    """What differs between two runs of places, both in the same order."""
    one, other = next(told, None), next(held, None)
    while one is not None or other is not None:
        if other is None or (one is not None and one < other):
            yield Damage(table.name, _written(one), None, "an entry of the index is not there")
            one = next(told, None)
        elif one is None or other < one:
            yield Damage(table.name, _written(other), None, "an entry of the index is of nothing")
            other = next(held, None)
        else:
            one, other = next(told, None), next(held, None)


def _written(place: Place | None) -> str:
    return " ".join(str(part) for part in place or ())
