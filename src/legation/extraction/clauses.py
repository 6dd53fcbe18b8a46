"""Clauses: where a sentence says one thing and begins to say the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from legation.extraction.frames import heads, objects, telling
from legation.extraction.hits import of_concept
from legation.extraction.pack import STRONG, Pack
from legation.extraction.phrases import Clause, Group, Hit
from legation.extraction.tokens import Token

_WEAK = ",،:-("
_BODIES = ("JOINT_BODY", "CONSULT")
_BEGINNINGS = ("ESTABLISH", "OPEN", "BEGIN")
_BESIDE = 2
_QUALITY = 9
"""So many words at most part the ties from the word that tells their quality."""
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
    bound = [g for g in clause.groups if g.case == "after_"]
    if not bound:
        return
    told = telling()
    verbs = [h.start for h in clause.hits if h.unit.concept in told]
    for group in bound:
        if any(0 <= at - group.end <= _BESIDE for at in verbs):
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
    labels = _before_labels(hits)
    seams = [i for i, t in enumerate(tokens) if t.low in pack.seams and _parts(tokens, i)]
    told = telling()
    predicates = sorted(
        [h.start for h in hits if h.unit.concept in told or h.unit.concept == "ECHO"]
    )
    predicates = _without_qualities(predicates, hits)
    verbs = [h for h in hits if h.unit.concept == "VERB"] if pack.verb_last else []
    strong = any(tokens[i].text in STRONG for i in seams)
    if not seams or not (predicates or verbs or strong):
        return sorted(set(labels))  # where nothing is told, nothing is parted
    inside = _unparted(tokens, hits, groups, pack, predicates, whole)
    ended = {h.start for h in hits if h.unit.concept == "LABEL" and not _after_verbs(h, hits)}
    within = {i for h in hits if h.unit.concept == "UNDONE" for i in range(h.start, h.end)}
    undone, own = sorted(within), [p for p in predicates if p not in within]
    starts, ends = sorted(v.start for v in verbs), _ended(hits) if verbs else set()
    cuts: list[int] = []
    last = 0
    for i in seams:
        if i in inside or i in ended:
            continue
        token, after = tokens[i], i + 1
        apart = token.text in STRONG
        sides = starts if verbs and not apart and token.low in pack.separators else predicates
        alone = not _any(sides, last, after) or not _any(sides, after, len(tokens))
        if i in ends:
            alone = not _any(predicates, after, len(tokens))
        if alone and not apart and not _new_subject(tokens, hits, groups, i, last, pack):
            continue
        if _dates_before_and(tokens, i, whole, pack) or _describes(tokens, hits, i, last):
            continue
        if _any(undone, after, len(tokens)) and not _any(own, after, len(tokens)):
            continue
        if token.low in pack.conjunctions and not (
            _after_verb(tokens, hits, groups, i, predicates)
            if verbs
            else _own_words(tokens, inside, hits, groups, i, predicates)
        ):
            continue
        cuts.append(after)
        last = after
    return sorted({*cuts, *labels})


def _without_qualities(predicates: list[int], hits: Sequence[Hit]) -> list[int]:
    """The predicates without words like 'strong' or 'close' of which no ties are near."""
    ties = of_concept(hits, "RELATIONS")
    alone = {
        h.start
        for h in of_concept(hits, "TONE")
        if not any(-_QUALITY <= h.start - t.start <= _QUALITY for t in ties)
    }
    others = {h.start for h in hits if h.unit.concept != "TONE" and h.unit.concept in telling()}
    return [p for p in predicates if p not in alone or p in others]


def _ended(hits: Sequence[Hit]) -> set[int]:
    """Where verbs have ended, with a negation that follows them ('মানে না')."""
    ends = {h.end for h in hits if h.unit.concept == "VERB"}
    return ends | {h.end for h in hits if h.unit.concept == "NOT" and h.start in ends}


def _unparted(
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    groups: Sequence[Group],
    pack: Pack,
    predicates: Sequence[int],
    whole: Iterable[int],
) -> set[int]:
    """The tokens that part nothing: inside phrases, dates and titles, in asides."""
    inside = set(whole)
    inside |= _gap_dashes(tokens, inside) if pack.dashes else set()
    for group in groups:
        inside.update(range(group.start + 1, group.end))
    for hit in hits:
        inside.update(_within(hit, tokens, pack))
    inside |= _asides(tokens, predicates)
    label = next((h.start for h in hits if h.unit.concept == "LABEL"), 0)
    inside.update(i for i in range(label) if tokens[i].text == "-")
    alike = {(h.start, h.unit.concept) for h in hits if h.unit.concept in heads()}
    inside |= {
        h.end
        for h in hits
        if (h.end + 1, h.unit.concept) in alike and tokens[h.end].low in pack.conjunctions
    }
    return inside


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
    goes_on = last > 0 and any(g.start == at + 1 and not g.case for g in groups)
    comma = at + 1 < len(tokens) and tokens[at].text == ","
    joined = comma and (goes_on or _joins(tokens[at + 1], pack))
    relative = any(h.start == at + 1 for h in of_concept(hits, "RELATIVE"))
    if pack.verb_last or not joined or relative:
        return False
    before = any(last <= g.start and g.end <= at and not g.case for g in groups)
    after = any(at < g.start <= at + 2 + _BESIDE and g.case in ("", "gen") for g in groups)
    return before and after and any(h.start > at and h.concept in telling() for h in hits)


def _joins(token: Token, pack: Pack) -> bool:
    """Whether a word joins clauses: 'and', 'but', 'while'."""
    alphabetic = token.low.isalpha()
    return alphabetic and (token.low in pack.conjunctions or token.low in pack.separators)


def _describes(tokens: Sequence[Token], hits: Sequence[Hit], at: int, last: int) -> bool:
    """'The commission, established in 2009, met …': a participle after a body that did nothing."""
    if tokens[at].text != ",":
        return False
    if any(h.start == at + 2 and h.unit.concept == "MEMBER" for h in hits):
        return True
    if not any(h.start == at + 1 and h.unit.concept in _BEGINNINGS for h in hits):
        return False
    before = [h for h in hits if last <= h.start < at and h.unit.concept in telling()]
    return bool(before) and all(h.unit.concept in _BODIES for h in before)


def _dates_before_and(tokens: Sequence[Token], at: int, whole: Iterable[int], pack: Pack) -> bool:
    """'…, the envoy, on 2 May and opened …': a date after a comma is of what stands before it."""
    dated = whole if isinstance(whole, (set, frozenset)) else set(whole)
    if at + 1 not in dated and at + 2 not in dated:
        return False
    i = at + 1
    while i < len(tokens) and (i in dated or i == at + 1):
        i += 1
    return i < len(tokens) and tokens[i].text.isalpha() and _joins(tokens[i], pack)


def _gap_dashes(tokens: Sequence[Token], whole: Container[int]) -> set[int]:
    """The dashes after a date, which stand for a verb said before: 'в 1963 - договор'."""
    dashes = (i for i, token in enumerate(tokens) if token.text == "-" and i > 0)
    return {i for i in dashes if i - 1 in whole or (tokens[i - 1].text == "." and i - 2 in whole)}


def _within(hit: Hit, tokens: Sequence[Token], pack: Pack) -> range:
    """The tokens of a hit that part nothing; where verbs are last one may end with its clause."""
    last = hit.end - 1
    ends = pack.verb_last and hit.start < last and tokens[last].low in pack.separators
    return range(hit.start + (hit.unit.concept != "ECHO"), hit.end - ends)


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
            near = range(i, min(i + _BRACKET, len(tokens)))
            end = next((j for j in near if tokens[j].text == ")"), None)
            if end is not None and not _any(predicates, i, end):
                found |= set(range(i, end + 1))
    return found


def _parts(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word between clauses can part them: a hyphen only where it stands apart."""
    token = tokens[i]
    if token.text == "-" and 0 < i < len(tokens) - 1:
        return tokens[i - 1].end < token.start and token.end < tokens[i + 1].start
    return True


def _any(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of some places, in order, is in [start:end)."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _own_words(
    tokens: Sequence[Token],
    inside: Container[int],
    hits: Sequence[Hit],
    groups: Sequence[Group],
    at: int,
    predicates: Sequence[int],
) -> bool:
    """Whether what follows 'and' or a comma is a clause and not the next member of a list.

    A clause has a head of its own before the next break; two heads in a row ('opened and
    closed') or a list of objects ('relations and trade') are not parted, but where a date leads
    ('…, in 2012 relations were put on another footing').
    """
    following = next((p for p in predicates if p > at), len(tokens))
    breaks = (i for i in range(at + 1, len(tokens)) if tokens[i].text in ",،;" and i not in inside)
    stop = next(breaks, len(tokens))
    words = sum(i not in inside for i in range(at, following))  # a date parts nothing
    led = at + 1 in inside or at + 2 in inside
    told = led and any(at < h.start < following for h in of_concept(hits, *objects()))
    own = words <= 4 or told or any(at < g.start < stop for g in groups)
    return following < stop and own


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
    if at in _ended(hits):
        return True
    following = next((p for p in predicates if p > at), len(tokens))
    gapped = any(h.end == at for h in hits if h.unit.concept in heads())
    return gapped and any(at < g.start < following for g in groups)
