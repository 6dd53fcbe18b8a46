"""What a line of time says of one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from legation.model.claims import Claim
from legation.model.facts import Fact

Certainty = Literal["certain", "possible", "presumed"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A value on a day, how sure it is, since when it holds, and what led there.

    `evidence_age` is the least number of days since the last evidence, where the value is
    carried forward from it; `alternatives` are other values that are possible on the day;
    `last` is the latest fact that the value itself rests on, where it does not rest on a later one.
    """

    value: str
    certainty: Certainty
    since: str | None
    until: str | None
    evidence_age: int | None
    rules: tuple[str, ...]
    facts: tuple[Fact, ...]
    contradicting: tuple[Fact, ...] = ()
    alternatives: tuple[str, ...] = ()
    holder: Fact | None = None
    last: Fact | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that led to the value, each once, in a fixed order."""
        return _once(claim for fact in self.facts for claim in fact.claims)

    @property
    def disputed(self) -> tuple[Claim, ...]:
        """The claims that say otherwise."""
        here = {claim.id for claim in self.claims}
        others = [claim for fact in self.facts for claim in fact.disputed]
        others += [claim for fact in self.contradicting for claim in fact.claims]
        return tuple(claim for claim in _once(others) if claim.id not in here)


def _once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    found = {claim.id: claim for claim in claims}
    return tuple(found[id_] for id_ in sorted(found))
