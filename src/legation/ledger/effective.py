"""What counts: claims in force, and the evidence that an answer may rest on."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from legation.ledger import claims, decisions, documents, reviews
from legation.ledger.claims import Pair, pair_of
from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.model.reviews import Review

Told = tuple[list[Claim], list[Claim], list[Review]]
"""The claims in force, those that readers retired, and the reviews of both."""


def told(
    connection: Connection, known: int, pair: Pair | None, kinds: Collection[str] | None
) -> Told:
    """What was told on a pair, or at all, as known then, and what readers made of it."""
    counting = claims.counting(connection, known, pair, kinds)
    reviewed = reviews.read(connection, known, pair)
    holding = reviews.standing(reviewed)
    retired = [claim for claim in counting if reviews.retires(holding.get(claim.id))]
    kept = [claim for claim in counting if not reviews.retires(holding.get(claim.id))]
    kept += reviews.replacements(connection, known, pair, kinds)
    ids = {claim.id for claim in counting}
    return _sorted(kept), retired, [review for review in reviewed if review.claim in ids]


def evidence(
    connection: Connection,
    known: int,
    parties: Collection[str] | None,
    alone: Collection[str] | None,
) -> Evidence:
    """What bears on `parties`: claims on all of them, and of the kinds `alone` on each of them."""
    found = [told(connection, known, pair_of(parties), None)]
    for party in sorted(set(parties or ())) if alone else ():
        found.append(told(connection, known, (party, party), alone))
    in_force = _once([claim for kept, _, _ in found for claim in kept])
    retired = _once([claim for _, gone, _ in found for claim in gone])
    from_ = {claim.source.document for claim in in_force + retired}
    return Evidence(
        claims=in_force,
        decisions=decisions.read(connection, known),
        reviews=list(
            {(r.claim, r.recorded_at, r.by): r for _, _, rs in found for r in rs}.values()
        ),
        sources=documents.sources(connection, known, from_),
        retired=retired,
    )


def _once(told: list[Claim]) -> list[Claim]:
    return _sorted({(claim.id, claim.extractor): claim for claim in told}.values())


def _sorted(told: Collection[Claim]) -> list[Claim]:
    return sorted(told, key=lambda claim: (claim.id, claim.extractor))
