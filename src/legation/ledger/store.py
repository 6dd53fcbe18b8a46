"""The ledger itself: what is added stays, and is given back as of any recorded time."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from legation.ledger import decisions, moments
from legation.ledger.connection import connect, explained, transaction
from legation.model.claims import Claim
from legation.model.decisions import Decision
from legation.model.documents import Document
from legation.model.errors import LedgerError, UsageError
from legation.model.parties import pairs, parties
from legation.model.spans import Span

Outcome = Literal["read", "unchanged"]

_CURRENT = """
    readings.recorded_at <= :as_of AND NOT EXISTS (
        SELECT 1 FROM readings AS later
        WHERE later.document = readings.document AND later.family = readings.family
          AND later.id > readings.id AND later.recorded_at <= :as_of)
"""
_ALL_CLAIMS = f"""
    SELECT claims.content FROM claims JOIN readings ON readings.id = claims.reading
    WHERE {_CURRENT} ORDER BY claims.id
"""
_CLAIMS_OF_PAIR = f"""
    SELECT claims.content FROM claim_parties
    JOIN claims ON claims.reading = claim_parties.reading AND claims.id = claim_parties.claim
    JOIN readings ON readings.id = claims.reading
    WHERE claim_parties.a = :a AND claim_parties.b = :b AND {_CURRENT}
      AND (:kinds IS NULL OR claim_parties.kind IN (SELECT value FROM json_each(:kinds)))
    ORDER BY claims.id
"""
_LAST_MOMENT = """
    SELECT max(recorded_at) FROM (
        SELECT max(recorded_at) AS recorded_at FROM readings
        UNION ALL SELECT max(recorded_at) FROM decisions)
"""
_FOR_EVER = "9999-12-31T23:59:59.999999Z"


class Ledger:
    """Claims with their documents, in a SQLite file; rows are added and never changed.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         ledger.add(Document("Oslo", "a.txt", "en"), [], extractor="rules")
    'read'
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, path: str | Path, create: bool = False) -> Self:
        """The ledger in a file, made where it is missing if `create`; raises LedgerError."""
        return cls(connect(Path(path), create), Path(path))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def holds(self, document: str, extractor: str) -> bool:
        """Whether this document, by its id, was read by this extractor already."""
        found = "SELECT 1 FROM readings WHERE document = ? AND extractor = ?"
        with explained(self.path):
            return self._connection.execute(found, (document, extractor)).fetchone() is not None

    def add(
        self,
        document: Document,
        claims: Collection[Claim],
        *,
        extractor: str | None = None,
        recorded_at: str | None = None,
    ) -> Outcome:
        """Add a document with all claims that one extractor took from it, whole or not at all.

        A document that this extractor has read before is 'unchanged'. `recorded_at` is a
        moment as `moments.written` gives it, not earlier than the last one recorded; now by
        default. Raises LedgerError: LG-L005 a claim does not point at its words, LG-L006 a
        recorded time before the last.
        """
        for claim in claims:
            require_grounds(claim, document)
        name = extractor or next((claim.extractor for claim in claims), "rules")
        with explained(self.path), transaction(self._connection):
            if self.holds(document.id, name):
                return "unchanged"
            moment = self._next_moment(recorded_at)
            self._write_document(document, moment)
            reading = self._write_reading(document.id, name, moment)
            self._write_claims(reading, claims)
        return "read"

    def claims(
        self,
        parties: Collection[str] | None = None,
        as_of: str | None = None,
        kinds: Collection[str] | None = None,
    ) -> list[Claim]:
        """The claims about all of `parties` (one code, or two), or all claims, in a fixed order.

        Of `parties`' claims only those of `kinds`, where these are given.

        Of each document the last reading by each extractor counts, as known at `as_of`: a day
        or a time in ISO 8601. Raises UsageError (LG-U003, LG-U004).
        """
        when = moments.as_of(as_of) if as_of else _FOR_EVER
        if parties is None:
            return self._fetch(_ALL_CLAIMS, {"as_of": when})
        pair = sorted(set(parties))
        if not 1 <= len(pair) <= 2:
            raise UsageError(
                "LG-U004", "claims are found by one party or by two", remedy="name one or two"
            )
        wanted = None if kinds is None else json.dumps(sorted(kinds))
        return self._fetch(
            _CLAIMS_OF_PAIR, {"a": pair[0], "b": pair[-1], "kinds": wanted, "as_of": when}
        )

    def documents(self, as_of: str | None = None) -> list[Document]:
        """The documents in the order of their ids."""
        when = moments.as_of(as_of) if as_of else _FOR_EVER
        query = "SELECT text, uri, language, date FROM documents WHERE recorded_at <= ? ORDER BY id"
        with explained(self.path):
            return [Document(*row) for row in self._connection.execute(query, (when,))]

    def decide(self, decision: Decision, *, recorded_at: str | None = None) -> Decision:
        """Record what a reader decided of two names, and give it back with its recorded time.

        Raises LedgerError (LG-L006) for a recorded time before the last.
        """
        with explained(self.path), transaction(self._connection):
            moment = self._next_moment(recorded_at)
            decisions.write(self._connection, decision, moment)
        return replace(decision, recorded_at=moment)

    def decisions(self, as_of: str | None = None) -> list[Decision]:
        """Readers' decisions on who is who, as known at `as_of`, in the order of recording."""
        when = moments.as_of(as_of) if as_of else _FOR_EVER
        with explained(self.path):
            return decisions.read(self._connection, when)

    def content_hash(self) -> str:
        """A hash of what the ledger holds, the same for any order and batches of the documents."""
        query = """
            SELECT readings.document, readings.extractor, claims.id FROM readings
            LEFT JOIN claims ON claims.reading = readings.id ORDER BY 1, 2, 3
        """
        digest = hashlib.sha256()
        with explained(self.path):
            for row in self._connection.execute(query):
                digest.update(json.dumps(row, ensure_ascii=False).encode() + b"\n")
            for one in decisions.read(self._connection, _FOR_EVER):
                told = (one.verdict, *one.names, one.by, one.reason)
                digest.update(json.dumps(told, ensure_ascii=False).encode() + b"\n")
        return digest.hexdigest()

    def _fetch(self, query: str, values: dict[str, str | None]) -> list[Claim]:
        with explained(self.path):
            rows = self._connection.execute(query, values)
            return [Claim.from_json(json.loads(content)) for (content,) in rows]

    def _next_moment(self, wanted: str | None) -> str:
        last = self._connection.execute(_LAST_MOMENT).fetchone()[0] or ""
        if wanted is None:
            return max(moments.now(), last)
        if wanted < last:
            raise LedgerError(
                "LG-L006",
                f"{wanted} is before the last recorded time, {last}",
                where=str(self.path),
                remedy="record it as of now; when it was so belongs in the claim",
            )
        return wanted

    def _write_document(self, document: Document, moment: str) -> None:
        self._connection.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (document.id, document.uri, document.language, document.date, document.text, moment),
        )

    def _write_reading(self, document: str, extractor: str, moment: str) -> int:
        family = extractor.partition("@")[0]
        cursor = self._connection.execute(
            "INSERT INTO readings (document, extractor, family, recorded_at) VALUES (?, ?, ?, ?)",
            (document, extractor, family, moment),
        )
        return int(cursor.lastrowid or 0)

    def _write_claims(self, reading: int, claims: Iterable[Claim]) -> None:
        once = {claim.id: claim for claim in claims}
        self._connection.executemany(
            "INSERT INTO claims VALUES (?, ?, ?, ?)",
            ((reading, id_, claim.kind, _content(claim)) for id_, claim in sorted(once.items())),
        )
        self._connection.executemany(
            "INSERT INTO claim_parties VALUES (?, ?, ?, ?, ?)",
            (
                (a, b, claim.kind, reading, id_)
                for id_, claim in once.items()
                for a, b in _places(claim)
            ),
        )


def require_grounds(claim: Claim, document: Document) -> None:
    """Raise LedgerError (LG-L005) unless the claim's quote stands in the document where it says.

    >>> from legation.model.claims import Source
    >>> oslo = Document("Oslo", "a.txt", "en")
    >>> require_grounds(Claim("war", {}, Source(oslo.id, "a.txt", "en", 0, 4, "Oslo")), oslo)
    """
    source = claim.source
    there = source.document == document.id and 0 <= source.start < source.end
    if not there or Span(source.start, source.end).of(document.text) != source.quote:
        raise LedgerError(
            "LG-L005",
            f"a claim of kind {claim.kind!r} does not point at its words",
            where=f"{document.uri} [{source.start}:{source.end}]",
            remedy="report it, with the document: the extractor is at fault",
        )


def _content(claim: Claim) -> str:
    return json.dumps(claim.to_json(), ensure_ascii=False, sort_keys=True)


def _places(claim: Claim) -> Iterator[tuple[str, str]]:
    """Where a claim is found: under each pair of its parties, and under each party alone."""
    yield from pairs(claim)
    yield from ((party, party) for party in parties(claim))
