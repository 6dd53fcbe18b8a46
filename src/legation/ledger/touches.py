"""Which pairs of parties a batch touches: those of which its documents tell, by whatever reading.

What was worked out of a pair holds for as long as no batch touches the pair. Whose memberships a
document tells is noted too, as of a pair of that party and itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select, union, union_all

from legation.ledger.batches import Batch
from legation.ledger.claims import concerned, entered_under, unpacked
from legation.ledger.scope import Pair
from legation.ledger.tables import claims, places, readings, reviews, withdrawals

Touch = tuple[str, str, int]
"""A pair, and a batch that touches it."""

_CONTENTS = (
    select(claims.c.content)
    .join(readings, readings.c.id == claims.c.reading)
    .where(readings.c.document == bindparam("document"))
)
_REPLACEMENTS = select(reviews.c.replacement).where(
    reviews.c.document == bindparam("document"), reviews.c.replacement.is_not(None)
)
_MET = union(
    *(select(table.c.document, table.c.batch) for table in (places, readings, reviews, withdrawals))
)


def touch(batch: Batch, document: str) -> None:
    """Note all of whom a document tells that the ledger had before, with what is told of it now."""
    for query in (_CONTENTS, _REPLACEMENTS):
        for content in batch.connection.execute(query, {"document": document}).scalars():
            one = unpacked("", content, document, "", "")
            batch.touch(concerned(one.kind, entered_under(one)))


_ALL = union_all(
    select(readings.c.document, claims.c.batch, claims.c.content).join(
        readings, readings.c.id == claims.c.reading
    ),
    select(reviews.c.document, reviews.c.batch, reviews.c.replacement).where(
        reviews.c.replacement.is_not(None)
    ),
)


class Naming:
    """Of which pairs each document tells, and from which batch on."""

    def __init__(self) -> None:
        self._first: dict[str, dict[Pair, int]] = defaultdict(dict)
        self._known: dict[Pair, Pair] = {}

    def note(self, document: str, batch: int, kind: str, places: Iterable[Pair]) -> None:
        """Take in what a claim tells that came with a batch, by its document and its places."""
        first = self._first[document]
        for pair in concerned(kind, places):
            once = self._known.setdefault(pair, pair)
            first[once] = min(batch, first.get(once, batch))

    def touches(self, connection: Connection) -> list[Touch]:
        """All touches, in order, as the record tells them."""
        found = {
            (*pair, batch)
            for document, batch in connection.execute(_MET)
            for pair, since in self._first.get(document, {}).items()
            if since <= batch
        }
        return sorted(found)


def told_again(connection: Connection) -> list[Touch]:
    """All touches, in order, from the claims and the corrections of the ledger."""
    naming = Naming()
    for document, batch, content in connection.execute(_ALL):
        one = unpacked("", content, document, "", "")
        naming.note(document, batch, one.kind, entered_under(one))
    return naming.touches(connection)
