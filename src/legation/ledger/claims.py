"""Claims as the ledger keeps them, and where they are found: under their parties."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from legation.ledger.batches import Batch, put
from legation.ledger.documents import first_uri
from legation.ledger.readings import newest, withdrawn
from legation.ledger.tables import claim_parties, claims, places, readings
from legation.model.claims import Claim
from legation.model.errors import UsageError
from legation.model.parties import pairs, parties

Pair = tuple[str, str]

packed_columns = (
    claims.c.content,
    readings.c.document,
    readings.c.extractor,
    first_uri.where(places.c.document == readings.c.document).scalar_subquery().label("uri"),
)
"""What `unpacked` makes a claim of."""

_COUNTING = (
    select(*packed_columns)
    .join(readings, readings.c.id == claims.c.reading)
    .where(newest, ~withdrawn)
    .order_by(claims.c.id, readings.c.extractor, readings.c.id)
)
_COUNTING_OF_PAIR = _COUNTING.join(
    claim_parties,
    (claim_parties.c.reading == claims.c.reading) & (claim_parties.c.claim == claims.c.id),
).where(claim_parties.c.a == bindparam("a"), claim_parties.c.b == bindparam("b"))
_COUNTING_OF_KINDS = _COUNTING_OF_PAIR.where(
    claim_parties.c.kind.in_(bindparam("kinds", expanding=True))
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
    rows = [
        {"a": a, "b": b, "kind": one.kind, "reading": reading, "claim": id_}
        for id_, one in once
        for a, b in entered_under(one)
    ]
    put(batch.connection, claim_parties, rows)


def counting(
    connection: Connection,
    known: int,
    pair: Pair | None = None,
    kinds: Collection[str] | None = None,
) -> list[Claim]:
    """The claims of the newest readings of documents that are not withdrawn, in a fixed order.

    Whether readers rejected or corrected them is another question.
    """
    query, values = narrowed((_COUNTING, _COUNTING_OF_PAIR, _COUNTING_OF_KINDS), pair, kinds)
    rows = connection.execute(query, {**values, "known": known})
    return [unpacked(*row) for row in rows]


def narrowed(
    queries: tuple[Select[Any], Select[Any], Select[Any]],
    pair: Pair | None,
    kinds: Collection[str] | None,
) -> tuple[Select[Any], dict[str, Any]]:
    """Of a query on all, on a pair, and on a pair and kinds, that which is asked, and its values.

    `kinds` without a pair narrow nothing.
    """
    everything, of_pair, of_kinds = queries
    if pair is None:
        return everything, {}
    if kinds is None:
        return of_pair, {"a": pair[0], "b": pair[1]}
    return of_kinds, {"a": pair[0], "b": pair[1], "kinds": sorted(kinds)}


def pair_of(parties: Collection[str] | None) -> Pair | None:
    """The key under which claims on one party, or on two, are entered; None for all claims.

    Raises UsageError (LG-U004).

    >>> pair_of(["NOR", "IRQ"]), pair_of(["NOR"]), pair_of(None)
    (('IRQ', 'NOR'), ('NOR', 'NOR'), None)
    """
    if parties is None:
        return None
    codes = sorted(set(parties))
    if not 1 <= len(codes) <= 2:
        raise UsageError(
            "LG-U004", "claims are found by one party or by two", remedy="name one or two"
        )
    return codes[0], codes[-1]


def entered_under(claim: Claim) -> Iterator[Pair]:
    """Where a claim is found: under each pair of its parties, and under each party alone."""
    yield from pairs(claim)
    yield from ((party, party) for party in sorted(parties(claim)))


def packed(claim: Claim, extractor: str) -> str:
    """A claim as its row has it: what the row and the reading tell already is left out."""
    row = claim.to_json()
    del row["id"], row["source"]["document"], row["source"]["uri"]
    if claim.extractor == extractor:
        del row["extractor"]
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def unpacked(content: str, document: str, extractor: str, uri: str) -> Claim:
    """The claim that `packed` wrote.

    >>> from legation.model.claims import Source
    >>> told = Claim("war", {}, Source("sha256:0", "a.txt", "en", 0, 4, "Oslo"))
    >>> unpacked(packed(told, "rules"), "sha256:0", "rules", "a.txt") == told
    True
    """
    row = json.loads(content)
    row["source"] |= {"document": document, "uri": uri}
    row.setdefault("extractor", extractor)
    return Claim.from_json(row)
