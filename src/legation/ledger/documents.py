"""Documents as the ledger keeps them: a text once, and every place at which it was met."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from legation.ledger.batches import Batch
from legation.ledger.tables import batches, documents, places
from legation.model.documents import Document
from legation.model.errors import UsageError
from legation.model.evidence import Provenance

_TEXT = select(documents.c.text).where(documents.c.id == bindparam("document"))
_PLACE = select(places.c.document).where(
    places.c.document == bindparam("document"),
    places.c.uri == bindparam("uri"),
    places.c.language == bindparam("language"),
    places.c.date == bindparam("date"),
)
_DOCUMENTS = (
    select(documents.c.id, documents.c.text, places.c.uri, places.c.language, places.c.date)
    .join(places, places.c.document == documents.c.id)
    .where(places.c.batch <= bindparam("known"))
    .order_by(documents.c.id, places.c.uri.desc(), places.c.language.desc(), places.c.date.desc())
)
_DOCUMENT = _DOCUMENTS.where(documents.c.id == bindparam("document"))
_NAMED = (
    select(places.c.document)
    .where(
        places.c.batch <= bindparam("known"),
        or_(
            places.c.uri == bindparam("name"),
            and_(
                places.c.document >= bindparam("first"),
                places.c.document < bindparam("beyond"),
            ),
        ),
    )
    .distinct()
    .order_by(places.c.document)
    .limit(2)
)
_SOURCES = (
    select(places.c.document, places.c.uri, places.c.language, places.c.date, batches.c.recorded_at)
    .join(documents, documents.c.id == places.c.document)
    .join(batches, batches.c.id == documents.c.batch)
    .where(places.c.batch <= bindparam("known"))
    .order_by(
        places.c.document, places.c.uri.desc(), places.c.language.desc(), places.c.date.desc()
    )
)
_SOURCES_OF = _SOURCES.where(places.c.document.in_(bindparam("wanted", expanding=True)))
_HELD = select(documents.c.id).where(documents.c.id.in_(bindparam("wanted", expanding=True)))
_AT_ONCE = 1000
_SCHEME = "sha256:"
_AFTER_HEX = "g"

first_uri = (
    select(func.min(places.c.uri))
    .where(places.c.batch <= bindparam("known"))
    .correlate_except(places)
)
"""The place by which a document is shown: the first in the alphabet of those known at the time,
so that it does not matter in what order they were met. To be narrowed to one document."""


def text_of(connection: Connection, document: str) -> str | None:
    """The text of a document by its id; None where the ledger has no such document."""
    return connection.execute(_TEXT, {"document": document}).scalar()


def unheld(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of some documents, by their ids, that the ledger does not have."""
    wanted = sorted(set(ids))
    parts = (wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE))
    held = (connection.execute(_HELD, {"wanted": part}).scalars() for part in parts)
    return set(wanted).difference(*held)


def write(batch: Batch, document: Document, *, new: bool = False) -> bool:
    """Add a document, and the place at which it was met, unless the ledger has them; tell whether
    the place is new.

    It has neither where it is known that the document is `new`.
    """
    if new or text_of(batch.connection, document.id) is None:
        batch.write(documents, [{"id": document.id, "text": document.text}])
    place = {
        "document": document.id,
        "uri": document.uri,
        "language": document.language,
        "date": document.date or "",
    }
    if not new and batch.connection.execute(_PLACE, place).first() is not None:
        return False
    batch.write(places, [place])
    return True


def read(connection: Connection, known: int) -> list[Document]:
    """The documents known then, in the order of their ids, each at the first of its places."""
    rows = connection.execute(_DOCUMENTS, {"known": known})
    last = {id_: (text, uri, language, date or None) for id_, text, uri, language, date in rows}
    return [Document(*row) for row in last.values()]


def read_one(connection: Connection, known: int, id_: str) -> Document:
    """The document of an id, at the first of its places; raises UsageError (LG-U017)."""
    row = connection.execute(_DOCUMENT, {"known": known, "document": id_}).all()[-1:]
    if not row:
        raise absent(id_)
    _, text, uri, language, date = row[0]
    return Document(text, uri, language, date or None)


def find(connection: Connection, known: int, name: str) -> Document:
    """The document known then with this uri, or whose id begins so, with or without `sha256:`.

    Raises UsageError: LG-U017 there is none, LG-U037 there are several.
    """
    first = _SCHEME + name.removeprefix(_SCHEME)
    bounds = {"name": name, "first": first, "beyond": first + _AFTER_HEX, "known": known}
    ids = list(connection.execute(_NAMED, bounds).scalars()) if name else []
    if not ids:
        raise absent(name)
    if len(ids) > 1:
        raise UsageError(
            "LG-U037",
            "several documents have this uri, or an id that begins so",
            where=name,
            remedy="give more of the id",
        )
    return read_one(connection, known, ids[0])


def absent(id_: str) -> UsageError:
    """That there is no such document."""
    return UsageError(
        "LG-U017",
        "the ledger has no such document",
        where=id_,
        remedy="name one that it has, by its uri or its id",
    )


def sources(
    connection: Connection, known: int, of: Iterable[str] | None = None
) -> dict[str, Provenance]:
    """Where documents known then are from, by their ids: of all, or of those in `of`."""
    if of is None:
        rows = list(connection.execute(_SOURCES, {"known": known}))
    else:
        wanted = sorted(set(of))
        parts = (wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE))
        rows = [
            row
            for part in parts
            for row in connection.execute(_SOURCES_OF, {"known": known, "wanted": part})
        ]
    return {
        document: Provenance(uri, language, date or None, recorded_at)
        for document, uri, language, date, recorded_at in rows
    }
