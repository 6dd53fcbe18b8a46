"""What counts: claims in force, and the evidence that an answer may rest on."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, select

from legation.ledger import claims, decisions, documents, reviews
from legation.ledger.scope import Scope
from legation.ledger.tables import readings, withdrawals
from legation.ledger.tables import reviews as review_table
from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.model.reviews import Review, in_time

Told = tuple[list[Claim], list[Claim], list[Review]]
"""The claims in force, those that readers retired, and the reviews of both."""

_TOUCHED = tuple(
    select(table.c.document).where(
        table.c.batch > bindparam("after"), table.c.batch <= bindparam("until")
    )
    for table in (readings, review_table, withdrawals)
)


def told(connection: Connection, known: int, scope: Scope) -> Told:
    """What was told within a scope, as known then, and what readers made of it."""
    counting = claims.counting(connection, known, scope)
    reviewed = reviews.read_on(connection, known, (claim.id for claim in counting))
    holding = reviews.standing(reviewed)
    retired = [claim for claim in counting if reviews.retires(holding.get(claim.id))]
    kept = [claim for claim in counting if not reviews.retires(holding.get(claim.id))]
    kept += reviews.replacements(connection, known, scope)
    return _sorted(kept), retired, reviewed


def evidence(
    connection: Connection,
    known: int,
    scope: Scope,
    alone: Collection[str] | None,
) -> Evidence:
    """What was told within a scope, and of the kinds `alone` on each party of its pair."""
    found = [told(connection, known, scope)]
    for party in sorted(set(scope.pair or ())) if alone else ():
        found.append(told(connection, known, Scope((party, party), alone)))
    in_force = _once([claim for kept, _, _ in found for claim in kept])
    retired = _once([claim for _, gone, _ in found for claim in gone])
    from_ = {claim.source.document for claim in in_force + retired}
    return Evidence(
        claims=in_force,
        decisions=decisions.read(connection, known),
        reviews=in_time(*(reviewed for _, _, reviewed in found)),
        sources=documents.sources(connection, known, from_),
        retired=retired,
    )


def touched(connection: Connection, first: int, last: int) -> list[str]:
    """The documents of which anything was recorded in the batches after `first`, until `last`."""
    between = sorted((first, last))
    found: set[str] = set()
    for query in _TOUCHED:
        found |= set(
            connection.execute(query, {"after": between[0], "until": between[1]}).scalars()
        )
    return sorted(found)


def _once(told: list[Claim]) -> list[Claim]:
    return _sorted({(claim.id, claim.extractor): claim for claim in told}.values())


def _sorted(told: Collection[Claim]) -> list[Claim]:
    return sorted(told, key=lambda claim: (claim.id, claim.extractor))
