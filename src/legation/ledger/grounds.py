"""Grounds: a claim that does not point at its words in its document does not exist."""

from __future__ import annotations

import re

from legation.model.claims import Claim
from legation.model.documents import Document
from legation.model.errors import LedgerError
from legation.model.spans import Span

_SURROGATE = re.compile("[\ud800-\udfff]")


def require_grounds(claim: Claim, document: Document) -> None:
    """Raise LedgerError (LG-L005) unless the claim's quote stands in the document where it says.

    >>> from legation.model.claims import Source
    >>> oslo = Document("Oslo", "a.txt", "en")
    >>> require_grounds(Claim("war", {}, Source(oslo.id, "a.txt", "en", 0, 4, "Oslo")), oslo)
    """
    if claim.source.document != document.id or not stands(claim, document.text):
        raise LedgerError(
            "LG-L005",
            f"a claim of kind {claim.kind!r} does not point at its words",
            where=f"{document.uri} [{claim.source.start}:{claim.source.end}]",
            remedy="report it, with the document: the extractor is at fault",
        )


def require_text(document: Document) -> None:
    """Raise LedgerError (LG-L013) where a text has a character that no database of ours keeps.

    >>> require_text(Document("Oslo", "a.txt", "en"))
    """
    if "\0" in document.text or _SURROGATE.search(document.text):
        raise LedgerError(
            "LG-L013",
            "the text has a character that cannot be kept",
            where=document.uri,
            remedy="take NUL and halves of surrogate pairs out of the text",
        )


def stands(claim: Claim, text: str) -> bool:
    """Whether the claim's quote stands in `text` where the claim says.

    >>> from legation.model.claims import Source
    >>> stands(Claim("war", {}, Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")), "Bergen")
    False
    """
    start, end = claim.source.start, claim.source.end
    return 0 <= start < end and Span(start, end).of(text) == claim.source.quote
