"""What a clause leaves out, lent by the one before: the object, or the label of a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.discourse import Memory
from legation.extraction.frames import deeds, lent_to, objects
from legation.extraction.hits import of_concept
from legation.extraction.lexicon import Unit
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Hit
from legation.extraction.tokens import Token

_OTHERS = frozenset(
    {
        *("TRANSPORT", "TRADE", "AID", "EXERCISE", "TRAIN", "CONSULT", "ARMS", "SANCTION"),
        *("DISPUTE", "STAFF"),
    }
)
"""What may begin, end or be resumed, and is neither relations nor a mission."""


_FUSED = ("CUT_RELATIONS", "RESTORE_RELATIONS", "ESTABLISH_RELATIONS")
"""Heads that hold their object: what comes after them may mean the relations too."""
_RELATIONS = Unit("concept", "RELATIONS", "diplomatic")


def own_objects(markers: Sequence[Hit], tokens: Sequence[Token], pack: Pack) -> list[int]:
    """Where the marker of an object stands after something else than a word for 'it'."""
    marks = [h.start for h in markers if h.unit.type == "after" and h.unit.value == "obj"]
    return [i for i in marks if i > 0 and tokens[i - 1].low not in pack.skipped]


def lend_objects(clauses: Sequence[Clause], memory: Memory, marked: Sequence[int] = ()) -> None:
    """'Relations began in 1968 but were cut in 1980': a clause without an object has the last one.

    The first clause has that of the sentence before if it says 'it', or names no one. `marked` are
    the places where a marker tells an object, so that nothing is lent.
    """
    taken_up = clauses and (_goes_on(clauses[0]) or of_concept(clauses[0].hits, "ONE"))
    last = memory.objects if taken_up else []
    for clause in clauses:
        own = [h for h in clause.hits if h.unit.concept in objects()]
        own += [replace(h, unit=_RELATIONS) for h in of_concept(clause.hits, *_FUSED)]
        if own and last and _stands_before(own, clause, last):
            at = max(clause.start, 1)
            clause.hits = [*(replace(h, start=at - 1, end=at) for h in last), *clause.hits]
            clause.borrowed = True
        elif own or of_concept(clause.hits, "LABEL"):
            last = list({h.unit.concept: h for h in own}.values())
        elif last and (stand_ins := of_concept(clause.hits, "ONE")):
            own = [replace(h, start=stand_ins[0].end - 1, end=stand_ins[0].end) for h in last]
            clause.hits = [*own, *clause.hits]
        elif any(_has_object(clause, i) for i in marked):
            continue
        elif last and _goes_on(clause) and not _of_its_own(clause):
            at = max(clause.start, 1)
            clause.hits = [*(replace(h, start=at - 1, end=at) for h in last), *clause.hits]
            clause.borrowed = True
    memory.objects = last


def _stands_before(own: Sequence[Hit], clause: Clause, last: Sequence[Hit]) -> bool:
    """'It was withdrawn, no treaty having been signed': the pronoun is what was spoken of."""
    if {h.concept for h in own} & {h.concept for h in last}:
        return False
    first = min(h.start for h in own)
    said = [h.start for h in clause.hits if h.concept in lent_to() and h.start < first]
    opens = (h for h in of_concept(clause.hits, "PRONOUN") if h.unit.value in ("it", "they"))
    return bool(said) and any(h.start <= clause.start + 1 and h.end <= said[0] for h in opens)


def _of_its_own(clause: Clause) -> bool:
    """'Flights resumed in July': what is said has a subject of another sort."""
    said = [h.start for h in clause.hits if h.concept in lent_to()]
    return any(h.concept in _OTHERS and h.start < min(said, default=0) for h in clause.hits)


def lend_labels(clauses: Sequence[Clause], tokens: Sequence[Token]) -> None:
    """'Missions: embassies in Lima; a consulate in Bonn': a label holds after a semicolon."""
    label: Hit | None = None
    for clause in clauses:
        own = of_concept(clause.hits, "LABEL")
        said = any(h.unit.concept in deeds() or h.unit.concept == "VERB" for h in clause.hits)
        parted = clause.start > 0 and tokens[clause.start - 1].text == ";"
        if own:
            label = own[-1]
        elif label is not None and parted and not said:
            at = clause.start
            clause.hits = [replace(label, start=at - 1, end=at), *clause.hits]


def _has_object(clause: Clause, at: int) -> bool:
    """Whether an object of the clause's own stands before a marker."""
    stood = (h for h in of_concept(clause.hits, "PRONOUN", "SELF") if h.end == at)
    return clause.start < at < clause.end and not any(stood)


def _goes_on(clause: Clause) -> bool:
    spoken = any(_takes_up(h, clause) for h in of_concept(clause.hits, "PRONOUN", "SELF"))
    relative = any(h.start <= clause.start + 1 for h in of_concept(clause.hits, "RELATIVE"))
    named = any(g.states and g.case in ("", "by", "between") for g in clause.groups)
    return spoken or relative or not named


def _takes_up(hit: Hit, clause: Clause) -> bool:
    """'it was closed', 'Peru closed it'; but not 'Peru said it was closing', where it is Peru."""
    if hit.unit.concept == "SELF" and hit.unit.value in ("latter", "former"):
        return True
    if hit.unit.concept != "PRONOUN" or hit.unit.value not in ("it", "he", "they"):
        return False
    named = any(
        g.states and not g.case and g.end <= hit.start and g.members[0].form != "pronoun"
        for g in clause.groups
    )
    return not (named and any(h.start == hit.end for h in clause.hits))
