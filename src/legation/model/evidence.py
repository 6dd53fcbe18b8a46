"""Evidence: all that an answer may rest on, as the ledger knew it at one time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from legation.model.claims import Claim
from legation.model.decisions import Decision
from legation.model.reviews import Review


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document came from: its uri, its language, its own date, and when it was recorded.

    `date` is EDTF, or None where the document bears none; `recorded_at` is as the ledger writes
    moments, and empty for what stands in no ledger.
    """

    uri: str
    language: str
    date: str | None = None
    recorded_at: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The claims that hold, with what readers decided of them and where their documents are from.

    `claims` are those in force: the newest reading of each document, without what a reader
    rejected, with the replacements of what a reader corrected; `retired` are the rejected and the
    corrected ones themselves. `decisions` and `reviews` stand in the order of their recording;
    `sources` tells of documents by their ids, and `ranks` how far the asker trusts each of them:
    1 before 2, and both before those that have none. All that rests on evidence is a pure
    function of it, and the order of the claims means nothing.

    >>> Evidence([]).sources
    {}
    """

    claims: Collection[Claim]
    decisions: Collection[Decision] = ()
    reviews: Collection[Review] = ()
    sources: Mapping[str, Provenance] = field(default_factory=dict)
    ranks: Mapping[str, int] = field(default_factory=dict)
    retired: Collection[Claim] = ()
