"""Claims of the same thing become one fact; disagreement stays, with all who disagree.

Only what is asserted becomes a fact; what is alleged or planned does not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.model.facts import Fact
from legation.reconciliation.clusters import clusters
from legation.reconciliation.contradictions import marked
from legation.reconciliation.corrected import corrected_facts
from legation.reconciliation.decided import Decided, decided
from legation.reconciliation.disputes import settle
from legation.reconciliation.editions import Correction, Editions
from legation.reconciliation.making import Workshop, make
from legation.reconciliation.superseding import superseded
from legation.reconciliation.threads import Thread, threads


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The facts that count, and those that no longer do, each with how it stands."""

    facts: tuple[Fact, ...]
    corrected: tuple[Fact, ...]


def facts(evidence: Evidence) -> list[Fact]:
    """The facts that the asserted claims of `evidence` come to, in a fixed order.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> year, month = (Claim("visit", {"from": "NOR", "to": "SWE"}, source, when=when)
    ...     for when in ("2010", "2010-07"))
    >>> [(fact.when, len(fact.claims)) for fact in facts(Evidence([year, month]))]
    [('2010-07', 2)]
    """
    return _known(evidence)[0]


def reconcile(evidence: Evidence) -> Reconciled:
    """The facts that `evidence` comes to, and those that readers or newer editions corrected.

    >>> reconcile(Evidence([])).corrected
    ()
    """
    known, corrections = _known(evidence)
    return Reconciled(tuple(known), tuple(corrected_facts(evidence, corrections, known)))


def _known(evidence: Evidence) -> tuple[list[Fact], list[Correction]]:
    """The facts, once every claim that a newer edition of its source corrects is left out."""
    who, editions = decided(evidence.decisions), Editions(evidence)
    claims: Collection[Claim] = evidence.claims
    corrections: list[Correction] = []
    while True:
        found = _facts_of(replace(evidence, claims=claims), who)
        outdated = editions.corrections(found)
        if not outdated:
            return found, corrections
        corrections += outdated
        gone = {one.claim.id for one in outdated}
        claims = [claim for claim in claims if claim.id not in gone]


def _facts_of(evidence: Evidence, who: Decided) -> list[Fact]:
    together = clusters(evidence.claims, who)
    shop = Workshop.of(evidence, who, together)
    made = [make(cluster.claims, shop) for cluster in together]
    threaded = threads(made)
    settled = {
        thread: settle(thread, group, shop.weighing)
        for thread, group in threaded.items()
        if len(group) > 1
    }
    known = marked(_in_place(made, threaded, settled), settled, shop.weighing)
    return superseded(known, settled)


def _in_place(
    made: Sequence[Fact], before: Mapping[Thread, list[Fact]], after: Mapping[Thread, list[Fact]]
) -> list[Fact]:
    """The facts with those in dispute made one, in the place of the one that is preferred."""
    settled = {id(fact) for thread in after for fact in before[thread]}
    found = {fact.claims[0].id: fact for group in after.values() for fact in group}
    standing = (fact if id(fact) not in settled else found.get(fact.claims[0].id) for fact in made)
    return [fact for fact in standing if fact is not None]
