"""A fact from claims of one thing: its date, its roles, who attests it, what is in dispute."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from legation.model.attestations import Attestations, Voice
from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.model.facts import Fact
from legation.model.preferences import Preferred
from legation.model.standings import AGREED, Standing
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.clusters import Cluster
from legation.reconciliation.dates_preferred import dating_of
from legation.reconciliation.decided import Decided
from legation.reconciliation.preferring import RULES
from legation.reconciliation.roles_preferred import roles_of
from legation.reconciliation.rules import rule
from legation.reconciliation.weighing import Weighing


@dataclass(frozen=True, slots=True)
class Workshop:
    """What it takes to make facts of claims: who is who, and what weighs."""

    who: Decided
    weighing: Weighing

    @classmethod
    def of(cls, evidence: Evidence, who: Decided, clusters: Sequence[Cluster] = ()) -> Workshop:
        """The workshop for some evidence, of which `clusters` are the claims of each thing."""
        return cls(who, Weighing(evidence, clusters))


def make(claims: Sequence[Claim], shop: Workshop) -> Fact:
    """The fact that claims of one thing, at least one, come to; they stand in order of date."""
    first = claims[0]
    if len(claims) == 1:
        return _of_one(first, shop)
    dating = dating_of(claims, shop.weighing)
    roles, preferences = roles_of(claims, shop.who, shop.weighing)
    if dating.preferred.alternatives:
        preferences["when"] = dating.preferred
    agreeing = [claim for claim in claims if claim.id not in dating.against]
    return Fact(
        kind=first.kind,
        roles=roles,
        when=dating.preferred.value,
        polarity=first.polarity,
        claims=tuple(agreeing),
        disputed=tuple(claim for claim in claims if claim.id in dating.against),
        rules=(*dating.rules, *_rules_used(claims, preferences)),
        preferences=preferences,
        attestations=shop.weighing.attestations(agreeing),
        standing=sources_differ_on_a_value(preferences),
    )


def _of_one(claim: Claim, shop: Workshop) -> Fact:
    """The fact that a single claim makes: most are such, and nothing is to be weighed."""
    voice = Voice((claim.id,), (claim.source.document,))
    return Fact(
        kind=claim.kind,
        roles=dict(sorted(shop.who.roles(claim).items())),
        when=claim.when,
        polarity=claim.polarity,
        claims=(claim,),
        attestations=Attestations((voice,)),
    )


@rule("sources-differ-on-a-value", INFERENCE)
def sources_differ_on_a_value(preferences: dict[str, Preferred]) -> Standing:
    """Claims of one thing that give it ends, figures, a type or an author that cannot all be right
    are in dispute: one value is preferred, and all stay."""
    contrary = [other for one in preferences.values() for other in one.alternatives]
    causes = sorted({id_ for other in contrary if other.disputed for id_ in other.claims})
    return Standing("disputed", "sources-differ-on-a-value", tuple(causes)) if causes else AGREED


def _rules_used(claims: Collection[Claim], preferences: dict[str, Preferred]) -> list[str]:
    used = [RULES[one.reason] for name, one in sorted(preferences.items()) if name != "when"]
    dates = {claim.when for claim in claims}
    if None in dates and len(dates) > 1:
        used.append("undated-joins-the-only-dated")
    return list(dict.fromkeys(used))
