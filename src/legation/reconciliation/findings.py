"""A finding: one line of the state of a relation, which explains itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from legation.model.claims import Claim
from legation.reconciliation.verdicts import Certainty, Verdict

_DAYS_A_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Finding:
    """What is so on a day, of whom, how sure, since when, by which rules, from which claims.

    `subject` tells whose line it is, as the state gives it: sender, host, kind and the like;
    `certainty` is None only for a value that is unknown.
    """

    subject: Mapping[str, Any]
    value: str
    certainty: Certainty | None = None
    since: str | None = None
    until: str | None = None
    evidence_age: int | None = None
    rules: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputed: tuple[Claim, ...] = ()
    alternatives: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The finding as the JSON object of the contract; claims by their ids.

        >>> Finding({}, "unknown").to_json()["value"]
        'unknown'
        """
        return {
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
        claims=verdict.claims,
        disputed=verdict.disputed,
        alternatives=verdict.alternatives,
    )


def age_in_words(days: int | None) -> dict[str, float] | None:
    """An age in days and in years, to a tenth; None where there is none.

    >>> age_in_words(518)
    {'days': 518, 'years': 1.4}
    """
    return None if days is None else {"days": days, "years": round(days / _DAYS_A_YEAR, 1)}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the relation of `a` and `b`, on a day."""

    a: str
    b: str
    on: date

    @property
    def pair(self) -> frozenset[str]:
        """The two parties, in no order."""
        return frozenset((self.a, self.b))
