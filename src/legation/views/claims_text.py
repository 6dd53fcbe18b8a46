"""Claims as a table for people: what, of whom, when, and the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from legation.model.claims import Claim
from legation.views.naming import details_in_words, kind_in_words, parties_in_words
from legation.views.quotes import quote_line

_WIDTHS = (22, 26)


def claims_text(claims: Iterable[Claim]) -> Iterator[Text]:
    """Two lines a claim: its date, kind, parties and details; then its quote.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> next(claims_text([Claim("war", {"parties": ["IRN", "IRQ"]}, source)])).plain.split()
    ['undated', 'war', 'Iran', '–', 'Iraq']
    """
    for claim in claims:
        line = Text((claim.when or "undated").ljust(_WIDTHS[0]))
        line.append(kind_in_words(claim).ljust(_WIDTHS[1]) + " ", style="bold")
        line.append(parties_in_words(claim))
        details = details_in_words(claim)
        line.append(f" ({details})" if details else "")
        yield line
        yield quote_line(claim, indent=_WIDTHS[0])
