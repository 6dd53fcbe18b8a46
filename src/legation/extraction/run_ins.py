"""Run-in headings: 'Cuba. Severed in 1964; restored in 1985': below a state's name, terse lines."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.dated import Dated
from legation.extraction.discourse import Memory
from legation.extraction.frames import objects, telling
from legation.extraction.hits import of_concept
from legation.extraction.lexicon import Unit
from legation.extraction.phrases import Clause, Hit
from legation.extraction.tokens import Sentence

_RELATIONS = Unit("concept", "RELATIONS", "diplomatic")
_LABEL = Unit("concept", "LABEL")
_STEPS = ("CUT", "RESTORE", "ESTABLISH")
_BESIDE = 1


def tell_relations(
    clause: Clause, sentence: Sentence, dates: Sequence[Dated], memory: Memory
) -> None:
    """Give a line below a state's name the relations that it does not name, or the label that a
    noun with a date stands for: 'Severed in May 1964', 'Relations since 1969', 'Since 1988'.
    """
    if memory.theme.alone is None or len(memory.heading) != 1 or not dates or sentence.heading:
        return
    dated = dates[0]
    named = any(h.concept in objects() for h in clause.hits)
    steps = [h for h in of_concept(clause.hits, *_STEPS) if h.start == clause.start]
    if steps and not named and _beside(steps[0], dated):
        clause.hits = [Hit(steps[0].start, steps[0].start, _RELATIONS), *clause.hits]
        return
    if any(h.concept in telling() or h.concept == "LABEL" for h in clause.hits):
        return
    nouns = [h for h in of_concept(clause.hits, "RELATIONS") if h.start == clause.start]
    since = (dated.mention.when or "").endswith("/..")
    if nouns and since and _beside(nouns[0], dated):
        clause.hits = [*clause.hits, Hit(nouns[0].end, nouns[0].end, _LABEL)]
    elif since and dated.start <= clause.start + _BESIDE and not clause.groups and not named:
        at = clause.start
        clause.hits = [Hit(at, at, _RELATIONS), Hit(at, at, _LABEL), *clause.hits]


def _beside(hit: Hit, dated: Dated) -> bool:
    return 0 <= dated.start - hit.end <= _BESIDE
