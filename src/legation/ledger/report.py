"""What became of the documents that were to be ingested: nothing is lost between the lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from legation.model.claims import Claim


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that was not read: its code and the reason, as its error told them."""

    uri: str
    code: str
    reason: str


@dataclass(slots=True)
class Report:
    """Documents in = read + unchanged + refused; claims counted by kind and by language.

    `passed_over` are files of folders that no reader takes; they are no documents. `withdrawn` are
    those read or unchanged that count for nothing, because they were withdrawn before.

    >>> Report(documents=2, read=1, refused=[Refusal("a", "LG-I001", "empty")]).balances
    True
    """

    documents: int = 0
    read: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    refused: list[Refusal] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    ungrounded: int = 0
    unread: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)
    by_language: Counter[str] = field(default_factory=Counter)

    @property
    def balances(self) -> bool:
        """Whether every document is accounted for."""
        return self.documents == self.read + self.unchanged + len(self.refused)

    @property
    def claims(self) -> int:
        """How many claims were recorded."""
        return self.by_kind.total()

    def count(self, claims: Iterable[Claim]) -> None:
        """Count claims that were recorded."""
        for claim in claims:
            self.by_kind[claim.kind] += 1
            self.by_language[claim.source.language] += 1

    def to_json(self) -> dict[str, Any]:
        """The report as one JSON object, its counts in alphabetical order."""
        return {
            "documents": {
                "in": self.documents,
                "read": self.read,
                "unchanged": self.unchanged,
                "refused": len(self.refused),
            },
            "balances": self.balances,
            "withdrawn": self.withdrawn,
            "passed_over": len(self.passed_over),
            "claims": {
                "recorded": self.claims,
                "by_kind": dict(sorted(self.by_kind.items())),
                "by_language": dict(sorted(self.by_language.items())),
                "dropped_ungrounded": self.ungrounded,
                "dropped_in_other_language": self.unread,
            },
            "refusals": [{"uri": r.uri, "code": r.code, "reason": r.reason} for r in self.refused],
            "notes": self.notes,
        }
