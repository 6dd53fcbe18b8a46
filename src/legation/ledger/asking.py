"""What is asked of a ledger: each question as of any recorded time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable

from sqlalchemy import Connection

from legation.ledger import (
    batches,
    changes,
    decisions,
    documents,
    effective,
    finding,
    pairs,
    prepared,
    readings,
    reviews,
    withdrawals,
)
from legation.ledger.connection import explained
from legation.ledger.differences import Difference
from legation.ledger.finding import Held
from legation.ledger.memory import Made, Memory
from legation.ledger.readings import Run
from legation.ledger.scope import Pair, Scope, pair_of
from legation.model.claims import Claim
from legation.model.decisions import Decision
from legation.model.documents import Document
from legation.model.evidence import Evidence, Provenance
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal


class Asked:
    """The questions that a ledger answers; as a `Ledger` it is told things, too."""

    def __init__(self, connection: Connection, place: str) -> None:
        self._connection = connection
        self._memory = Memory()
        self.place = place

    def holds(self, document: str, extractor: str) -> bool:
        """Whether this document, by its id, was read by this extractor already."""
        with explained(self.place):
            return readings.holds(self._connection, document, extractor)

    def read_by(self, extractor: str) -> frozenset[str]:
        """The documents, by their ids, that this extractor read already."""
        with explained(self.place):
            return readings.read_by(self._connection, extractor)

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
        kinds: Collection[str] | None = None,
    ) -> Evidence:
        """All that an answer on `parties` may rest on, as known at `as_of`.

        The claims on all of `parties`, of these only those of `kinds` where these are given, and
        those of the kinds `alone` on each of them; with what readers retired, their reviews and
        decisions, and where the documents are from. Raises UsageError (LG-U003, LG-U004).
        """
        scope = Scope(pair_of(parties), kinds)
        with explained(self.place):
            known = batches.known(self._connection, as_of)
            return effective.evidence(self._connection, known, scope, alone)

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

    def known(self, as_of: str | None = None) -> int:
        """The number of the last batch recorded until `as_of`; raises UsageError (LG-U003)."""
        with explained(self.place):
            return batches.known(self._connection, as_of)

    def prepared(self, pair: Pair, edition: str, as_of: str | None = None) -> bytes | None:
        """What an edition of the rules worked out of a pair, if it holds as known at `as_of`.

        None where nothing was worked out, or something was recorded since. Raises UsageError
        (LG-U003).
        """
        with explained(self.place):
            known = batches.known(self._connection, as_of)
            return prepared.recall(self._connection, known, pair, edition)

    def telling(self, fact: str) -> list[Pair]:
        """The pairs of which a fact was worked out ahead, by its whole id."""
        with explained(self.place):
            return prepared.telling(self._connection, fact)

    def tells_of(self, pair: Pair, as_of: str | None = None) -> bool:
        """Whether anything was told of a pair, or, of a party and itself, of its memberships, by
        `as_of`. Raises UsageError (LG-U003)."""
        with explained(self.place):
            known = batches.known(self._connection, as_of)
            return not prepared.untouched(self._connection, known, pair)

    def concerned(self, as_of: str | None = None) -> list[Pair]:
        """Every pair of parties told of by `as_of`; and, as a pair with itself, every party whose
        memberships are told of. Raises UsageError (LG-U003)."""
        with explained(self.place):
            known = batches.known(self._connection, as_of)
            return prepared.concerned(self._connection, known)

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

    def decisions(self, as_of: str | None = None) -> list[Decision]:
        """Readers' decisions on who is who, as known at `as_of`, in the order of recording."""
        with explained(self.place):
            return decisions.read(self._connection, batches.known(self._connection, as_of))

    def reviews(self, as_of: str | None = None) -> list[Review]:
        """Readers' reviews of claims, as known at `as_of`, in the order of recording."""
        with explained(self.place):
            return reviews.read(self._connection, batches.known(self._connection, as_of))

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
            return changes.between(self._connection, first, last)

    def diff_readings(self, before: str, after: str) -> list[Difference]:
        """How two extractors, by their names, read the documents that both of them read."""
        with explained(self.place):
            known = batches.known(self._connection)
            return changes.between_readings(self._connection, known, before, after)

    def diff_last(self, document: str | None = None, as_of: str | None = None) -> list[Difference]:
        """What the last reading of each document, or of one, changed of the one before it."""
        with explained(self.place):
            known = batches.known(self._connection, as_of)
            return changes.of_the_last(self._connection, known, document)
