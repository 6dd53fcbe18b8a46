"""Rubrics: the words in front of a paragraph that stand for a heading: 'Memberships. UN, IMF'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from legation.extraction.dated import Dated
from legation.extraction.hits import of_concept
from legation.extraction.pack import Pack
from legation.extraction.phrases import Hit
from legation.extraction.tokens import Paragraph, Sentence

_LONGEST = 6
"""So many words a rubric has at most."""
_LEAST = 3
"""So many paragraphs, and half of them all, must open so: a page either does it or does not."""
_STOPS = ".।"


class Read(Protocol):
    """A sentence as the first pass leaves it."""

    sentence: Sentence
    concepts: list[Hit]
    names: list[list[Hit]]
    dates: list[Dated]


R = TypeVar("R", bound=Read)


def with_rubrics(
    page: Sequence[tuple[Paragraph, list[R]]], pack: Pack
) -> list[tuple[Paragraph, list[R]]]:
    """The paragraphs of a page, with a rubric that opens one apart from it, as its heading."""
    texts = [readings for paragraph, readings in page if not paragraph.heading]
    opened = [readings for readings in texts if _opens(readings, pack)]
    if len(opened) < _LEAST or 2 * len(opened) < len(texts):
        return list(page)
    parted: list[tuple[Paragraph, list[R]]] = []
    for paragraph, readings in page:
        if paragraph.heading or not _opens(readings, pack):
            parted.append((paragraph, readings))
            continue
        first = readings[0]
        first.sentence = replace(first.sentence, heading=True)
        parted.append((Paragraph((first.sentence,), heading=True), [first]))
        parted.append((Paragraph(paragraph.sentences[1:]), readings[1:]))
    return parted


def _opens(readings: Sequence[Read], pack: Pack) -> bool:
    """Whether the first of several sentences is a few words without a verb, a state or a date."""
    first = readings[0]
    tokens = first.sentence.tokens
    words = [t.low for t in tokens if t.text[0].isalpha()]
    if len(readings) < 2 or not 0 < len(words) <= _LONGEST or tokens[-1].text not in _STOPS:
        return False
    if first.names or first.dates or of_concept(first.concepts, "VERB", "BE", "PASSIVE", "PRONOUN"):
        return False
    verbs = pack.government.verbs if pack.government else ()
    return not any(word in verbs for word in words)
