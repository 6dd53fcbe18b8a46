"""Claims of the same thing become one fact; disagreement stays, with all who disagree.

Only what is asserted becomes a fact; what is alleged or planned does not.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
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
from legation.reconciliation.threads import threads


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
    return superseded(marked(_settled(made, shop), shop.weighing))


def _settled(made: Sequence[Fact], shop: Workshop) -> list[Fact]:
    """The facts with those in dispute made one, in the place of the one that is preferred."""
    place = {fact.claims[0].id: number for number, fact in enumerate(made)}
    threaded = threads(made)
    on_a_thread = {id(fact) for group in threaded.values() for fact in group}
    found = [fact for fact in made if id(fact) not in on_a_thread]
    for thread, group in threaded.items():
        found += settle(thread, group, shop.weighing)
    return sorted(found, key=lambda fact: place[fact.claims[0].id])
