"""Mentions: all that a sentence names, or means without naming it, as arguments."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.actors import Scene, with_actors
from legation.extraction.arguments import named_arguments
from legation.extraction.case_markers import Cases
from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.pack import Pack
from legation.extraction.pages import Reading
from legation.extraction.phrases import Argument, Hit
from legation.extraction.places import with_countries
from legation.extraction.references import personal, referring
from legation.extraction.war_names import name_treaties, name_wars

BREAKS = frozenset(",،;:()")
_ENDING = ("VERB", "ADVERB")
"""Concepts after which a name belongs to nothing said before it."""


def arguments_of(reading: Reading, memory: Memory, pack: Pack) -> list[Argument]:
    """The arguments of a sentence, those included that only a pronoun or an office stands for."""
    tokens = reading.sentence.tokens
    ends = {h.end for h in of_concept(reading.concepts, *_ENDING)} | {d.end for d in reading.dates}
    known = {i for h in reading.concepts for i in range(h.start, h.end)}
    known |= {i for d in reading.dates for i in range(d.start, d.end)}
    cases = Cases(tokens, reading.markers, pack, ends, known)
    named = named_arguments(reading.names, cases, memory, tokens, pack)
    joining = pack.conjunctions - set(BREAKS)
    said = _said_at(reading.concepts)
    named = with_countries(named, tokens, pack.skipped, said, joining)
    name_wars(named, reading.concepts, pack)
    name_treaties(named, reading.concepts, tokens, pack)
    scene = Scene(tokens, reading.concepts, named, cases, memory, pack)
    persons = officials(with_actors(scene)) if personal(reading.concepts) else []
    named += referring(reading.concepts, named, cases, memory, tokens, persons)
    named.sort(key=lambda a: a.start)
    return with_actors(scene)


def officials(arguments: Sequence[Argument]) -> list[Argument]:
    """The persons among arguments, governments left out."""
    return [a for a in arguments if a.type == "actor" and a.form != "government"]


def _said_at(concepts: Sequence[Hit]) -> set[int]:
    """Where a verb begins that needs somebody who acts."""
    return {h.start for h in of_concept(concepts, "HAVE", "MAINTAIN", "OPEN", "BE")}
