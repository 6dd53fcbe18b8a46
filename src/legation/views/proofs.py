"""Proofs: a finding, a fact or a claim as a tree of what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from legation.ledger import Held
from legation.model.claims import Claim
from legation.model.facts import Fact
from legation.model.preferences import REASONS, Preferred
from legation.reconciliation import Finding, rules
from legation.views.dates_in_words import date_in_words
from legation.views.naming import details_in_words, kind_in_words, parties_in_words

Step = Literal["finding", "anomaly", "rule", "fact", "claim", "against", "reading", "standing"]


@dataclass(frozen=True, slots=True)
class Proof:
    """One step of a proof: what it is, in words and as data, and what it rests on."""

    step: Step
    says: str
    told: Mapping[str, Any] = field(default_factory=dict)
    below: tuple[Proof, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The proof as a JSON object."""
        return {
            "step": self.step,
            "says": self.says,
            **self.told,
            "below": [each.to_json() for each in self.below],
        }


def proof_of_finding(finding: Finding) -> Proof:
    """The proof of a finding: its rules in order, its facts with their claims, what disagrees.

    >>> proof_of_finding(Finding({}, "unknown", id="IRQ-BLR@2012-06-01/relations")).says
    'unknown'
    """
    said = [finding.value.replace("_", " ")]
    said += [str(finding.certainty)] if finding.certainty else []
    said += [f"since {date_in_words(finding.since)}"] if finding.since else []
    said += [f"until {date_in_words(finding.until)}"] if finding.until else []
    said += [f"last evidence {finding.evidence_age} days before"] if finding.evidence_age else []
    said += [f"or {value.replace('_', ' ')}" for value in finding.alternatives]
    here = {fact.id for fact in finding.facts}
    return Proof(
        "finding",
        ", ".join(said),
        finding.to_json(),
        (
            *proof_by_rules(finding.rules),
            *(proof_of_fact(fact) for fact in finding.facts),
            *(proof_of_fact(fact, "against") for fact in finding.against if fact.id not in here),
        ),
    )


def proof_of_fact(fact: Fact, step: Step = "fact") -> Proof:
    """The proof of a fact: its preferred date with the reason, its claims, and what disagrees."""
    first = fact.claims[0]
    when = fact.preferences.get("when") or Preferred(fact.when)
    said = [f"{kind_in_words(first)}: {parties_in_words(first)}"]
    said += [details for claim in fact.claims[:1] if (details := details_in_words(claim))]
    dated = f"{date_in_words(fact.when)} ({REASONS[when.reason]})" if fact.when else "undated"
    standing = [] if fact.standing.status == "agreed" else [fact.standing.status]
    told = {name: value for name, value in fact.to_json().items() if name != "claims"}
    return Proof(
        step,
        "; ".join([", ".join(said), dated, fact.attestations.in_words, *standing]),
        told,
        (
            *proof_by_rules(fact.rules),
            *(proof_of_claim(claim) for claim in fact.claims),
            *(proof_of_claim(claim, "against") for claim in fact.disputed),
        ),
    )


def proof_of_claim(claim: Claim, step: Step = "claim") -> Proof:
    """A claim with its words, where they stand, and how sure the reading of them is."""
    when = f" ({date_in_words(claim.when)}, {claim.when_basis})" if claim.when else " (undated)"
    says = f"{kind_in_words(claim)}: {parties_in_words(claim)}{when}"
    return Proof(step, says, claim.to_json())


def proof_by_rules(names: Iterable[str]) -> tuple[Proof, ...]:
    """Rules in the order in which they led there, each with its sentence and its sources."""
    known = rules()
    return tuple(
        Proof("rule", known[name].holds, known[name].to_json()) for name in dict.fromkeys(names)
    )


def proof_of_held(held: Held, facts: Sequence[Fact]) -> Proof:
    """A claim of the ledger with its words, its reading, how it stands, and the facts it bears."""
    claim = proof_of_claim(held.claim)
    reading = Proof(
        "reading",
        f"read by {held.extractor}, recorded {held.recorded_at}",
        {"extractor": held.extractor, "recorded_at": held.recorded_at},
    )
    bears = (
        proof_of_fact(fact, "fact" if held.claim.id in _ids(fact.claims) else "against")
        for fact in facts
    )
    return Proof("claim", claim.says, claim.told, (reading, _standing(held), *bears))


def _standing(held: Held) -> Proof:
    """How a claim stands, by whose verdict, and what stands in whose place."""
    review = held.review
    right = review.replacement.id if review and review.replacement else None
    says = held.standing + (f" by {review.by}: {review.reason}" if review else "")
    if review and held.corrects and held.standing == "current":
        says = f"put in the place of {held.corrects} by {review.by}: {review.reason}"
    elif held.standing == "corrected":
        says += f"; {right} stands in its place"
    return Proof(
        "standing",
        says,
        {
            "standing": held.standing,
            "by": review.by if review else None,
            "reason": review.reason if review else None,
            "verdict": review.verdict if review else None,
            "corrects": held.corrects,
            "replacement": right,
        },
    )


def _ids(claims: Iterable[Claim]) -> set[str]:
    return {claim.id for claim in claims}
