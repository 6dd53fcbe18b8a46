"""What is told from the record, told again: the indexes, and the words of claims.

Each claim is read once, for all that is to be held against it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, select

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
    touches,
)
from legation.ledger.touches import Naming
from legation.model.claims import Claim
from legation.model.documents import Document

Place = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Indexed:
    """A table of claims with its index: the rows of the one, and what the other holds of them."""

    table: Table
    key: tuple[str, ...]
    rows: Select[Any]
    index: Table
    held: Select[Any]


_CLAIMS = _Indexed(
    claims,
    ("reading", "id"),
    select(claims, readings.c.document)
    .join(readings, readings.c.id == claims.c.reading)
    .order_by(claims.c.reading, claims.c.id),
    claim_parties,
    select(
        claim_parties.c.reading,
        claim_parties.c.claim,
        claim_parties.c.a,
        claim_parties.c.b,
        claim_parties.c.kind,
    ).order_by("reading", "claim", "a", "b", "kind"),
)
_CORRECTIONS = _Indexed(
    reviews,
    ("id",),
    select(reviews).where(reviews.c.replacement.is_not(None)).order_by(reviews.c.id),
    review_parties,
    select(
        review_parties.c.review, review_parties.c.a, review_parties.c.b, review_parties.c.kind
    ).order_by("review", "a", "b", "kind"),
)
_TOUCHES = select(touches).order_by(touches.c.a, touches.c.b, touches.c.batch)


def check(connection: Connection) -> Iterator[Damage]:
    """Texts that are not those of their documents, claims whose words do not stand there, and
    entries of indexes that are missing or are of nothing."""
    for row in streamed(connection, select(documents).order_by(documents.c.id)):
        if Document(row.text, "", "").id != row.id:
            yield Damage(documents.name, row.id, row.batch, "the text is not that of its id")
    naming = Naming()
    for table in (_CLAIMS, _CORRECTIONS):
        yield from _check_claims(connection, table, naming)
    held = map(tuple, streamed(connection, _TOUCHES))
    yield from _compared(touches, iter(naming.touches(connection)), held)


def _check_claims(connection: Connection, of: _Indexed, naming: Naming) -> Iterator[Damage]:
    amiss: list[Damage] = []
    told = _told(connection, of, naming, amiss)
    yield from _compared(of.index, told, map(tuple, streamed(connection, of.held)))
    yield from amiss


def _told(
    connection: Connection, of: _Indexed, naming: Naming, amiss: list[Damage]
) -> Iterator[Place]:
    """Where the claims of a table are to be found; by the way, which of them lack their words, and
    of whom they tell."""
    document, text = "", ""
    for row in streamed(connection, of.rows):
        if row.document != document:
            document, text = row.document, text_of(connection, row.document) or ""
        one = _claim(row)
        if one is None:
            continue
        if not stands(one, text):
            what = "its words do not stand in its document"
            amiss.append(Damage(of.table.name, key_of(of.table, row._mapping), row.batch, what))
        places = sorted(entered_under(one))
        naming.note(row.document, row.batch, one.kind, places)
        key = tuple(row._mapping[name] for name in of.key)
        yield from ((*key, a, b, one.kind) for a, b in places)


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
