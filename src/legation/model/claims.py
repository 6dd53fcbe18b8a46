"""Claim: what one document says, once, with its words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from legation.model.sealed import Sealed
from legation.model.spans import Span

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode

HAND = "hand"
"""What stands before the @ of an extractor that is a person."""

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
class Claim(Sealed):
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
    _id: str = field(default="", init=False, repr=False, compare=False)

    @classmethod
    def kept(cls, id_: str, read: Callable[[], Mapping[str, Any]]) -> Claim:
        """The claim of an id whose JSON object `read` gives; it is read when it is looked into.

        >>> told = Claim("war", {}, Source("sha256:0", "a.txt", "en", 0, 4, "Oslo"))
        >>> Claim.kept(told.id, told.to_json) == told
        True
        """
        claim = object.__new__(cls)
        object.__setattr__(claim, "_id", id_)
        object.__setattr__(claim, "_rest", lambda: _fields(read()))
        return claim

    @property
    def id(self) -> str:
        """A hash of the content: the same on every machine, whatever extracted it."""
        if not self._id:
            object.__setattr__(self, "_id", self._hash())
        return self._id

    def _hash(self) -> str:
        said = (self.source.document, self.source.start, self.source.end, self.kind, self.roles)
        how = (self.when, self.polarity, self.modality)
        return hashlib.sha256(_CANONICAL([said, how]).encode()).hexdigest()[:24]

    @property
    def author(self) -> str:
        """The person who entered the claim, or corrected it; empty where no person did."""
        name, _, author = self.extractor.partition("@")
        return author if name == HAND else ""

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
    def from_json(cls, row: Mapping[str, Any], known_id: str = "") -> Claim:
        """The claim that `to_json` wrote.

        `known_id` is its id where a keeper of claims computed it before; otherwise it is computed
        when it is asked for, whatever the row says.
        """
        claim = cls(**_fields(row))
        object.__setattr__(claim, "_id", known_id)
        return claim


def _fields(row: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a claim, as its JSON object gives them."""
    told = row["source"]
    source = Source(
        told["document"],
        told["uri"],
        told["language"],
        told["start"],
        told["end"],
        told["quote"],
        {role: Span(start, end) for role, (start, end) in told.get("spans", {}).items()},
    )
    return {
        "kind": row["kind"],
        "roles": row["roles"],
        "source": source,
        "when": row.get("when"),
        "when_basis": row.get("when_basis"),
        "polarity": row.get("polarity", "affirmed"),
        "modality": row.get("modality", "asserted"),
        "confidence": row.get("confidence", 1.0),
        "extractor": row.get("extractor", "rules"),
    }
