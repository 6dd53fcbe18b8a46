"""What is in dispute: each with its sides, their words, and which is preferred and why."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from legation.ledger import Ledger
from legation.model.claims import Claim
from legation.model.facts import Fact
from legation.model.preferences import REASONS, Reason
from legation.reconciliation import facts
from legation.views.ranks import Rank, ranked


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says, by the names of what differs, and the claims that say it."""

    values: dict[str, Any]
    claims: tuple[Claim, ...]

    def to_json(self) -> dict[str, Any]:
        """The side as a JSON object, its claims as those of the claim contract."""
        return {
            "values": self.values,
            "documents": sorted({claim.source.document for claim in self.claims}),
            "claims": [claim.to_json() for claim in self.claims],
        }


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing on which sources differ: the preferred side, the reason for it, and the others."""

    fact: Fact
    preferred: Side
    reason: Reason
    others: tuple[Side, ...]

    @property
    def id(self) -> str:
        """A hash of the ids of all claims that have a side in it."""
        sides = (self.preferred, *self.others)
        ids = sorted({claim.id for side in sides for claim in side.claims})
        return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:24]

    @property
    def differs(self) -> list[str]:
        """The date, the polarity or the roles that differ."""
        return sorted(self.preferred.values)

    def to_json(self) -> dict[str, Any]:
        """The conflict as a JSON object; the fact of the preferred side can be explained."""
        return {
            "id": self.id,
            "fact": self.fact.id,
            "kind": self.fact.kind,
            "roles": dict(self.fact.roles),
            "differs": self.differs,
            "rule": self.fact.standing.rule,
            "preferred": self.preferred.to_json(),
            "reason": self.reason,
            "because": REASONS[self.reason],
            "others": [side.to_json() for side in self.others],
        }


def conflicts(
    ledger: Ledger,
    a: str | None = None,
    b: str | None = None,
    as_of: str | None = None,
    ranks: Sequence[Rank] = (),
) -> Iterator[Conflict]:
    """What is in dispute of `a` and `b`, of `a` and all others, or of all, pair after pair.

    What is told of more than two parties comes once, with the first pair. Raises UsageError
    (LG-U003), LedgerError.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         list(conflicts(ledger))
    []
    """
    pairs = [(a, b)] if a and b else ledger.pairs(a, as_of)
    seen: set[str] = set()
    for pair in pairs:
        for conflict in in_dispute(facts(ranked(ledger.evidence(pair, as_of), ranks))):
            if conflict.id not in seen:
                seen.add(conflict.id)
                yield conflict


def in_dispute(known: Iterable[Fact]) -> list[Conflict]:
    """The conflicts among facts: one for each on which sources differ, under what is preferred.

    >>> in_dispute([])
    []
    """
    told = list(known)
    claims = {claim.id: claim for fact in told for claim in (*fact.claims, *fact.disputed)}
    return [one for fact in told if fact.differs and (one := _conflict(fact, claims))]


def ids_of(known: Collection[Fact]) -> set[str]:
    """The ids of facts, and of the conflicts that they are in: by these they are asked for.

    >>> ids_of([])
    set()
    """
    return {fact.id for fact in known} | {conflict.id for conflict in in_dispute(known)}


def _conflict(fact: Fact, claims: dict[str, Claim]) -> Conflict | None:
    """The conflict that a fact is in; None where the other fact of the two is preferred."""
    others: dict[tuple[str, ...], dict[str, Any]] = {}
    for name in fact.differs:
        for other in fact.preferences[name].alternatives:
            if other.disputed:
                others.setdefault(other.claims, {})[name] = other.value
    contrary = {id_ for ids in others for id_ in ids}
    own = [claim for claim in (*fact.claims, *fact.disputed) if claim.id not in contrary]
    if not own:
        return None
    values = {name: fact.preferences[name].value for name in fact.differs}
    return Conflict(
        fact=fact,
        preferred=Side(values, tuple(own)),
        reason=fact.preferences[fact.differs[0]].reason,
        others=tuple(Side(told, tuple(claims[id_] for id_ in ids)) for ids, told in others.items()),
    )
