"""A finding: one line of the state of a relation, which explains itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from legation.model.claims import Claim
from legation.model.facts import Fact
from legation.reconciliation.verdicts import UNKNOWN, Certainty, Verdict

_DAYS_A_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Finding:
    """What is so on a day, of whom, how sure, since when, by which rules, from which facts.

    `subject` tells whose line it is, as the state gives it: sender, host, kind and the like;
    `certainty` is None only for a value that is unknown; `against` are the facts that say
    otherwise. `id` is given by the state, and names the finding for good.
    """

    subject: Mapping[str, Any]
    value: str
    certainty: Certainty | None = None
    since: str | None = None
    until: str | None = None
    evidence_age: int | None = None
    rules: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    against: tuple[Fact, ...] = ()
    alternatives: tuple[str, ...] = ()
    id: str = ""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that led to the value, each once, in a fixed order."""
        return _once(claim for fact in self.facts for claim in fact.claims)

    @property
    def disputed(self) -> tuple[Claim, ...]:
        """The claims that say otherwise."""
        here = {claim.id for claim in self.claims}
        others = [claim for fact in self.facts for claim in fact.disputed]
        others += [claim for fact in self.against for claim in fact.claims]
        return tuple(claim for claim in _once(others) if claim.id not in here)

    def to_json(self) -> dict[str, Any]:
        """The finding as the JSON object of the contract; claims by their ids.

        >>> Finding({}, "unknown").to_json()["value"]
        'unknown'
        """
        return {
            "id": self.id,
            **self.subject,
            "value": self.value,
            "certainty": self.certainty,
            "since": self.since,
            "until": self.until,
            "evidence_age": age_in_words(self.evidence_age),
            "rules": list(dict.fromkeys(self.rules)),
            "claims": [claim.id for claim in self.claims],
            "disputed": [claim.id for claim in self.disputed],
            "alternatives": list(self.alternatives),
        }


def finding_of(verdict: Verdict, subject: Mapping[str, Any]) -> Finding:
    """The finding that a verdict on `subject` gives."""
    return Finding(
        subject=subject,
        value=verdict.value,
        certainty=verdict.certainty,
        since=verdict.since,
        until=verdict.until,
        evidence_age=verdict.evidence_age,
        rules=verdict.rules,
        facts=verdict.facts,
        against=verdict.contradicting,
        alternatives=verdict.alternatives,
    )


def without_value(finding: Finding, name: str) -> Finding:
    """The finding as the rule called `name` leaves it: nothing is known on the day."""
    return replace(
        finding,
        value=UNKNOWN,
        certainty=None,
        since=None,
        until=None,
        rules=(*finding.rules, name),
        alternatives=(),
    )


def facts_once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts, each once, in the order in which they come."""
    return tuple({fact.id: fact for fact in facts}.values())


def age_in_words(days: int | None) -> dict[str, float] | None:
    """An age in days and in years, to a tenth; None where there is none.

    >>> age_in_words(518)
    {'days': 518, 'years': 1.4}
    """
    return None if days is None else {"days": days, "years": round(days / _DAYS_A_YEAR, 1)}


def _once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    found = {claim.id: claim for claim in claims}
    return tuple(found[id_] for id_ in sorted(found))
