"""Of which pairs of parties anything was told, by a document or by a reader's correction."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Table, bindparam, or_, select, union

from legation.ledger.scope import Pair
from legation.ledger.tables import claim_parties, readings, review_parties, reviews


def _between(index: Table) -> tuple[ColumnElement[bool], ...]:
    """That an entry is of two parties, of whom one is the `party` asked for, if one is."""
    party: ColumnElement[str] = bindparam("party")
    return (
        index.c.a < index.c.b,
        or_(party == "", index.c.a == party, index.c.b == party),
    )


_PAIRS = union(
    select(claim_parties.c.a, claim_parties.c.b)
    .join(readings, readings.c.id == claim_parties.c.reading)
    .where(*_between(claim_parties), readings.c.batch <= bindparam("known")),
    select(review_parties.c.a, review_parties.c.b)
    .join(reviews, reviews.c.id == review_parties.c.review)
    .where(*_between(review_parties), reviews.c.batch <= bindparam("known")),
).order_by("a", "b")


def pairs_told(connection: Connection, known: int, party: str | None = None) -> list[Pair]:
    """The pairs of parties, of all or with `party`, of which anything was ever told by then."""
    rows = connection.execute(_PAIRS, {"known": known, "party": party or ""})
    return [(a, b) for a, b in rows]
