"""Clauses: where a sentence says one thing and begins to say the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from legation.extraction.discourse import Memory
from legation.extraction.frames import heads, objects, telling
from legation.extraction.hits import of_concept
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Group, Hit
from legation.extraction.tokens import Token

_STRONG = ";؛"
_WEAK = ",،:-("
_BESIDE = 2
_BRACKET = 10
"""A bracket of fewer tokens than this may be an aside."""


def clauses_of(
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    groups: Sequence[Group],
    pack: Pack,
    whole: Iterable[int] = (),
) -> list[Clause]:
    """The clauses of a sentence: cut at a separator where both sides say something of their own.

    `whole` are the tokens of dates and titles, which part nothing ('since 1991', 'until March').
    """
    cuts = _cuts(tokens, hits, groups, pack, whole)
    edges = [0, *cuts, len(tokens)]
    found = []
    for start, end in pairwise(edges):
        clause = Clause(start, end)
        clause.hits = [h for h in hits if start <= h.start < end]
        clause.groups = [g for g in groups if start <= g.start < end]
        if not pack.verb_last:
            _free_subjects(clause)
        found.append(clause)
    return found


def _free_subjects(clause: Clause) -> None:
    """'After the Soviet Union occupied …': before a verb, a conjunction marks no case."""
    verbs = [h.start for h in clause.hits if h.concept in telling()]
    for group in clause.groups:
        if group.case == "after_" and any(0 <= at - group.end <= _BESIDE for at in verbs):
            group.case = ""
            for member in group.members:
                member.case = "" if member.case == "after_" else member.case


def _cuts(
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    groups: Sequence[Group],
    pack: Pack,
    whole: Iterable[int],
) -> list[int]:
    inside = {i for g in groups for i in range(g.start + 1, g.end)} | set(whole)
    inside |= {i for h in hits for i in range(h.start + 1, h.end)}
    predicates = sorted(h.start for h in hits if h.unit.concept in {*telling(), "ECHO"})
    inside |= _asides(tokens, predicates)
    labels = {h.start for h in hits if h.unit.concept == "LABEL" and not _after_verbs(h, hits)}
    undone = [i for h in hits if h.unit.concept == "UNDONE" for i in range(h.start, h.end)]
    verbs = [h.start for h in hits if h.unit.concept == "VERB"] if pack.verb_last else []
    alike = {(h.start, h.unit.concept) for h in hits if h.unit.concept in heads()}
    inside |= {
        h.end
        for h in hits
        if (h.end + 1, h.unit.concept) in alike and tokens[h.end].low in pack.conjunctions
    }
    cuts: list[int] = []
    last = 0
    for i, token in enumerate(tokens):
        if i in inside or i in labels or not _parts(tokens, i, pack):
            continue
        after = i + 1
        apart = token.text in _STRONG
        alone = not _any(predicates, last, after) or not _any(predicates, after, len(tokens))
        if token.low in pack.separators and verbs and token.text not in _STRONG:
            alone = not _any(verbs, last, after) or not _any(verbs, after, len(tokens))
        if verbs and any(h.end == i for h in hits if h.unit.concept == "VERB"):
            alone = not _any(predicates, after, len(tokens))
        if alone and not apart:
            continue
        own = [p for p in predicates if p not in undone]
        if _any(undone, after, len(tokens)) and not _any(own, after, len(tokens)):
            continue
        if token.low in pack.conjunctions and not (
            _after_verb(tokens, hits, groups, i, predicates)
            if verbs
            else _own_words(tokens, hits, groups, i, predicates)
        ):
            continue
        cuts.append(after)
        last = after
    return sorted({*cuts, *_before_labels(hits)})


def _after_verbs(label: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a clause stands before a colon, so that it ends no label."""
    return any(h.end <= label.start and h.unit.concept in ("VERB", "NONE_OF") for h in hits)


def _before_labels(hits: Sequence[Hit]) -> list[int]:
    """Where the second and further labels of a line that runs on begin."""
    labels = sorted(h.start for h in hits if h.unit.concept == "LABEL")[1:]
    return [h.start for h in hits if h.end in labels and h.unit.concept != "LABEL"]


def _asides(tokens: Sequence[Token], predicates: Sequence[int]) -> set[int]:
    """The tokens of short brackets that say nothing of their own: '(1999)', '(Muscat, 2014)'."""
    found: set[int] = set()
    for i, token in enumerate(tokens):
        if token.text == "(":
            closing = (j for j in range(i, min(i + _BRACKET, len(tokens))) if tokens[j].text == ")")
            end = next(closing, None)
            if end is not None and not _any(predicates, i, end):
                found |= set(range(i, end + 1))
    return found


def _parts(tokens: Sequence[Token], i: int, pack: Pack) -> bool:
    """Whether a token can part clauses; a hyphen only where it stands between spaces."""
    token = tokens[i]
    if token.text == "-" and 0 < i < len(tokens) - 1:
        return tokens[i - 1].end < token.start and token.end < tokens[i + 1].start
    return token.text in _STRONG or token.low in pack.separators or token.low in pack.conjunctions


def _any(places: Sequence[int], start: int, end: int) -> bool:
    return any(start <= p < end for p in places)


def _own_words(
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    groups: Sequence[Group],
    at: int,
    predicates: Sequence[int],
) -> bool:
    """Whether what follows 'and' or a comma is a clause and not the next member of a list.

    A clause has a head of its own before the next break; two heads in a row ('opened and
    closed') or a list of objects ('relations and trade') are not parted.
    """
    following = next((p for p in predicates if p > at), len(tokens))
    stop = next((i for i in range(at + 1, len(tokens)) if tokens[i].text in ",،;"), len(tokens))
    return following < stop and bool(
        following - at <= 4 or any(at < g.start < stop for g in groups)
    )


def _after_verb(
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    groups: Sequence[Group],
    at: int,
    predicates: Sequence[int],
) -> bool:
    """Whether 'and' or a comma stands where a clause has ended, in a language whose verbs are last.

    It does after a verb, and after a head whose verb is left for the end ('روابط را قطع و سفیر را
    اخراج کرد').
    """
    if any(h.end == at for h in hits if h.unit.concept == "VERB"):
        return True
    following = next((p for p in predicates if p > at), len(tokens))
    gapped = any(h.end == at for h in hits if h.unit.concept in heads())
    return gapped and any(at < g.start < following for g in groups)


def lend_objects(clauses: Sequence[Clause], memory: Memory) -> None:
    """'Relations began in 1968 but were cut in 1980': a clause without an object has the last one.

    The first clause has that of the sentence before if it says 'it', or names no one.
    """
    last = memory.objects if clauses and _goes_on(clauses[0]) else []
    for clause in clauses:
        own = [h for h in clause.hits if h.unit.concept in objects()]
        if own or of_concept(clause.hits, "LABEL"):
            last = list({h.unit.concept: h for h in own}.values())
        elif last and (stand_ins := of_concept(clause.hits, "ONE")):
            own = [replace(h, start=stand_ins[0].end - 1, end=stand_ins[0].end) for h in last]
            clause.hits = [*own, *clause.hits]
        elif last and _goes_on(clause):
            at = max(clause.start, 1)
            clause.hits = [*(replace(h, start=at - 1, end=at) for h in last), *clause.hits]
            clause.borrowed = True
    memory.objects = last


def lend_labels(clauses: Sequence[Clause], tokens: Sequence[Token]) -> None:
    """'Missions: embassies in Lima; a consulate in Bonn': a label holds after a semicolon."""
    label: Hit | None = None
    for clause in clauses:
        own = of_concept(clause.hits, "LABEL")
        said = any(
            h.unit.concept in heads() - objects() or h.concept == "VERB" for h in clause.hits
        )
        parted = clause.start > 0 and tokens[clause.start - 1].text == ";"
        if own:
            label = own[-1]
        elif label is not None and parted and not said:
            at = clause.start
            clause.hits = [replace(label, start=at - 1, end=at), *clause.hits]


def _goes_on(clause: Clause) -> bool:
    spoken = any(_takes_up(h, clause) for h in clause.hits)
    relative = any(h.start <= clause.start + 1 for h in of_concept(clause.hits, "RELATIVE"))
    named = any(g.states and g.case in ("", "by", "between") for g in clause.groups)
    return spoken or relative or not named


def _takes_up(hit: Hit, clause: Clause) -> bool:
    """'it was closed', 'Peru closed it'; but not 'Peru said it was closing', where it is Peru."""
    if hit.unit.concept != "PRONOUN" or hit.unit.value not in ("it", "he", "they"):
        return False
    named = any(
        g.states and not g.case and g.end <= hit.start and g.members[0].form != "pronoun"
        for g in clause.groups
    )
    return not (named and any(h.start == hit.end for h in clause.hits))
