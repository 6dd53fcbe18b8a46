"""What an extractor takes from one document, less what must not be taken."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace

from legation.documents import Reading
from legation.ledger.grounds import require_grounds
from legation.model.claims import Claim
from legation.model.documents import Document
from legation.model.errors import LedgerError, LegationError
from legation.model.spans import Span

Extract = Callable[[Document], list[Claim]]


@dataclass(frozen=True, slots=True)
class Harvest:
    """The claims of a document, each once; how many lay in passages of another language, and how
    many did not point at their words."""

    claims: tuple[Claim, ...]
    unread: int = 0
    ungrounded: int = 0


def harvest(reading: Reading, extract: Extract, extractor: str) -> Harvest:
    """The claims of what is read of a document, signed with the name of their extractor.

    Raises LegationError (LG-X002) if the rules fail.

    >>> harvest(Reading(Document("Oslo", "a.txt", "en")), lambda document: [], "rules@1").claims
    ()
    """
    taken = (replace(c, extractor=extractor) for c in _extracted(reading.document, extract))
    once = {claim.id: claim for claim in taken}
    read = [c for c in once.values() if reading.reads(Span(c.source.start, c.source.end))]
    grounded = [claim for claim in read if _grounded(claim, reading.document)]
    return Harvest(tuple(grounded), len(once) - len(read), len(read) - len(grounded))


def rules() -> tuple[Extract, str]:
    """The extractor of the package, and its name with its edition; loaded only when needed.

    >>> rules()[1].partition("@")[0]
    'rules'
    """
    from legation.extraction import extract, extractor

    return extract, extractor()


def _extracted(document: Document, extract: Extract) -> list[Claim]:
    try:
        return extract(document)
    except LegationError:
        raise
    except Exception as problem:
        if os.environ.get("LEGATION_DEBUG"):
            raise
        raise LegationError(
            "LG-X002",
            f"the rules failed on it: {type(problem).__name__}: {problem}",
            where=document.uri,
            remedy="report it, with the document",
        ) from problem


def _grounded(claim: Claim, document: Document) -> bool:
    try:
        require_grounds(claim, document)
    except LedgerError:
        return False
    return True
