"""What is told of two parties by itself: claims on both, the facts they come to, their lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.model.parties import parties
from legation.reconciliation.drawing import Lines
from legation.reconciliation.facts import reconcile
from legation.reconciliation.presents import Presents, presents
from legation.reconciliation.story import place_of_claim, place_of_fact


@dataclass(frozen=True, slots=True)
class Between:
    """The claims on two parties, those that readers retired, and the facts they come to.

    `claims` and `retired` stand in the order of time, `facts` in a fixed one; `story` are the
    facts, and those that no longer count, in the order of time. `unsettled` are the claims that
    are only planned or alleged; `presents` those of the documents, `lines` the lines of the facts.
    """

    claims: Sequence[Claim]
    retired: Sequence[Claim]
    facts: Sequence[Fact]
    story: Sequence[Fact]
    unsettled: Sequence[Claim]
    presents: Presents
    lines: Lines


def between(evidence: Evidence, a: str, b: str) -> Between:
    """What `evidence` tells of two parties; claims on others mean nothing.

    >>> list(between(Evidence([]), "IRQ", "BLR").story)
    []
    """
    own = replace(evidence, claims=_on(evidence.claims, a, b), retired=_on(evidence.retired, a, b))
    known = reconcile(own)
    lasting = [claim for claim in own.claims if _bears(claim)]
    spoken = presents(lasting, evidence.sources)
    unsettled = [claim for claim in lasting if claim.modality != "asserted"]
    return Between(
        claims=sorted(own.claims, key=place_of_claim),
        retired=sorted(own.retired, key=place_of_claim),
        facts=known.facts,
        story=sorted((*known.facts, *known.corrected), key=place_of_fact),
        unsettled=sorted(unsettled, key=lambda claim: claim.id),
        presents=spoken,
        lines=Lines(spoken),
    )


def _on(claims: Iterable[Claim], a: str, b: str) -> list[Claim]:
    """The claims of which both are parties, each once."""
    return list({claim.id: claim for claim in claims if {a, b} <= parties(claim)}.values())


def _bears(claim: Claim) -> bool:
    """Whether claims of this kind have an effect on the state of a relation."""
    kind = kinds().get(claim.kind)
    return kind is not None and kind.effect is not None
