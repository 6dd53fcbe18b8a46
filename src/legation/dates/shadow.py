"""The text as the grammar reads it: one spelling for each letter, with the way back.

Letters that are written in several ways (Arabic and Persian ones, Bengali ones with a dot, long
vowels in one code point or two) become one; marks that nobody sees (joiners, directions, soft
hyphens), vowel points and citation marks fall out. Every character keeps its place of origin.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from unicodedata import category

from legation.model.spans import Span

_SAME_LETTER = str.maketrans(
    {
        **dict.fromkeys("يىئے", "ی"),
        **dict.fromkeys("كڪ", "ک"),
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ةۀہۂ", "ه"),
        "ؤ": "و",
        "İ": "i",
    }
)
_UNEVEN = re.compile("[{}]".format("".join(map(chr, _SAME_LETTER))))
_PAIRS = {
    "\u09af\u09bc": "\u09df",
    "\u09a1\u09bc": "\u09dc",
    "\u09a2\u09bc": "\u09dd",
    "\u09c7\u09be": "\u09cb",
    "\u09c7\u09d7": "\u09cc",
}
_SHRINKING = re.compile(
    "[\u00ad\u0640\u064b-\u0655\u0670\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    rf"|\[[ \u00a0]?\d{{1,3}}[ \u00a0]?\]|{'|'.join(_PAIRS)}"
)


@dataclass(frozen=True, slots=True)
class Shadow:
    """A text with one spelling for each letter; `span` leads back to the text as it was given.

    >>> shadow = cast_shadow("سال‌های ۱۹۹۸")
    >>> shadow.text, shadow.span(0, 6)
    ('سالهای ۱۹۹۸', Span(start=0, end=7))
    """

    text: str
    original: str
    edges: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The characters of the original behind [start:end) of the shadow (not empty).

        Vowel points that stand on the last letter belong to it.
        """
        first, last = self._origin(start), self._origin(end - 1) + 1
        while last < len(self.original) and category(self.original[last]) in ("Mn", "Mc"):
            last += 1
        return Span(first, last)

    def _origin(self, place: int) -> int:
        index = bisect_right(self.edges, place)
        return place + (self.lost[index - 1] if index else 0)


def cast_shadow(text: str) -> Shadow:
    """The shadow of `text`.

    >>> cast_shadow("In 1998[13], Iraq").text
    'in 1998, iraq'
    """
    even = (text.translate(_SAME_LETTER) if _UNEVEN.search(text) else text).lower()
    pieces: list[str] = []
    edges: list[int] = []
    lost: list[int] = []
    last = length = 0
    for found in _SHRINKING.finditer(even):
        kept = even[last : found.start()] + _PAIRS.get(found[0], "")
        pieces.append(kept)
        length += len(kept)
        last = found.end()
        edges.append(length)
        lost.append(last - length)
    pieces.append(even[last:])
    return Shadow("".join(pieces), text, tuple(edges), tuple(lost))
