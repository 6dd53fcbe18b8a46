"""Claims as the ledger keeps them, and where they are found: under their parties."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import combinations

from sqlalchemy import Connection, bindparam, select

from legation.ledger.batches import Batch
from legation.ledger.documents import first_uri
from legation.ledger.readings import newest, withdrawn
from legation.ledger.scope import Pair, Queries, Scope
from legation.ledger.tables import claim_parties, claims, places, readings
from legation.model.claims import Claim
from legation.model.kinds import kinds_on
from legation.model.parties import parties

_COMPACT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode

packed_columns = (
    claims.c.id,
    claims.c.content,
    readings.c.document,
    readings.c.extractor,
    first_uri.where(places.c.document == readings.c.document).scalar_subquery().label("uri"),
)
"""What `unpacked` makes a claim of."""

_ALL = (
    select(*packed_columns)
    .join(readings, readings.c.id == claims.c.reading)
    .order_by(claims.c.id, readings.c.extractor, readings.c.id)
)
_TAKEN = _ALL.where(
    readings.c.document == bindparam("document"), readings.c.extractor == bindparam("extractor")
)
_COUNTING = _ALL.where(newest, ~withdrawn)
_COUNTING_OF_PAIR = _COUNTING.join(
    claim_parties,
    (claim_parties.c.reading == claims.c.reading) & (claim_parties.c.claim == claims.c.id),
).where(claim_parties.c.a == bindparam("a"), claim_parties.c.b == bindparam("b"))
_QUERIES = Queries(
    all=_COUNTING,
    of_pair=_COUNTING_OF_PAIR,
    of_kinds=_COUNTING_OF_PAIR.where(claim_parties.c.kind.in_(bindparam("kinds", expanding=True))),
    of_document=_COUNTING.where(readings.c.document == bindparam("document")),
)


def write(batch: Batch, reading: int, extractor: str, told: Iterable[Claim]) -> None:
    """Add the claims of one reading, each once, and enter them under their parties."""
    once = sorted({claim.id: claim for claim in told}.items())
    batch.write(
        claims,
        (
            {"reading": reading, "id": id_, "kind": one.kind, "content": packed(one, extractor)}
            for id_, one in once
        ),
    )
    places = [(id_, one.kind, list(entered_under(one))) for id_, one in once]
    rows = [
        {"a": a, "b": b, "kind": kind, "reading": reading, "claim": id_}
        for id_, kind, pairs in places
        for a, b in pairs
    ]
    batch.enter(claim_parties, rows)
    batch.touch(pair for _, kind, pairs in places for pair in concerned(kind, pairs))


def counting(connection: Connection, known: int, scope: Scope) -> list[Claim]:
    """The claims of the newest readings of documents that are not withdrawn, in a fixed order.

    Whether readers rejected or corrected them is another question.
    """
    rows = connection.execute(_QUERIES.within(scope), {**scope.values, "known": known})
    return [unpacked(*row) for row in rows]


def taken(connection: Connection, known: int, document: str, extractor: str) -> list[Claim]:
    """What one extractor took from one document, whether it counts or not."""
    by = {"known": known, "document": document, "extractor": extractor}
    return [unpacked(*row) for row in connection.execute(_TAKEN, by)]


def entered_under(claim: Claim) -> Iterator[Pair]:
    """Where a claim is found: under each pair of its parties, and under each party alone."""
    told = sorted(parties(claim))
    yield from combinations(told, 2)
    yield from ((party, party) for party in told)


def concerned(kind: str, places: Iterable[Pair]) -> Iterator[Pair]:
    """Whom a claim of a kind concerns that is found at `places`: each pair of its parties, and each
    party whose membership it tells."""
    alone = kind in kinds_on("membership")
    return (pair for pair in places if alone or pair[0] != pair[1])


def packed(claim: Claim, extractor: str) -> str:
    """A claim as its row has it: what the row and the reading tell already is left out."""
    row = claim.to_json()
    del row["id"], row["source"]["document"], row["source"]["uri"]
    if claim.extractor == extractor:
        del row["extractor"]
    return _COMPACT(row)


def unpacked(id_: str, content: str, document: str, extractor: str, uri: str) -> Claim:
    """The claim that `packed` wrote; its id is computed anew where none is given.

    >>> from legation.model.claims import Source
    >>> told = Claim("war", {}, Source("sha256:0", "a.txt", "en", 0, 4, "Oslo"))
    >>> unpacked(told.id, packed(told, "rules"), "sha256:0", "rules", "a.txt") == told
    True
    """
    row = json.loads(content)
    row["source"]["document"] = document
    row["source"]["uri"] = uri
    row.setdefault("extractor", extractor)
    return Claim.from_json(row, id_)
