"""The ledger itself: what it is told stays, and is given back as of any recorded time."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from legation.ledger import (
    batches,
    contents,
    documents,
    prepared,
    verification,
    writing,
)
from legation.ledger.asking import Asked
from legation.ledger.batches import batch
from legation.ledger.connection import connect, explained, shown
from legation.ledger.contents import Size
from legation.ledger.damage import Damage
from legation.ledger.entries import Entry, Outcome
from legation.ledger.prepared import Prepared
from legation.ledger.transactions import transaction
from legation.ledger.writing import Told
from legation.model.claims import Claim
from legation.model.decisions import Decision
from legation.model.documents import Document
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal


class Ledger(Asked):
    """Claims with their documents, and what readers decided of them; nothing is ever changed.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         ledger.add(Document("Oslo", "a.txt", "en"), [], extractor="rules")
    'read'
    """

    @classmethod
    def open(cls, place: str | Path, create: bool = False) -> Self:
        """The ledger in a file or at `postgresql://…`, made where it is missing if `create`.

        Raises LedgerError where there is none, or none that can be used.
        """
        return cls(connect(place, create), shown(place))

    def close(self) -> None:
        """Let go of the database."""
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

    def add(
        self,
        document: Document,
        claims: Collection[Claim],
        *,
        extractor: str | None = None,
        recorded_at: str | None = None,
    ) -> Outcome:
        """Add a document with all claims that one extractor took from it, whole or not at all.

        As `add_all` with one entry.
        """
        entry = Entry(document, claims, extractor or "")
        return self.add_all([entry], recorded_at=recorded_at)[0]

    def add_all(self, entries: Iterable[Entry], *, recorded_at: str | None = None) -> list[Outcome]:
        """Add documents with their claims as one batch: all of them, or none.

        A document that this extractor has read before is 'unchanged'; where it was met at a new
        place, that is recorded. `recorded_at` is a moment as `moments.written` gives it, later
        than the last one recorded; now by default. Raises LedgerError: LG-L005 a claim
        does not point at its words, LG-L006 a recorded time that is not after the last, LG-L013 a
        text that cannot be kept.
        """
        held = list(entries)
        for entry in held:
            writing.require_sound(entry)
        with explained(self.place), batch(self._connection, recorded_at) as opened:
            new = documents.unheld(opened.connection, (entry.document.id for entry in held))
            return [writing.write_reading(opened, entry, new) for entry in held]

    def record_all(self, told: Iterable[Told], *, recorded_at: str | None = None) -> str:
        """Record entries of any sort as one batch, all of them or none; gives its recorded time.

        Raises as `add_all`, `review`, `decide` and `withdraw` do.
        """
        held = list(told)
        for one in held:
            writing.require_sound(one)
        with explained(self.place), batch(self._connection, recorded_at) as opened:
            for one in held:
                writing.write(opened, one)
            return opened.recorded_at

    def decide(self, decision: Decision, *, recorded_at: str | None = None) -> Decision:
        """Record what a reader decided of two names, and give it back with its recorded time.

        Raises LedgerError (LG-L006) for a recorded time that is not after the last.
        """
        with explained(self.place), batch(self._connection, recorded_at) as opened:
            writing.write(opened, decision)
            return replace(decision, recorded_at=opened.recorded_at)

    def review(self, review: Review, *, recorded_at: str | None = None) -> Review:
        """Record what a reader decided of a claim, and give it back with its recorded time.

        Raises UsageError (LG-U018) where the ledger has no such claim; LedgerError: LG-L005 a
        replacement does not point at words of the claim's document, LG-L006.
        """
        with explained(self.place), batch(self._connection, recorded_at) as opened:
            writing.write(opened, review)
            return replace(review, recorded_at=opened.recorded_at)

    def withdraw(self, withdrawal: Withdrawal, *, recorded_at: str | None = None) -> Withdrawal:
        """Record that a document counts no more, or again; give it back with its recorded time.

        Raises UsageError (LG-U017) where the ledger has no such document, LedgerError (LG-L006).
        """
        with explained(self.place), batch(self._connection, recorded_at) as opened:
            writing.write(opened, withdrawal)
            return replace(withdrawal, recorded_at=opened.recorded_at)

    def keep(self, worked_out: Iterable[Prepared]) -> None:
        """Keep what was worked out of pairs, for `prepared` to give; no part of the record."""
        held = list(worked_out)
        with explained(self.place), transaction(self._connection):
            prepared.keep(self._connection, held)

    def forget(self, edition: str | None = None) -> None:
        """Take away what was worked out: all of it, or all but that by one edition of the rules."""
        with explained(self.place), transaction(self._connection):
            prepared.forget(self._connection, edition)

    def content_hash(self) -> str:
        """A hash of what the ledger holds, the same for any order and batches of the documents."""
        with explained(self.place):
            return contents.content_hash(self._connection)

    def size(self) -> Size:
        """How many batches and entries of each sort the ledger has."""
        with explained(self.place):
            return contents.size(self._connection)

    def head(self) -> str:
        """The hash of the last batch, which stands for all before it; empty in an empty ledger."""
        with explained(self.place):
            return batches.head(self._connection)

    def verify(self, head: str | None = None) -> list[Damage]:
        """Where the ledger is not what was written into it; nothing where it is sound.

        `head` is a hash that `head()` gave before: with it, batches that were cut off at the end
        are missed too. Raises UsageError (LG-U047) where it is empty, LedgerError where
        the ledger cannot be read at all.
        """
        return verification.verify(self._connection, self.place, head)
