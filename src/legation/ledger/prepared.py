"""What was worked out of a pair ahead, to be asked for again.

It is no part of the record: it may be taken away at any time, and is worked out anew. It holds as
of every recorded time between which and that of its making no batch touches the pair, and no
decision on names was recorded; what has another checksum than it was kept with is not given.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, delete, or_, select, text

from legation.ledger.loading import load
from legation.ledger.scope import Pair
from legation.ledger.tables import decisions, prepared, prepared_facts, touches

_KNOWN: ColumnElement[int] = bindparam("known")


def _since(table: Table) -> ColumnElement[bool]:
    """That a row came between the time of making and the time asked for, whichever was first."""
    return or_(
        and_(table.c.batch > prepared.c.known, table.c.batch <= _KNOWN),
        and_(table.c.batch > _KNOWN, table.c.batch <= prepared.c.known),
    )


_HOLDING = (
    select(prepared.c.content, prepared.c.checksum)
    .where(
        prepared.c.a == bindparam("a"),
        prepared.c.b == bindparam("b"),
        prepared.c.edition == bindparam("edition"),
        ~select(touches.c.batch)
        .where(touches.c.a == prepared.c.a, touches.c.b == prepared.c.b, _since(touches))
        .exists(),
        ~select(decisions.c.id).where(_since(decisions)).exists(),
    )
    .limit(1)
)
_KEY = tuple(column.name for column in prepared.primary_key.columns)
_TOLD = select(touches.c.a, touches.c.b).where(touches.c.batch <= _KNOWN).distinct()
_TOUCHED = (
    select(touches.c.batch)
    .where(touches.c.a == bindparam("a"), touches.c.b == bindparam("b"), touches.c.batch <= _KNOWN)
    .limit(1)
)
_IN_ORDER = _TOLD.order_by(touches.c.a, touches.c.b)
_SAME = delete(prepared).where(
    *(column == bindparam(column.name) for column in prepared.primary_key.columns)
)
_TELLING = (
    select(prepared_facts.c.a, prepared_facts.c.b)
    .where(prepared_facts.c.fact == bindparam("fact"))
    .order_by(prepared_facts.c.a, prepared_facts.c.b)
)
_TELLING_ANEW = text(
    "INSERT INTO prepared_facts (fact, a, b) VALUES (:fact, :a, :b) ON CONFLICT DO NOTHING"
)
_OTHERS = delete(prepared).where(prepared.c.edition != bindparam("edition"))


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was worked out of a pair as known with a batch, by an edition of the rules; with the
    ids of the facts by which it may be asked for."""

    pair: Pair
    known: int
    edition: str
    content: bytes
    facts: Collection[str] = ()


def recall(connection: Connection, known: int, pair: Pair, edition: str) -> bytes | None:
    """What was worked out of a pair and holds as known then; None where there is nothing."""
    by = {"known": known, "a": pair[0], "b": pair[1], "edition": edition}
    row = connection.execute(_HOLDING, by).first()
    if row is None or zlib.crc32(row.content) != row.checksum:
        return None
    return bytes(row.content)


def untouched(connection: Connection, known: int, pair: Pair) -> bool:
    """Whether nothing was ever told of a pair by then."""
    by = {"known": known, "a": pair[0], "b": pair[1]}
    return connection.execute(_TOUCHED, by).first() is None


def concerned(connection: Connection, known: int) -> list[Pair]:
    """All that can be worked out as known then: pairs, and, as a pair with itself, memberships."""
    return [(a, b) for a, b in connection.execute(_IN_ORDER, {"known": known})]


def keep(connection: Connection, worked_out: Collection[Prepared]) -> None:
    """Keep what was worked out, in the place of what was kept of the same pair at the same time."""
    rows = [
        {
            "a": one.pair[0],
            "b": one.pair[1],
            "known": one.known,
            "edition": one.edition,
            "content": one.content,
            "checksum": zlib.crc32(one.content),
        }
        for one in worked_out
    ]
    if rows:
        connection.execute(_SAME, [{name: row[name] for name in _KEY} for row in rows])
    load(connection, prepared, rows)
    told = [
        {"fact": fact, "a": one.pair[0], "b": one.pair[1]}
        for one in worked_out
        for fact in sorted(set(one.facts))
    ]
    if told:
        connection.execute(_TELLING_ANEW, told)


def telling(connection: Connection, fact: str) -> list[Pair]:
    """The pairs of which a fact was worked out, by its id; it may be worked out no more."""
    return [(a, b) for a, b in connection.execute(_TELLING, {"fact": fact})]


def forget(connection: Connection, edition: str | None = None) -> None:
    """Take away all that was worked out, or what other editions of the rules than one did."""
    if edition is None:
        for table in (prepared, prepared_facts):
            connection.execute(delete(table))
    else:
        connection.execute(_OTHERS, {"edition": edition})
