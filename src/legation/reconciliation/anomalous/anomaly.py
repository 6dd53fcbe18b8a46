"""Anomaly: facts that do not go together, reported with the rule that says so."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from legation.model.facts import Fact


@dataclass(frozen=True, slots=True)
class Anomaly:
    """What does not go together: the rule, the facts, and what is known beside them.

    `known` holds what the facts are held against where it is no other fact: a state and its years.
    """

    rule: str
    facts: tuple[Fact, ...]
    known: Mapping[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The rule and a hash of the facts: the same facts are the same anomaly everywhere."""
        told = "\n".join([*sorted(fact.id for fact in self.facts), str(self.known.get("state"))])
        return f"{self.rule}/{hashlib.sha256(told.encode()).hexdigest()[:12]}"

    def to_json(self) -> dict[str, Any]:
        """The anomaly as a JSON object, its facts with the claims and the words behind them."""
        return {
            "id": self.id,
            "rule": self.rule,
            "known": dict(self.known),
            "facts": [
                fact.to_json() | {"claims": [claim.to_json() for claim in fact.claims]}
                for fact in self.facts
            ],
        }
