"""Which of several values of one thing is preferred, and the declared reasons for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

Reason = Literal["unanimous", "reviewed", "precision", "independent", "rank", "recency", "earliest"]

REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        "unanimous": "nobody says otherwise",
        "reviewed": "a reader accepted it, or corrected it to this",
        "precision": "the finest of those that agree",
        "independent": "more independent sources say it",
        "rank": "the asker's ranks put its source first",
        "recency": "the newest document says it",
        "earliest": "nothing else tells them apart: the earliest",
    }
)
"""The reasons in the order in which they are asked, with what each means."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A value that was not preferred, and the ids of the claims that give it.

    `disputed`: it cannot be right together with the preferred one; otherwise it is the same,
    told more coarsely or in other words.
    """

    value: Any
    claims: tuple[str, ...]
    disputed: bool = False

    def to_json(self) -> dict[str, Any]:
        """The alternative as a JSON object."""
        return {"value": self.value, "claims": list(self.claims), "disputed": self.disputed}


@dataclass(frozen=True, slots=True)
class Preferred:
    """The value of a date or of a role, the reason that set it above the others, and those."""

    value: Any
    reason: Reason = "unanimous"
    alternatives: tuple[Alternative, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether another value cannot be right together with this one."""
        return any(other.disputed for other in self.alternatives)

    def to_json(self) -> dict[str, Any]:
        """The preference as a JSON object.

        >>> Preferred("2010-07", "precision").to_json()
        {'value': '2010-07', 'reason': 'precision', 'alternatives': []}
        """
        others = [other.to_json() for other in self.alternatives]
        return {"value": self.value, "reason": self.reason, "alternatives": others}
