"""Reviews as the ledger keeps them: each stays, and the last one on a claim holds."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, bindparam, exists, select

from legation.ledger import documents
from legation.ledger.batches import Batch
from legation.ledger.claims import entered_under, packed, unpacked
from legation.ledger.grounds import require_grounds
from legation.ledger.readings import newest, withdrawn
from legation.ledger.scope import Queries, Scope
from legation.ledger.tables import (
    batches,
    claims,
    places,
    readings,
    review_parties,
    reviews,
)
from legation.model.claims import Claim
from legation.model.documents import Document
from legation.model.errors import UsageError
from legation.model.reviews import Review

_KNOWN: ColumnElement[int] = bindparam("known")
_URI = documents.first_uri.where(places.c.document == reviews.c.document).scalar_subquery()
_HELD = (
    select(readings.c.document)
    .join(claims, claims.c.reading == readings.c.id)
    .where(claims.c.id == bindparam("claim"))
    .limit(1)
)
_REVIEWS = (
    select(
        reviews.c.claim,
        reviews.c.verdict,
        reviews.c.author,
        reviews.c.reason,
        batches.c.recorded_at,
        reviews.c.replacement,
        reviews.c.document,
        _URI.label("uri"),
    )
    .join(batches, batches.c.id == reviews.c.batch)
    .where(reviews.c.batch <= _KNOWN)
    .order_by(reviews.c.id)
)
_CORRECTIONS = _REVIEWS.where(reviews.c.replacement.is_not(None))
_REVIEWS_OF_CLAIM = _REVIEWS.where(reviews.c.claim == bindparam("claim"))
_REVIEWS_OF_CLAIMS = _REVIEWS.where(
    reviews.c.claim.in_(bindparam("wanted", expanding=True)),
)
_ANY = select(reviews.c.id).where(reviews.c.batch <= _KNOWN).limit(1)
_AT_ONCE = 1000
"""Of more claims than this it is quicker to go through all reviews."""
_later = reviews.alias("later")
_REPLACEMENTS = (
    select(reviews.c.replacement, reviews.c.document, _URI.label("uri"))
    .where(
        reviews.c.batch <= _KNOWN,
        reviews.c.replacement.is_not(None),
        ~exists().where(
            _later.c.claim == reviews.c.claim,
            _later.c.id > reviews.c.id,
            _later.c.batch <= _KNOWN,
        ),
        select(claims.c.id)
        .join(readings, readings.c.id == claims.c.reading)
        .where(claims.c.id == reviews.c.claim, newest, ~withdrawn)
        .correlate(reviews)
        .exists(),
    )
    .order_by(reviews.c.id)
)
_REPLACEMENTS_OF_PAIR = _REPLACEMENTS.join(
    review_parties, review_parties.c.review == reviews.c.id
).where(review_parties.c.a == bindparam("a"), review_parties.c.b == bindparam("b"))
_REPLACEMENTS_OF_KINDS = _REPLACEMENTS_OF_PAIR.where(
    review_parties.c.kind.in_(bindparam("kinds", expanding=True))
)


_REPLACEMENT_QUERIES = Queries(
    all=_REPLACEMENTS,
    of_pair=_REPLACEMENTS_OF_PAIR,
    of_kinds=_REPLACEMENTS_OF_KINDS,
    of_document=_REPLACEMENTS.where(reviews.c.document == bindparam("document")),
)


def write(batch: Batch, review: Review) -> str:
    """Add one review, and give the document of its claim.

    Raises UsageError (LG-U018) where the ledger has no such claim, LedgerError (LG-L005) where
    a replacement does not point at words of the claim's own document.
    """
    document = batch.connection.execute(_HELD, {"claim": review.claim}).scalar()
    if document is None:
        raise UsageError(
            "LG-U018",
            "the ledger has no such claim",
            where=review.claim,
            remedy="name one that it has, by its whole id",
        )
    number, right = batch.number(reviews), review.replacement
    if right:
        text = documents.text_of(batch.connection, document) or ""
        require_grounds(right, Document(text, right.source.uri, right.source.language))
    row = {
        "id": number,
        "claim": review.claim,
        "document": document,
        "verdict": review.verdict,
        "replacement": packed(right, "") if right else None,
        "author": review.by,
        "reason": review.reason,
    }
    batch.write(reviews, [row])
    batch.enter(review_parties, _entered(number, right) if right else [])
    return str(document)


def read(connection: Connection, known: int) -> list[Review]:
    """The reviews known then, in the order of their recording."""
    return [_review(*row) for row in connection.execute(_REVIEWS, {"known": known})]


def read_on(connection: Connection, known: int, wanted: Iterable[str]) -> list[Review]:
    """The reviews of some claims, by their ids, known then, in the order of their recording."""
    if connection.execute(_ANY, {"known": known}).first() is None:
        return []
    ids = set(wanted)
    if len(ids) > _AT_ONCE:
        return [review for review in read(connection, known) if review.claim in ids]
    rows = connection.execute(_REVIEWS_OF_CLAIMS, {"known": known, "wanted": sorted(ids)})
    return [_review(*row) for row in rows]


def read_of(connection: Connection, known: int, claim: str) -> list[Review]:
    """The reviews of one claim known then, in the order of their recording."""
    rows = connection.execute(_REVIEWS_OF_CLAIM, {"claim": claim, "known": known})
    return [_review(*row) for row in rows]


def replacements(connection: Connection, known: int, scope: Scope) -> list[Claim]:
    """What stands in the place of corrected claims that would count themselves."""
    query = _REPLACEMENT_QUERIES.within(scope)
    rows = connection.execute(query, {**scope.values, "known": known})
    return [unpacked("", content, document, "", uri) for content, document, uri in rows]


def corrections(connection: Connection, known: int, prefix: str) -> dict[str, Review]:
    """The last correction known then that made each claim whose id begins so, by that id."""
    told = (_review(*row) for row in connection.execute(_CORRECTIONS, {"known": known}))
    made = {review.replacement.id: review for review in told if review.replacement}
    return {id_: review for id_, review in made.items() if id_.startswith(prefix)}


def standing(told: Iterable[Review]) -> dict[str, Review]:
    """The review that holds of each claim, by the claim's id; none where the last was undone.

    >>> accepted, undone = (Review("5f0c", v, "A. Reader", "why") for v in ("accept", "undo"))
    >>> len(standing([accepted])), standing([accepted, undone])
    (1, {})
    """
    last = {review.claim: review for review in told}
    return {claim: review for claim, review in last.items() if review.verdict != "undo"}


def retires(review: Review | None) -> bool:
    """Whether a review takes its claim out of what counts."""
    return review is not None and review.verdict in ("reject", "correct")


def _review(
    claim: str,
    verdict: str,
    by: str,
    reason: str,
    at: str,
    content: str | None,
    document: str,
    uri: str,
) -> Review:
    right = unpacked("", content, document, "", uri) if content else None
    return Review(claim, verdict, by, reason, right, at)  # type: ignore[arg-type]


def _entered(number: int, right: Claim) -> list[dict[str, str | int]]:
    return [{"a": a, "b": b, "kind": right.kind, "review": number} for a, b in entered_under(right)]
