"""Clauses: where a sentence says one thing and begins to say the next."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from legation.extraction.frames import heads, telling
from legation.extraction.hits import of_concept
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Group, Hit
from legation.extraction.tokens import Token

_STRONG = ";؛"
_WEAK = ",،:-("
_BODIES = ("JOINT_BODY", "CONSULT")
_BEGINNINGS = ("ESTABLISH", "OPEN", "BEGIN")
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
    inside |= {i for h in hits if h.unit.concept == "ECHO" for i in range(h.start, h.end)}
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
        if alone and not apart and not _new_subject(tokens, hits, groups, i, last, pack):
            continue
        if _dates_before_and(tokens, i, whole, pack) or _describes(tokens, hits, i, last):
            continue
        own = [p for p in predicates if p not in undone]
        if _any(undone, after, len(tokens)) and not _any(own, after, len(tokens)):
            continue
        if token.low in pack.conjunctions and not (
            _after_verb(tokens, hits, groups, i, predicates)
            if verbs
            else _own_words(tokens, inside, groups, i, predicates)
        ):
            continue
        cuts.append(after)
        last = after
    return sorted({*cuts, *_before_labels(hits)})


def _new_subject(
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    groups: Sequence[Group],
    at: int,
    last: int,
    pack: Pack,
) -> bool:
    """'Lima chaired the forum, and its guest met …': after a clause of unknown words, another's.

    A bare subject stands on either side, and something is told on the right.
    """
    joined = at + 1 < len(tokens) and tokens[at].text == "," and _joins(tokens[at + 1], pack)
    relative = any(h.start == at + 1 for h in of_concept(hits, "RELATIVE"))
    if pack.verb_last or not joined or relative:
        return False
    before = any(last <= g.start and g.end <= at and not g.case for g in groups)
    after = any(at + 1 < g.start <= at + 2 + _BESIDE and g.case in ("", "gen") for g in groups)
    return before and after and any(h.start > at and h.concept in telling() for h in hits)


def _joins(token: Token, pack: Pack) -> bool:
    """Whether a word joins clauses: 'and', 'but', 'while'."""
    alphabetic = token.low.isalpha()
    return alphabetic and (token.low in pack.conjunctions or token.low in pack.separators)


def _describes(tokens: Sequence[Token], hits: Sequence[Hit], at: int, last: int) -> bool:
    """'The commission, established in 2009, met …': a participle after a body that did nothing."""
    before = [h for h in hits if last <= h.start < at and h.concept in telling()]
    after = any(h.start == at + 1 and h.concept in _BEGINNINGS for h in hits)
    bodies = bool(before) and all(h.concept in _BODIES for h in before)
    return tokens[at].text == "," and after and bodies


def _dates_before_and(tokens: Sequence[Token], at: int, whole: Iterable[int], pack: Pack) -> bool:
    """'…, the envoy, on 2 May and opened …': a date after a comma is of what stands before it."""
    dated = whole if isinstance(whole, (set, frozenset)) else set(whole)
    i = at + 1
    while i < len(tokens) and (i in dated or i == at + 1):
        i += 1
    begins = at + 1 in dated or at + 2 in dated
    return begins and i < len(tokens) and tokens[i].text.isalpha() and _joins(tokens[i], pack)


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
    inside: Container[int],
    groups: Sequence[Group],
    at: int,
    predicates: Sequence[int],
) -> bool:
    """Whether what follows 'and' or a comma is a clause and not the next member of a list.

    A clause has a head of its own before the next break; two heads in a row ('opened and
    closed') or a list of objects ('relations and trade') are not parted.
    """
    following = next((p for p in predicates if p > at), len(tokens))
    breaks = (i for i in range(at + 1, len(tokens)) if tokens[i].text in ",،;" and i not in inside)
    stop = next(breaks, len(tokens))
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
