"""A claim found by its id, with how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, bindparam, select

from legation.ledger import reviews
from legation.ledger.claims import packed_columns, unpacked
from legation.ledger.readings import newest, withdrawn
from legation.ledger.tables import batches, claims, readings
from legation.model.claims import Claim
from legation.model.errors import UsageError
from legation.model.reviews import Review

Standing = Literal["current", "reread", "withdrawn", "rejected", "corrected", "undone"]

_ids = select(claims.c.id).where(
    claims.c.id >= bindparam("first"),
    claims.c.id < bindparam("beyond"),
    claims.c.batch <= bindparam("known"),
)
_IDS = _ids.distinct().order_by(claims.c.id).limit(2)
_CLAIM = (
    select(
        *packed_columns,
        batches.c.recorded_at,
        newest.label("newest"),
        withdrawn.label("withdrawn"),
    )
    .join(readings, readings.c.id == claims.c.reading)
    .join(batches, batches.c.id == claims.c.batch)
    .where(claims.c.id == bindparam("claim"), claims.c.batch <= bindparam("known"))
    .order_by(newest.desc(), readings.c.id.desc())
    .limit(1)
)
_AFTER_HEX = "g"


@dataclass(frozen=True, slots=True)
class Held:
    """A claim of the ledger, with the reading that took it, and how it stands.

    `standing` is `current`; `withdrawn`, where its document is; `reread`, where a later reading
    by the same rules no longer finds it; `rejected` or `corrected` by the `review` that holds.
    A claim that a correction put in the place of another `corrects` that one, by its id, and
    stands as it does; it is `undone` where no verdict on that one holds any more.
    """

    claim: Claim
    extractor: str
    recorded_at: str
    standing: Standing
    review: Review | None
    corrects: str | None = None


def find(connection: Connection, prefix: str, known: int) -> Held:
    """The claim whose id begins with `prefix`, as it stood then.

    Raises UsageError: LG-U018 there is none, LG-U019 there are several.
    """
    bounds = {"first": prefix, "beyond": prefix + _AFTER_HEX, "known": known}
    ids = list(connection.execute(_IDS, bounds).scalars()) if prefix else []
    if ids == [prefix]:
        return _held(connection, prefix, known)
    made = reviews.corrections(connection, known, prefix) if prefix else {}
    found = sorted({*ids, *made})
    if not found:
        raise UsageError(
            "LG-U018",
            "the ledger has no such claim",
            where=prefix,
            remedy="name one that it has, by the beginning of its id",
        )
    if len(found) > 1:
        raise UsageError(
            "LG-U019",
            "several claims have an id that begins so",
            where=prefix,
            remedy="give more of it",
        )
    if not ids:
        return _correction(connection, made[found[0]], known)
    return _held(connection, ids[0], known)


def _correction(connection: Connection, made: Review, known: int) -> Held:
    """The claim that a correction made, and how it stands by what holds of the one corrected."""
    right = made.replacement
    assert right is not None
    first = _held(connection, made.claim, known)
    holds = first.review
    stands: Standing = first.standing
    if stands == "corrected" and holds and holds.replacement and holds.replacement.id == right.id:
        stands = "current"
    elif stands == "current":
        stands = "undone"
    return Held(right, right.extractor, made.recorded_at, stands, holds, made.claim)


def _held(connection: Connection, claim: str, known: int) -> Held:
    row = connection.execute(_CLAIM, {"claim": claim, "known": known}).one()
    review = reviews.standing(reviews.read_of(connection, known, claim)).get(claim)
    found = unpacked(row.id, row.content, row.document, row.extractor, row.uri)
    stands = _standing(bool(row.newest), bool(row.withdrawn), review)
    return Held(found, row.extractor, row.recorded_at, stands, review)


def _standing(is_newest: bool, is_withdrawn: bool, review: Review | None) -> Standing:
    if is_withdrawn:
        return "withdrawn"
    if not is_newest:
        return "reread"
    if review and review.verdict == "reject":
        return "rejected"
    return "corrected" if review and review.verdict == "correct" else "current"
