"""Anomalies: facts that do not go together, of two parties or of all; reported, never repaired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.model.facts import Fact
from legation.model.parties import pairs
from legation.reconciliation.anomalous.anomaly import Anomaly
from legation.reconciliation.anomalous.changes import of_missions, of_relations
from legation.reconciliation.anomalous.lifetimes import of_lifetimes
from legation.reconciliation.anomalous.posts import of_posts
from legation.reconciliation.facts import facts


def anomalies(evidence: Evidence) -> list[Anomaly]:
    """The anomalies among the facts of each pair that the evidence tells of, in a fixed order.

    What one pair's facts are does not depend on the others'.

    >>> anomalies(Evidence([]))
    []
    """
    told: dict[tuple[str, str], list[Claim]] = {}
    for claim in evidence.claims:
        for pair in pairs(claim):
            told.setdefault(pair, []).append(claim)
    found = {
        anomaly.id: anomaly
        for _, claims in sorted(told.items())
        for anomaly in _of_pair(facts(replace(evidence, claims=claims)))
    }
    return list(found.values())


def _of_pair(known: Sequence[Fact]) -> Iterator[Anomaly]:
    yield from of_relations(known)
    yield from of_missions(known)
    yield from of_posts(known)
    yield from of_lifetimes(known)
