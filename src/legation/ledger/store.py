"""The ledger itself: what is added stays, and is given back as of any recorded time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from legation.ledger import (
    batches,
    claims,
    contents,
    decisions,
    documents,
    effective,
    finding,
    pairs,
    readings,
    reviews,
    verification,
    withdrawals,
    writing,
)
from legation.ledger.batches import batch
from legation.ledger.connection import connect, explained, shown
from legation.ledger.contents import Size
from legation.ledger.damage import Damage
from legation.ledger.differences import Difference, differences
from legation.ledger.entries import Entry, Outcome
from legation.ledger.finding import Held
from legation.ledger.memory import Made, Memory
from legation.ledger.readings import Run
from legation.ledger.scope import Scope, pair_of
from legation.ledger.writing import Told
from legation.model.claims import Claim
from legation.model.decisions import Decision
from legation.model.documents import Document
from legation.model.evidence import Evidence, Provenance
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal


class Ledger:
    """Claims with their documents, and what readers decided of them; nothing is ever changed.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         ledger.add(Document("Oslo", "a.txt", "en"), [], extractor="rules")
    'read'
    """

    def __init__(self, connection: Connection, place: str) -> None:
        self._connection = connection
        self._memory = Memory()
        self.place = place

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

    def holds(self, document: str, extractor: str) -> bool:
        """Whether this document, by its id, was read by this extractor already."""
        with explained(self.place):
            return readings.holds(self._connection, document, extractor)

    def read_by(self, extractor: str) -> frozenset[str]:
        """The documents, by their ids, that this extractor read already."""
        with explained(self.place):
            return readings.read_by(self._connection, extractor)

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

    def claims(
        self,
        parties: Collection[str] | None = None,
        as_of: str | None = None,
        kinds: Collection[str] | None = None,
    ) -> list[Claim]:
        """The claims about all of `parties` (one code, or two), or all claims, in a fixed order.

        Of `parties`' claims only those of `kinds`, where these are given. What counts: of each
        document that is not withdrawn the last reading by each extractor, without what readers
        rejected, and with the corrections in the place of what they corrected; all of it as known
        at `as_of`, a day or a time in ISO 8601. Raises UsageError (LG-U003, LG-U004).
        """
        scope = Scope(pair_of(parties), kinds)
        with explained(self.place):
            known = batches.known(self._connection, as_of)
            return effective.told(self._connection, known, scope)[0]

    def claims_of(self, document: str, as_of: str | None = None) -> list[Claim]:
        """The claims of one document, by its id, that counted at `as_of`; as `claims`."""
        with explained(self.place):
            known = batches.known(self._connection, as_of)
            return effective.told(self._connection, known, Scope(document=document))[0]

    def evidence(
        self,
        parties: Collection[str] | None = None,
        as_of: str | None = None,
        alone: Collection[str] | None = None,
    ) -> Evidence:
        """All that an answer on `parties` may rest on, as known at `as_of`.

        The claims on all of `parties`, and those of the kinds `alone` on each of them; with what
        readers retired, their reviews and decisions, and where the documents are from. Raises
        UsageError (LG-U003, LG-U004).
        """
        with explained(self.place):
            known = batches.known(self._connection, as_of)
            return effective.evidence(self._connection, known, parties, alone)

    def pairs(self, party: str | None = None, as_of: str | None = None) -> list[tuple[str, str]]:
        """The pairs of parties of which anything was told by `as_of`, in alphabetical order.

        Only those with `party`, where one is given. Raises UsageError (LG-U003).
        """
        with explained(self.place):
            known = batches.known(self._connection, as_of)
            return pairs.pairs_told(self._connection, known, party)

    def remembered(
        self,
        name: Hashable,
        as_of: str | None,
        make: Callable[[], Made],
        size: Callable[[Made], int],
    ) -> Made:
        """What `make` makes of the ledger as known at `as_of`; kept, and given again by its name.

        `size` tells how many claims are behind it: of the oldest as much is forgotten as there is
        no room for. Raises UsageError (LG-U003), and as `make` does.
        """

        def known() -> int:
            with explained(self.place):
                return batches.known(self._connection, as_of)

        return self._memory.recall(name, known, make, size)

    def find(self, prefix: str, as_of: str | None = None) -> Held:
        """The claim whose id begins with `prefix`, with its reading and how it stood at `as_of`.

        Raises UsageError: LG-U003, LG-U018 there is none, LG-U019 there are several.
        """
        with explained(self.place):
            return finding.find(self._connection, prefix, batches.known(self._connection, as_of))

    def documents(self, as_of: str | None = None) -> list[Document]:
        """The documents in the order of their ids, the withdrawn ones among them."""
        with explained(self.place):
            return documents.read(self._connection, batches.known(self._connection, as_of))

    def document(self, id_: str, as_of: str | None = None) -> Document:
        """The document of an id; raises UsageError (LG-U017) where none was known at `as_of`."""
        with explained(self.place):
            known = batches.known(self._connection, as_of)
            return documents.read_one(self._connection, known, id_)

    def find_document(self, name: str, as_of: str | None = None) -> Document:
        """The document with this uri, or whose id begins so, as known at `as_of`.

        Raises UsageError: LG-U003, LG-U017 there is none, LG-U037 there are several.
        """
        with explained(self.place):
            known = batches.known(self._connection, as_of)
            return documents.find(self._connection, known, name)

    def sources(self, as_of: str | None = None) -> dict[str, Provenance]:
        """Where the documents are from, by their ids."""
        with explained(self.place):
            return documents.sources(self._connection, batches.known(self._connection, as_of))

    def readings(self, as_of: str | None = None) -> list[Run]:
        """Which extractor read which document, in the order of recording."""
        with explained(self.place):
            return readings.read(self._connection, batches.known(self._connection, as_of))

    def decide(self, decision: Decision, *, recorded_at: str | None = None) -> Decision:
        """Record what a reader decided of two names, and give it back with its recorded time.

        Raises LedgerError (LG-L006) for a recorded time that is not after the last.
        """
        with explained(self.place), batch(self._connection, recorded_at) as opened:
            decisions.write(opened, decision)
            return replace(decision, recorded_at=opened.recorded_at)

    def decisions(self, as_of: str | None = None) -> list[Decision]:
        """Readers' decisions on who is who, as known at `as_of`, in the order of recording."""
        with explained(self.place):
            return decisions.read(self._connection, batches.known(self._connection, as_of))

    def review(self, review: Review, *, recorded_at: str | None = None) -> Review:
        """Record what a reader decided of a claim, and give it back with its recorded time.

        Raises UsageError (LG-U018) where the ledger has no such claim; LedgerError: LG-L005 a
        replacement does not point at words of the claim's document, LG-L006.
        """
        with explained(self.place), batch(self._connection, recorded_at) as opened:
            reviews.write(opened, review)
            return replace(review, recorded_at=opened.recorded_at)

    def reviews(self, as_of: str | None = None) -> list[Review]:
        """Readers' reviews of claims, as known at `as_of`, in the order of recording."""
        with explained(self.place):
            return reviews.read(self._connection, batches.known(self._connection, as_of))

    def withdraw(self, withdrawal: Withdrawal, *, recorded_at: str | None = None) -> Withdrawal:
        """Record that a document counts no more, or again; give it back with its recorded time.

        Raises UsageError (LG-U017) where the ledger has no such document, LedgerError (LG-L006).
        """
        with explained(self.place), batch(self._connection, recorded_at) as opened:
            withdrawals.write(opened, withdrawal)
            return replace(withdrawal, recorded_at=opened.recorded_at)

    def withdrawals(self, as_of: str | None = None) -> list[Withdrawal]:
        """What was withdrawn and restored, as known at `as_of`, in the order of recording."""
        with explained(self.place):
            return withdrawals.read(self._connection, batches.known(self._connection, as_of))

    def withdrawn(self, as_of: str | None = None) -> frozenset[str]:
        """The documents that did not count at `as_of`, by their ids."""
        with explained(self.place):
            return withdrawals.withdrawn(self._connection, batches.known(self._connection, as_of))

    def diff(self, before: str, after: str | None = None) -> list[Difference]:
        """What counted at one recorded time and not at another, for each document that differs.

        Both are days or times as `as_of`; `after` is now by default. Raises UsageError (LG-U003).
        """
        with explained(self.place):
            first, last = (batches.known(self._connection, moment) for moment in (before, after))
            touched = effective.touched(self._connection, first, last)
            scopes = [Scope(document=document) for document in touched]
            old, new = (
                [c for scope in scopes for c in effective.told(self._connection, known, scope)[0]]
                for known in (first, last)
            )
            return differences(old, new)

    def diff_readings(self, before: str, after: str) -> list[Difference]:
        """How two extractors, by their names, read the documents that both of them read."""
        with explained(self.place):
            both = readings.read_by(self._connection, before) & self.read_by(after)
            old, new = (
                [c for document in sorted(both) for c in self._taken(document, extractor)]
                for extractor in (before, after)
            )
            return differences(old, new)

    def diff_last(self, document: str | None = None, as_of: str | None = None) -> list[Difference]:
        """What the last reading of each document, or of one, changed of the one before it."""
        with explained(self.place):
            known = batches.known(self._connection, as_of)
            pairs = readings.last_two(self._connection, known, document)
            old, new = (
                [
                    c
                    for runs in pairs
                    for c in self._taken(runs[side].document, runs[side].extractor)
                ]
                for side in (0, 1)
            )
            return differences(old, new)

    def _taken(self, document: str, extractor: str) -> list[Claim]:
        known = batches.known(self._connection)
        return claims.taken(self._connection, known, document, extractor)

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
        are missed too. Raises LedgerError where the ledger cannot be read at all.
        """
        return verification.verify(self._connection, self.place, head)
