"""Gapping: 'Turkey opened an embassy in 2011 and Zambia one in 2015': a verb that is said once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from legation.extraction.dated import Dated
from legation.extraction.frames import heads, objects, telling
from legation.extraction.hits import of_concept
from legation.extraction.late_verbs import shared
from legation.extraction.matching import matches
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Group, Hit
from legation.extraction.remnants import acts, cut, fill, shared_end, verb_of, verb_of_another
from legation.extraction.resumption import resumed
from legation.extraction.tokens import Token

_LONGEST = 10
"""So many words may stand between 'and' and the date of what it joins."""
_NEXT = 3
"""So many words after 'and' a word may stand that means the object said before ('and one in')."""


def parted(
    clauses: Sequence[Clause],
    dates: Sequence[Dated],
    tokens: Sequence[Token],
    pack: Pack,
    focus: str | None = None,
) -> list[Clause]:
    """The clauses, cut again before what has a date and a name or an object but no verb.

    `focus` is the state that the page is about.
    """
    found: list[Clause] = []
    for whole in clauses:
        for clause in resumed(found, whole, dates, tokens, pack):
            inside = [d for d in dates if clause.start <= d.start < clause.end]
            halves = shared(clause, inside, tokens, pack)
            found += halves if len(halves) > 1 else _parts(clause, inside, tokens, pack, focus)
    return found


def _parts(
    clause: Clause,
    dates: Sequence[Dated],
    tokens: Sequence[Token],
    pack: Pack,
    focus: str | None = None,
    lent: Sequence[Hit] = (),
) -> Iterator[Clause]:
    """The halves of a clause; `lent` is the verb that it has of the half before."""
    for at, dated in _joints(clause, dates, tokens, pack):
        later = [d for d in dates if d.start >= at]
        if pack.verb_last and (halves := shared_end(clause, at)):
            yield halves[0]
            yield from _parts(halves[1], later, tokens, pack, focus)
            return
        left, right = cut(clause, at)
        led = bool(later) and _led_by_date(later[0], right, tokens, pack)
        verb = verb_of(left) or verb_of_another(left, right) or lent
        if not (verb and _gapped(left, right, later, dated, pack, led)):
            continue
        fill(right, left, verb, pack, focus)
        yield left
        yield from _parts(right, later, tokens, pack, focus, verb)
        return
    yield clause


def _joints(
    clause: Clause, dates: Sequence[Dated], tokens: Sequence[Token], pack: Pack
) -> list[tuple[int, bool]]:
    """Where a second half may begin, and whether it does between two dates."""
    whole = {
        i for g in clause.groups for a, b in pairwise(g.members) for i in range(a.end, b.start)
    }
    stand_ins = of_concept(clause.hits, "ONE")
    found = {at: False for hit in stand_ins if (at := _before(hit.start, clause, tokens, pack))}
    echoes = {h.end: h.start for h in of_concept(clause.hits, "ECHO")}
    found |= {echoes[h.start]: False for h in stand_ins if echoes.get(h.start, 0) > clause.start}
    for one, other in pairwise(dates):
        found |= dict.fromkeys(_between(one.end, other.start, whole, tokens, pack), True)
    for one in dates if pack.dashes else ():
        start = _before(one.start, clause, tokens, pack)
        if start is not None and start not in whole and _dash(one.end, tokens):
            found[start] = True
    return sorted(found.items())


def _before(start: int, clause: Clause, tokens: Sequence[Token], pack: Pack) -> int | None:
    """After the 'and' or comma that stands shortly before a word for something said before."""
    earliest = max(clause.start, start - _NEXT)
    return next(
        (i + 1 for i in range(start - 1, earliest, -1) if _joins(tokens[i], pack)),
        None,
    )


def _between(
    start: int, end: int, whole: Set[int], tokens: Sequence[Token], pack: Pack
) -> list[int]:
    """Where a half may begin: after an 'and', comma or semicolon between two dates, near the second
    of them, but not inside a list of names."""
    joints = {i for i in range(start, end) if _joins(tokens[i], pack) and i not in whole}
    return [i + 1 for i in sorted(joints) if i + 1 not in joints and end - i <= _LONGEST]


def _joins(token: Token, pack: Pack) -> bool:
    return token.low in pack.conjunctions or token.text in ";:" or token.low in pack.contrasts


def _led_by_date(dated: Dated, right: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """'…, 7 мая - США': a half that opens with its date, and a dash where the verb would stand."""
    opens = dated.start - right.start < _NEXT
    return pack.dashes and opens and _dash(dated.end, tokens)


def _dash(at: int, tokens: Sequence[Token]) -> bool:
    """Whether a dash between spaces stands at a token, or after the stop of an abbreviation."""
    at += at < len(tokens) and tokens[at].text == "."
    if not 0 < at < len(tokens) - 1 or tokens[at].text != "-":
        return False
    return tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start


def _gapped(
    left: Clause, right: Clause, dates: Sequence[Dated], dated: bool, pack: Pack, led: bool
) -> bool:
    """Whether the right half says nothing by a verb of its own, and has what a half needs.

    That is, before its date (or after it, where that has led), a name, an object, or a word for
    one; or a name that stands in the case of one of the left half ('with Peru in 1956 and with
    Chile in 1960').
    """
    if _tells(left, right, pack) or _in_apposition(left, right):
        return False
    if any(h.start - right.start < _NEXT for h in of_concept(right.hits, "ONE")):
        return True
    if not dated or not dates:
        return False
    before = right.end if led else dates[0].start
    named = any((acts(g) or _listed(g, left)) and g.start < before for g in right.groups)
    told = any(h.concept in objects() and h.start < before for h in right.hits)
    return named or told or _parallel(left, right)


def _listed(group: Group, left: Clause) -> bool:
    """Whether an organisation goes on a list of them: 'a member of A since 1945, B since 1975'."""
    return group.type == "org" and any(g.type == "org" for g in left.groups)


def _tells(left: Clause, right: Clause, pack: Pack) -> bool:
    """Whether the right half has a predicate, as a title with a date is in lines without verbs."""
    if pack.dashes:
        said = (m for m in matches(right.hits) if not m.frame.beside)
        return any(said) or bool(of_concept(right.hits, "VERB", "ECHO"))
    listed = pack.verb_last and not of_concept(left.hits, "VERB")
    telling_ = {*(heads() if listed else telling()), "ECHO"} - objects()
    return any(h.concept in telling_ for h in right.hits)


def _in_apposition(left: Clause, right: Clause) -> bool:
    """Whether the right half begins with the name of who was called by his office: 'its envoy,
    Ana Ruiz, in 1989'."""
    named = any(g.type == "actor" and g.start <= right.start + 1 for g in right.groups)
    return named and any(h.end == left.end - 1 for h in of_concept(left.hits, "ENVOY", "OFFICE"))


def _parallel(left: Clause, right: Clause) -> bool:
    """Whether the right half begins with a name that stands as one of the left half does."""
    if not right.groups:
        return False
    first = right.groups[0]
    alike = left.groups and (first.case, first.type) == (left.groups[-1].case, left.groups[-1].type)
    joined = first.type == "org" and any(g.type == "org" for g in left.groups)
    return bool(alike) or joined or first.case in {g.case for g in left.groups if g.case}
