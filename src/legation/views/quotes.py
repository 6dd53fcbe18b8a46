"""Quotes on the terminal: the words of a document in their own script, and where they stand."""

from __future__ import annotations

from pathlib import PurePath

from rich.text import Text

from legation.model.claims import Claim
from legation.views.visible import visible

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def quote_line(claim: Claim, indent: int) -> Text:
    """The quote of a claim, set apart from the direction of the line, with its document.

    What a person entered or corrected says so.

    >>> from legation.model.claims import Source
    >>> quote_line(Claim("war", {}, Source("sha256:0", "b/a.txt", "en", 0, 4, "Oslo")), 2).plain
    '  “\u2068Oslo\u2069” a.txt, en'
    """
    words = visible(" ".join(claim.source.quote.split()))
    line = Text(" " * indent)
    line.append(f"“{FIRST_STRONG_ISOLATE}{words}{POP_ISOLATE}”", style="italic")
    line.append(f" {PurePath(claim.source.uri).name}, {claim.source.language}", style="dim")
    line.append(f", by the hand of {claim.author}" if claim.author else "", style="yellow")
    return line
