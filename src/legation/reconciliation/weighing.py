"""What weighs for a value: readers' reviews, independent voices, the asker's ranks, dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from legation.model.attestations import Attestations
from legation.model.claims import Claim
from legation.model.edtf import is_edtf
from legation.model.evidence import Evidence
from legation.model.reviews import Review
from legation.reconciliation.clusters import Cluster
from legation.reconciliation.dating import LONG_AGO, days_of
from legation.reconciliation.retelling import Retellings
from legation.reconciliation.voices import attestations

UNRANKED = 1_000_000
"""Where a document stands of which the asker says nothing: after all the others."""


class Weighing:
    """Evidence made ready for weighing claims; what it takes long to know is asked for once."""

    def __init__(self, evidence: Evidence, clusters: Sequence[Cluster] = ()) -> None:
        self.evidence = evidence
        self.reviewed = reviewed(evidence.reviews)
        self._clusters = clusters

    @cached_property
    def _retellings(self) -> Retellings:
        return Retellings([cluster.claims for cluster in self._clusters])

    def attestations(self, claims: Sequence[Claim]) -> Attestations:
        """Who says what `claims` say, and how many of them independently."""
        return attestations(claims, lambda: self._retellings)

    def voices(self, claims: Sequence[Claim]) -> int:
        """How many independent sources say what `claims` say."""
        return self.attestations(claims).independent

    def has_reviewed(self, claims: Iterable[Claim]) -> bool:
        """Whether a reader accepted one of the claims, or corrected another to it."""
        return bool(self.reviewed) and any(claim.id in self.reviewed for claim in claims)

    def rank(self, claims: Iterable[Claim]) -> int:
        """The first of the ranks that the asker gives to the documents of `claims`."""
        ranks = self.evidence.ranks
        return min((ranks.get(c.source.document, UNRANKED) for c in claims), default=UNRANKED)

    def newest(self, claims: Iterable[Claim]) -> int:
        """The last day of the newest document of `claims`; LONG_AGO where none has a date."""
        return max((self._day(claim.source.document) for claim in claims), default=LONG_AGO)

    def _day(self, document: str) -> int:
        source = self.evidence.sources.get(document)
        dated = source is not None and source.date and is_edtf(source.date)
        return days_of(source.date).end_latest if source and source.date and dated else LONG_AGO


def reviewed(reviews: Collection[Review]) -> frozenset[str]:
    """The ids of the claims that readers accepted, or gave in place of others, and still do.

    >>> reviewed([Review("5f0c", "accept", "A. Reader", "seen"),
    ...     Review("5f0c", "undo", "A. Reader", "the wrong page")])
    frozenset()
    """
    last = {review.claim: review for review in reviews}
    accepted = {one.claim for one in last.values() if one.verdict == "accept"}
    return frozenset(accepted | {one.replacement.id for one in last.values() if one.replacement})
