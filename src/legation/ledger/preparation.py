"""A document is made ready for the ledger: read, and its claims taken. No ledger is needed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from legation.documents import Limits, Reading, again, open_document
from legation.ledger.grounds import require_text
from legation.ledger.harvest import Extract, Harvest, harvest
from legation.ledger.report import Refusal
from legation.model.documents import Document
from legation.model.errors import LegationError


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with what was taken from it; nothing, where it was read before."""

    document: Document
    harvest: Harvest | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Preparation:
    """How documents are made ready: by which extractor, and which it has read before."""

    extract: Extract
    extractor: str
    known: Collection[str] = field(default=frozenset(), repr=False)
    language: str | None = None
    limits: Limits | None = None

    def of_source(self, source: str) -> Prepared | Refusal:
        """The document in a file or on standard input, made ready, or why it is refused."""
        return _unless_refused(
            source, lambda: open_document(source, language=self.language, limits=self.limits), self
        )

    def of_document(self, document: Document) -> Prepared | Refusal:
        """A document that the ledger has, made ready again."""
        return _unless_refused(document.uri, lambda: again(document), self)


def _unless_refused(
    source: str, read: Callable[[], Reading], how: Preparation
) -> Prepared | Refusal:
    try:
        reading = read()
        require_text(reading.document)
        if reading.document.id in how.known:
            return Prepared(reading.document, None)
        taken = harvest(reading, how.extract, how.extractor)
    except LegationError as refusal:
        reason = refusal.what + (f"; {refusal.remedy}" if refusal.remedy else "")
        return Refusal(source, refusal.code, reason)
    return Prepared(reading.document, taken, reading.note)
