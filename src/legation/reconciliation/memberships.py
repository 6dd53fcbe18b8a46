"""Memberships of one party: what it is a member of does not hang on whom it is asked with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.model.facts import Fact
from legation.model.kinds import kinds_on
from legation.model.parties import codes
from legation.reconciliation.facts import facts
from legation.reconciliation.presents import Presents, presents
from legation.reconciliation.timeline import Timeline, timeline


@dataclass(frozen=True, slots=True)
class Membership:
    """The line of one membership, and the same without what is told without a date, to be had."""

    whole: Callable[[], Timeline]
    dated: Callable[[], Timeline]


@dataclass(frozen=True, slots=True)
class Memberships:
    """The memberships of a party by the organisation, and the presents of those who tell of them.

    `size` tells of how many claims they come.
    """

    held: Mapping[str, Membership] = field(default_factory=dict)
    presents: Presents = field(default_factory=dict)
    size: int = 0


NONE = Memberships()


def memberships(evidence: Evidence, member: str) -> Memberships:
    """The memberships of a party, of which `evidence` tells; claims on others mean nothing.

    >>> memberships(Evidence([]), "IRQ") == NONE
    True
    """
    own = list({claim.id: claim for claim in evidence.claims if _is_of(claim, member)}.values())
    spoken = presents(own, evidence.sources)
    lines: dict[str, list[Fact]] = {}
    for fact in facts(replace(evidence, claims=own, retired=())):
        lines.setdefault(_first(fact.roles.get("organisation")), []).append(fact)
    held = {name: _drawn(group, spoken) for name, group in sorted(lines.items()) if name}
    return Memberships(held, spoken, len(own))


def _drawn(group: Sequence[Fact], spoken: Presents) -> Membership:
    dated = [fact for fact in group if fact.when]
    return Membership(
        cache(lambda: timeline(group, spoken)), cache(lambda: timeline(dated, spoken))
    )


def _is_of(claim: Claim, member: str) -> bool:
    return claim.kind in kinds_on("membership") and _first(claim.roles.get("member")) == member


def _first(value: object) -> str:
    """The code of a party in a role; empty where there is none."""
    return next(codes(value), "")
