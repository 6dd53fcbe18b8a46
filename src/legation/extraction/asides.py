"""Asides: clauses that a relative word opens, whose dates are theirs and not the sentence's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.dated import Dated
from legation.extraction.hits import of_concept
from legation.extraction.pack import Pack
from legation.extraction.phrases import Hit
from legation.extraction.tokens import Token


def marked(
    dates: Sequence[Dated], tokens: Sequence[Token], concepts: Sequence[Hit], pack: Pack
) -> list[Dated]:
    """The dates, those in a relative clause with the tokens it covers.

    Only where verbs come last: 'او که در ۱۹۷۱ بر سر کار آمده بود، …' ends with its own verb, and
    the sentence goes on. A word that follows a verb opens what was said or thought, no aside.
    """
    verbs = of_concept(concepts, "VERB")
    if not pack.relatives or not verbs:
        return list(dates)
    opened = [
        i
        for i, token in enumerate(tokens)
        if token.low in pack.relatives and not any(v.end == i for v in verbs)
    ]
    return [replace(d, aside=_aside(d, opened, verbs, tokens)) for d in dates]


def _aside(
    dated: Dated, opened: Sequence[int], verbs: Sequence[Hit], tokens: Sequence[Token]
) -> tuple[int, int]:
    """From the relative word to the end of its verb; (0, 0) where the date is in none."""
    start = max((i for i in opened if i < dated.start), default=None)
    if start is None or any(start < v.start < dated.start for v in verbs):
        return (0, 0)
    end = min((v.end for v in verbs if v.start >= dated.end), default=len(tokens))
    end = max((v.end for v in verbs if v.start < end), default=end)
    goes_on = any(t.text[0].isalpha() for t in tokens[end:])
    return (start, end) if goes_on else (0, 0)
