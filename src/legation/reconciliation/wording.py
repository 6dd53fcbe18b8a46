"""Whether two quotes in one language are the same words, or nearly so: shared runs of words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from legation.model.claims import Claim

RUN = 3
"""How many words in a row are compared."""

LEAST_WORDS = 8
"""Shorter quotes are too short for their sameness to mean a copy."""

NEARLY = 0.6
"""The share of their runs that two quotes have in common, from which on one copies the other."""

_SKETCH = 8
_JOINERS = {ord("\u200c"): None, ord("\u200d"): None}
_Quote = tuple[str, str]


@lru_cache(maxsize=65536)
def words_of(quote: str) -> tuple[str, ...]:
    """The words of a quote without case, marks and joiners, in whatever script.

    >>> words_of("Iraq’s embassy, in MINSK")
    ('iraq', 's', 'embassy', 'in', 'minsk')
    """
    text = unicodedata.normalize("NFKC", quote).translate(_JOINERS).casefold()
    kept = (char if unicodedata.category(char)[0] in "LMN" else " " for char in text)
    return tuple("".join(kept).split())


@lru_cache(maxsize=65536)
def runs_of(quote: str) -> frozenset[int]:
    """The runs of words of a quote, each as a number that is the same on every machine."""
    words = words_of(quote)
    starts = range(max(1, len(words) - RUN + 1))
    return frozenset(crc32(" ".join(words[i : i + RUN]).encode()) for i in starts)


def nearly_same(a: str, b: str) -> bool:
    """Whether two quotes of some length have most of their runs of words in common.

    >>> said = "Iraq closed its embassy in Minsk after the war and opened it again in 2010"
    >>> nearly_same(said, said + "."), nearly_same("in Minsk", "in Minsk")
    (True, False)
    """
    if min(len(words_of(a)), len(words_of(b))) < LEAST_WORDS:
        return False
    runs, others = runs_of(a), runs_of(b)
    return len(runs & others) >= NEARLY * len(runs | others)


def echoes(claims: Iterable[Claim]) -> list[tuple[str, str]]:
    """Pairs of documents of which one says in `claims` nearly what the other does.

    Only quotes that share one of their few lowest runs are compared, and each with the first of
    those found alike, so that many claims take little more time than few.
    """
    told = sorted({(c.source.language, c.source.document, c.source.quote) for c in claims})
    leaders: dict[tuple[str, int], list[_Quote]] = {}
    found: set[tuple[str, str]] = set()
    for language, document, quote in told:
        if len(words_of(quote)) < LEAST_WORDS:
            continue
        places = [(language, run) for run in sorted(runs_of(quote))[:_SKETCH]]
        near = dict.fromkeys(lead for place in places for lead in leaders.get(place, ()))
        twins = [lead for lead in near if nearly_same(lead[1], quote)]
        found |= {(twin[0], document) for twin in twins if twin[0] != document}
        if not twins:
            for place in places:
                leaders.setdefault(place, []).append((document, quote))
    return sorted(found)
