"""Entries: what goes into a ledger at once, a document with what was taken from it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from legation.model.claims import Claim
from legation.model.documents import Document

Outcome = Literal["read", "unchanged"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with all claims that one extractor took from it.

    >>> Entry(Document("Oslo", "a.txt", "en"), ()).extractor
    'rules'
    """

    document: Document
    claims: Collection[Claim]
    extractor: str = ""

    def __post_init__(self) -> None:
        """Take the extractor's name from the claims where it is not given."""
        name = next((claim.extractor for claim in self.claims), "rules")
        object.__setattr__(self, "extractor", self.extractor or name)
