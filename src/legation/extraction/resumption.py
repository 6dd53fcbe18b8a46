"""Resumption: what goes on after a relative clause, or after an aside that says nothing.

'Peru is a member of the League, which it joined in 1920, and of the Union': the main clause is
taken up where the relative one ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.dated import Dated
from legation.extraction.frames import telling
from legation.extraction.hits import of_concept
from legation.extraction.matching import matches
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Group
from legation.extraction.remnants import acts, cut, fill, verb_of
from legation.extraction.tokens import Token

_OPENS = 2
"""So soon in a clause stands the pronoun that makes it a relative one."""
_NEAR = 4
"""So many words may stand between the joint and the name after it, or that name and its date."""


def resumed(
    before: Sequence[Clause],
    clause: Clause,
    dates: Sequence[Dated],
    tokens: Sequence[Token],
    pack: Pack,
) -> list[Clause]:
    """The clause, cut where it goes on with what a clause before it has said of another name."""
    if not before or pack.verb_last:
        return [clause]
    at = _after_relative(before[-1], clause, tokens, pack)
    source = before[-1]
    if at is None and not matches(clause.hits):
        at = _after_aside(clause, dates, tokens, pack)
        source = next((c for c in reversed(before) if verb_of(c)), source)
    verb = verb_of(source) if at is not None else []
    if at is None or not verb:
        return [clause]
    left, right = cut(clause, at)
    if verb[0].concept == "ECHO":
        source = Clause(source.start, source.end)
    fill(right, source, verb, pack)
    return [left, right]


def _after_relative(
    before: Clause, clause: Clause, tokens: Sequence[Token], pack: Pack
) -> int | None:
    """Where a list goes on whose last member a relative clause is told of."""
    relatives = of_concept(clause.hits, "RELATIVE")
    opens = any(h.start - clause.start <= _OPENS for h in relatives)
    antecedent = before.groups[-1] if before.groups else None
    if not opens or antecedent is None or antecedent.end != clause.start - 1:
        return None
    said = [h.start for h in clause.hits if h.concept in telling()]
    for group in clause.groups:
        at = _joint(group.start, clause, tokens, pack)
        if at is None or not _alike(group, antecedent):
            continue
        if any(s < at for s in said) and not any(at <= s for s in said):
            return at
    return None


def _alike(group: Group, other: Group) -> bool:
    return (group.case, group.type) == (other.case, other.type)


def _after_aside(
    clause: Clause, dates: Sequence[Dated], tokens: Sequence[Token], pack: Pack
) -> int | None:
    """Where, in a clause that tells nothing, a bare name with a date of its own begins a list."""
    for group in clause.groups:
        dated = any(0 <= d.start - group.end < _NEAR for d in dates)
        if dated and acts(group) and group.type != "actor":
            return _joint(group.start, clause, tokens, pack)
    return None


def _joint(start: int, clause: Clause, tokens: Sequence[Token], pack: Pack) -> int | None:
    """After the comma or 'and' that stands shortly before a name, with no verb between."""
    for i in range(start - 1, max(clause.start, start - _NEAR), -1):
        if tokens[i].low in pack.conjunctions:
            return i + 1
        if any(h.start == i and h.concept in telling() for h in clause.hits):
            return None
    return None
