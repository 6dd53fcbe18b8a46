"""The tables of a ledger, the same on SQLite and on PostgreSQL.

Rows are only ever added. Every row names the batch with which it came and bears a digest of
itself; a batch bears a hash over its rows and the batch before. `claim_parties`,
`review_parties` and `touches` are indexes: they can be told from the rest, and are not part of
the record. What is `prepared` is no more than worked out ahead: it comes and goes.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects import postgresql

SCHEMA_VERSION = 4

metadata = MetaData()
passing = MetaData()
"""The tables whose rows may be taken away: whatever stands there can be worked out anew."""

_TEXT = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
"""Text that sorts by code points on both, so that an order is the same everywhere."""


def _text(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, _TEXT, primary_key=key, nullable=False)


def _number(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, autoincrement=False, nullable=False)


def _entry() -> tuple[Column[int], Column[bytes]]:
    return _number("batch"), Column("digest", LargeBinary, nullable=False)


batches = Table(
    "batches",
    metadata,
    _number("id", key=True),
    _text("recorded_at"),  # UTC, to the microsecond, of one width: sorts as time
    _text("previous"),  # the hash of the batch before; empty for the first
    _text("hash"),
    Index("batches_in_time", "recorded_at"),
)

documents = Table(
    "documents",
    metadata,
    _text("id", key=True),  # sha256: and the hash of the text
    _text("text"),
    *_entry(),
)

places = Table(  # where a document was met: the same text may lie at many places
    "places",
    metadata,
    Column("document", _TEXT, ForeignKey(documents.c.id), primary_key=True, nullable=False),
    _text("uri", key=True),
    _text("language", key=True),
    _text("date", key=True),  # the document's own date, EDTF; empty where it bears none
    *_entry(),
    sqlite_with_rowid=False,
)

readings = Table(  # what one extractor took out of one document, at once
    "readings",
    metadata,
    _number("id", key=True),
    Column("document", _TEXT, ForeignKey(documents.c.id), nullable=False),
    _text("extractor"),
    _text("family"),  # a later reading of the same family stands in for an earlier one
    *_entry(),
    UniqueConstraint("document", "extractor", "family"),
    Index("readings_in_turn", "document", "family", "id"),
)

claims = Table(
    "claims",
    metadata,
    Column("reading", Integer, ForeignKey(readings.c.id), primary_key=True, nullable=False),
    _text("id", key=True),
    _text("kind"),
    _text("content"),  # the claim as JSON, less what its row and its reading tell
    *_entry(),
    Index("claims_by_id", "id"),
    sqlite_with_rowid=False,
)

claim_parties = Table(  # each pair of a claim's parties, a < b; and each alone, a = b
    "claim_parties",
    metadata,
    _text("a", key=True),
    _text("b", key=True),
    _text("kind", key=True),
    _number("reading", key=True),
    _text("claim", key=True),
    sqlite_with_rowid=False,
)

decisions = Table(
    "decisions",
    metadata,
    _number("id", key=True),
    _text("verdict"),
    _text("name"),  # the two names, as the reader gave them
    _text("other"),
    _text("author"),
    _text("reason"),
    *_entry(),
)

reviews = Table(
    "reviews",
    metadata,
    _number("id", key=True),
    _text("claim"),
    _text("document"),  # that of the claim, and so of its replacement
    _text("verdict"),
    Column("replacement", _TEXT),  # the claim that a correction puts in its place, as JSON
    _text("author"),
    _text("reason"),
    *_entry(),
    Index("reviews_in_turn", "claim", "id"),
    Index("reviews_by_document", "document"),
)

review_parties = Table(  # as claim_parties, of the replacements
    "review_parties",
    metadata,
    _text("a", key=True),
    _text("b", key=True),
    _text("kind", key=True),
    _number("review", key=True),
    sqlite_with_rowid=False,
)

withdrawals = Table(
    "withdrawals",
    metadata,
    _number("id", key=True),
    _text("document"),
    _text("verdict"),
    _text("author"),
    _text("reason"),
    *_entry(),
    Index("withdrawals_in_turn", "document", "id"),
)

touches = Table(  # the pairs of which a batch's documents tell; and, a = b, whose memberships
    "touches",
    metadata,
    _text("a", key=True),
    _text("b", key=True),
    _number("batch", key=True),
    sqlite_with_rowid=False,
)

prepared = Table(  # what was worked out of a pair, or, a = b, of one's memberships
    "prepared",
    passing,
    _text("a", key=True),
    _text("b", key=True),
    _number("known", key=True),  # the last batch that was known
    _text("edition", key=True),  # of the rules by which it was worked out
    Column("content", LargeBinary, nullable=False),
    Column("checksum", BigInteger, nullable=False),
)

prepared_facts = Table(  # of which pairs a fact was worked out
    "prepared_facts",
    passing,
    _text("fact", key=True),
    _text("a", key=True),
    _text("b", key=True),
    sqlite_with_rowid=False,
)

ENTRIES = (documents, places, readings, claims, decisions, reviews, withdrawals)
"""The tables that are the record: all but the batches themselves and what is told from it."""
