"""Claim: what one document says, once, with its words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from legation.model.spans import Span

RoleValue = Any
"""A code of a state or organisation, a list of them, or {"name", "text", "id"} for a thing."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim's words stand: `quote` is the document's own text at [start:end]."""

    document: str
    uri: str
    language: str
    start: int
    end: int
    quote: str
    spans: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a document says about the relations of states.

    `when` is EDTF or None; `when_basis` is stated, carried, anchored or document, and None
    where there is no date; `polarity` affirmed or denied; `modality` asserted, alleged or planned.
    """

    kind: str
    roles: Mapping[str, RoleValue]
    source: Source
    when: str | None = None
    when_basis: str | None = None
    polarity: str = "affirmed"
    modality: str = "asserted"
    confidence: float = 1.0
    extractor: str = "rules"

    @property
    def id(self) -> str:
        """A hash of the content: the same on every machine, whatever extracted it."""
        said = (self.source.document, self.source.start, self.source.end, self.kind, self.roles)
        how = (self.when, self.polarity, self.modality)
        canonical = json.dumps([said, how], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(canonical.encode()).hexdigest()[:24]

    def to_json(self) -> dict[str, Any]:
        """The claim as the JSON object of the claim contract."""
        source = {
            "document": self.source.document,
            "uri": self.source.uri,
            "language": self.source.language,
            "start": self.source.start,
            "end": self.source.end,
            "quote": self.source.quote,
            "spans": {role: [s.start, s.end] for role, s in sorted(self.source.spans.items())},
        }
        return {
            "id": self.id,
            "kind": self.kind,
            "roles": dict(self.roles),
            "when": self.when,
            "when_basis": self.when_basis,
            "polarity": self.polarity,
            "modality": self.modality,
            "confidence": round(self.confidence, 3),
            "extractor": self.extractor,
            "source": source,
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Claim:
        """The claim that `to_json` wrote."""
        source = dict(row["source"])
        source["spans"] = {role: Span(*ends) for role, ends in source.get("spans", {}).items()}
        return cls(
            kind=row["kind"],
            roles=row["roles"],
            source=Source(**source),
            when=row.get("when"),
            when_basis=row.get("when_basis"),
            polarity=row.get("polarity", "affirmed"),
            modality=row.get("modality", "asserted"),
            confidence=row.get("confidence", 1.0),
            extractor=row.get("extractor", "rules"),
        )
