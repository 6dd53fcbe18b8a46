"""A ledger as simple as can be: a list of entries, and answers worked out from the whole list.

It knows no tables, no indexes and no batches, and it shares nothing with the real one but the
values of the model. Where the two disagree, one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from legation.model.claims import Claim
from legation.model.decisions import Decision
from legation.model.documents import Document
from legation.model.evidence import Evidence, Provenance
from legation.model.parties import parties
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal


@dataclass(frozen=True)
class Read:
    """That an extractor read a document, and what it took."""

    document: Document
    extractor: str
    claims: tuple[Claim, ...]

    @property
    def stands_for(self) -> tuple[str, object]:
        """Later readings with the same value stand in for this one; by hand, none does."""
        ids = frozenset(claim.id for claim in self.claims)
        name = self.extractor.split("@")[0]
        return self.document.id, (self.extractor, ids) if name == "hand" else name


Entry = Read | Review | Withdrawal | Decision


@dataclass
class NaiveLedger:
    """Entries with the moments of their recording, in the order in which they came."""

    entries: list[tuple[str, Entry]] = field(default_factory=list)

    def record(self, moment: str, *entries: Entry) -> None:
        self.entries += [(moment, entry) for entry in entries]

    def known(self, moment: str | None = None) -> Belief:
        return Belief([row for row in self.entries if moment is None or row[0] <= moment])


@dataclass
class Belief:
    """What follows from some entries, each time worked out anew."""

    entries: Sequence[tuple[str, Entry]]

    def _of(self, kind: type) -> list[tuple[str, Entry]]:
        return [(moment, entry) for moment, entry in self.entries if isinstance(entry, kind)]

    def has_read(self, read: Read) -> bool:
        """Whether this was read before: then it adds nothing but a place."""
        return any(
            (read.stands_for, read.extractor) == (other.stands_for, other.extractor)
            for _, other in self._of(Read)
        )

    def readings(self) -> list[tuple[str, Read]]:
        """The readings, without those that had been made before."""
        found: dict[object, tuple[str, Read]] = {}
        for moment, read in self._of(Read):
            found.setdefault((read.stands_for, read.extractor), (moment, read))
        return list(found.values())

    def decisions(self) -> list[Decision]:
        return [replace(entry, recorded_at=moment) for moment, entry in self._of(Decision)]

    def withdrawals(self) -> list[Withdrawal]:
        return [replace(entry, recorded_at=moment) for moment, entry in self._of(Withdrawal)]

    def reviews(self) -> list[Review]:
        return [
            replace(entry, recorded_at=moment, replacement=self._as_told(entry))
            for moment, entry in self._of(Review)
        ]

    def _as_told(self, review: Review) -> Claim | None:
        return self._shown(review.replacement) if review.replacement else None

    def places(self, document: str) -> list[tuple[str, str, str]]:
        """Where a document was met, the place by which it is shown first."""
        met = [read.document for _, read in self._of(Read) if read.document.id == document]
        return sorted({(one.uri, one.language, one.date or "") for one in met})

    def documents(self) -> list[Document]:
        texts = {read.document.id: read.document.text for _, read in self._of(Read)}
        return [
            Document(texts[id_], uri, language, date or None)
            for id_ in sorted(texts)
            for uri, language, date in self.places(id_)[:1]
        ]

    def sources(self) -> dict[str, Provenance]:
        first = {read.document.id: moment for moment, read in reversed(self._of(Read))}
        return {
            one.id: Provenance(one.uri, one.language, one.date, first[one.id])
            for one in self.documents()
        }

    def withdrawn(self) -> set[str]:
        last = {entry.document: entry.verdict for _, entry in self._of(Withdrawal)}
        return {document for document, verdict in last.items() if verdict == "withdraw"}

    def newest(self) -> list[Read]:
        """The readings that no later one stands in for, of documents that count."""
        last = {read.stands_for: read for _, read in self.readings()}
        return [read for read in last.values() if read.document.id not in self.withdrawn()]

    def counting(self) -> list[Claim]:
        """The claims of the newest readings, whatever readers made of them."""
        told = [
            (number, claim)
            for number, (_, read) in enumerate(self.readings())
            if read in self.newest()
            for claim in {claim.id: claim for claim in read.claims}.values()
        ]
        return [self._shown(claim) for _, claim in sorted(told, key=lambda row: _order(*row))]

    def _shown(self, claim: Claim) -> Claim:
        uri = self.places(claim.source.document)[0][0]
        return replace(claim, source=replace(claim.source, uri=uri))

    def holding(self) -> dict[str, Review]:
        """The review that holds of each claim."""
        last = {review.claim: review for review in self.reviews()}
        return {claim: review for claim, review in last.items() if review.verdict != "undo"}

    def claims(
        self, about: Collection[str] = (), kinds: Collection[str] | None = None
    ) -> list[Claim]:
        """The claims in force on all of `about`, of `kinds` alone where these are given."""
        counting, holding = self.counting(), self.holding()
        kept = [c for c in counting if not _retired(holding.get(c.id))]
        ids = {claim.id for claim in counting}
        kept += [
            review.replacement
            for review in self.reviews()
            if review.replacement and review.claim in ids and holding.get(review.claim) == review
        ]
        about_them = [claim for claim in kept if set(about) <= parties(claim)]
        of_kinds = [claim for claim in about_them if kinds is None or claim.kind in kinds]
        return sorted(of_kinds, key=lambda claim: _order(0, claim))

    def evidence(self, pair: tuple[str, str], alone: Collection[str]) -> Evidence:
        """What bears on a pair, and what is told of either of them in claims of some kinds."""
        counting, holding = self.counting(), self.holding()

        def bears(claim: Claim) -> bool:
            about = parties(claim)
            return set(pair) <= about or bool(claim.kind in alone and about & set(pair))

        told = [claim for claim in self.claims() if bears(claim)]
        bearing = [claim for claim in counting if bears(claim)]
        retired = [claim for claim in bearing if _retired(holding.get(claim.id))]
        ids = {claim.id for claim in bearing}
        from_ = {claim.source.document for claim in told + retired}
        return Evidence(
            claims=_once(told),
            decisions=self.decisions(),
            reviews=[review for review in self.reviews() if review.claim in ids],
            sources={id_: place for id_, place in self.sources().items() if id_ in from_},
            retired=_once(retired),
        )

    def standing(self, claim: str) -> str:
        """How a claim that was ever told stands."""
        reads = [r for _, r in self.readings() if claim in {told.id for told in r.claims}]
        if reads[0].document.id in self.withdrawn():
            return "withdrawn"
        if not any(read in self.newest() for read in reads):
            return "reread"
        holds = self.holding().get(claim)
        named = {"reject": "rejected", "correct": "corrected"}
        return named.get(holds.verdict, "current") if holds else "current"

    def told(self) -> dict[str, str]:
        """Every claim that was ever told, with the document that tells it."""
        return {claim.id: read.document.id for _, read in self.readings() for claim in read.claims}


def _retired(review: Review | None) -> bool:
    return review is not None and review.verdict in ("reject", "correct")


def _order(number: int, claim: Claim) -> tuple[str, str, int]:
    return claim.id, claim.extractor, number


def _once(told: Collection[Claim]) -> list[Claim]:
    return list({(claim.id, claim.extractor): claim for claim in told}.values())
