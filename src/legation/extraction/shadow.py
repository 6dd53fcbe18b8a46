"""The shadow of a text: the same words in one spelling, with a way back to the original.

The cascade reads the shadow only; every span goes back through `Shadow.original`, so that
quotes are the document's own characters whatever was folded on the way.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from legation.model.spans import Span

_ONE_TO_ONE = {
    **{ord("٠") + i: str(i) for i in range(10)},
    **{ord("۰") + i: str(i) for i in range(10)},
    **{ord("০") + i: str(i) for i in range(10)},
    **dict.fromkeys(map(ord, "’‘ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "–‑‒−"), "-"),
    **dict.fromkeys(map(ord, "“”«»„"), '"'),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u2009\u200a\t\u200c"), " "),
    ord("ي"): "ی",
    ord("ى"): "ی",
    ord("ك"): "ک",
    ord("أ"): "ا",
    ord("إ"): "ا",
    ord("ة"): "ه",
    ord("ۀ"): "ه",
    ord("ؤ"): "و",
    ord("ئ"): "ی",
    ord("٬"): ",",
    ord("ё"): "е",
    ord("Ё"): "Е",
}
"""Foldings that keep the length; a zero-width non-joiner becomes a space, so that the two ways
of writing a Persian compound are one ('می‌شود', 'می شود')."""

_DROPPED = "\u200d\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u00ad\ufeff\u064b-\u0652\u0654\u0670"
_COMPOSED = {
    "\u09a1\u09bc": "\u09dc",
    "\u09a2\u09bc": "\u09dd",
    "\u09af\u09bc": "\u09df",
    "\u09c7\u09be": "\u09cb",
    "\u09c7\u09d7": "\u09cc",
    "\u0627\u0653": "\u0622",
    "\u0438\u0306": "\u0439",
    "e\u0301": "é",
}
_BETWEEN_WORDS = "—"
"""The long dash: between words without spaces it parts clauses, which no hyphen does."""
_UNEVEN = re.compile(
    f"[{_DROPPED}]+|" + "|".join(_COMPOSED) + rf"|(?<=[^\s\d]){_BETWEEN_WORDS}(?=\S)"
)
_VISARGA = re.compile("(?:(?<=[ \n])|(?<=[\u0980-\u09ff]{5}))\u0983(?=\\s)")
"""The sign that many write for a colon, apart or at the end of a word that is no abbreviation."""
_BLANKED = re.compile(
    r"\[\[[^\]|\n]{1,200}\||\[\[|\]\]|'{2,5}|<ref[^>\n]*?/>|<ref[^>\n]*>[^<]{0,2000}</ref>"
    r"|\[(?:\d{1,4}|[a-z]|[\w-]{2,16} \d{1,3})\]|\{\{[^{}\n]{0,500}\}\}|</?[a-z]{1,10}/?>"
    r"|(?<=[a-z])\(e?s\)"
)
"""Markup and citation marks, which say nothing of states and would break words and dates."""


@dataclass(frozen=True, slots=True)
class Shadow:
    """A folded text. `starts` and `offsets` are None where no character was added or dropped."""

    text: str
    length: int
    marks: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> Span:
        """The characters of the original that shadow characters [start:end) stand for."""
        if not self.marks or end <= start:
            return Span(start, end)
        return Span(self._back(start), self._back(end - 1) + self._width(end - 1))

    def _back(self, position: int) -> int:
        at = bisect_right(self.marks, position) - 1
        return position + (self.shifts[at] if at >= 0 else 0)

    def _width(self, position: int) -> int:
        following = self._back(position + 1) if position + 1 < len(self.text) else self.length
        return max(1, following - self._back(position)) if self._grew(position) else 1

    def _grew(self, position: int) -> bool:
        at = bisect_right(self.marks, position + 1) - 1
        return at >= 0 and self.marks[at] == position + 1


def cast(text: str) -> Shadow:
    """The shadow of a text.

    >>> cast("২০১০ সালে").text
    '2010 সালে'
    """
    even = _BLANKED.sub(lambda m: " " * len(m[0]), text.translate(_ONE_TO_ONE))
    even = _VISARGA.sub(":", even)
    if not _UNEVEN.search(even):
        return Shadow(even.replace(_BETWEEN_WORDS, "-"), len(text))
    pieces: list[str] = []
    marks: list[int] = []
    shifts: list[int] = []
    at = written = 0
    for match in _UNEVEN.finditer(even):
        pieces += (even[at : match.start()], _COMPOSED.get(match[0], ""))
        written += match.start() - at + len(pieces[-1])
        at = match.end()
        if match[0] == _BETWEEN_WORDS:
            pieces.append(" - ")
            marks.append(written + 1)
            shifts.append(at - written - 2)
            written += 3
        marks.append(written)
        shifts.append(at - written)
    pieces.append(even[at:])
    folded = "".join(pieces).replace(_BETWEEN_WORDS, "-")
    return Shadow(folded, len(text), tuple(marks), tuple(shifts))
