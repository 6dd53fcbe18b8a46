"""Tellings: what a clause tells as done, and what the clause after it shares with it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from legation.extraction.background import governed, unreal
from legation.extraction.frames import telling
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.pack import Pack
from legation.extraction.pages import Reading
from legation.extraction.phrases import Clause
from legation.extraction.sessions import of_body
from legation.extraction.tokens import Token
from legation.model.kinds import kinds

_OPENING = 3
"""Among so many words a phrase has its participle ('до апреля служивший')."""


def told_so(found: Sequence[Match], clause: Clause, reading: Reading, pack: Pack) -> list[Match]:
    """The matches of what the clause tells, those that are the background of another marked."""
    tokens = reading.sentence.tokens
    real = [m for m in found if not unreal(m, clause, reading.concepts) and not of_body(m, clause)]
    real = [m for m in real if not governed(m, tokens, pack.undoing, pack)]
    real = [m for m in real if not _owns_more(m, tokens, pack)]
    dated = any(clause.start <= d.start < clause.end for d in reading.dates)
    real = real if dated else [m for m in real if not _accredited(m, real)]
    opens = clause.start == 0 or bool(of_concept(clause.hits, "ECHO"))
    return [
        replace(
            m,
            background=governed(m, tokens, pack.backward, pack),
            opens=opens,
            several=_of_several(m, tokens, pack),
            finite=_finite(m, tokens, pack),
        )
        for m in real
    ]


def _owns_more(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """'in the six days' war's wake': a war that only owns what is spoken of, where the endings of
    nouns tell owners."""
    owner = match.frame.kind == "war" and match.head.case == "gen"
    return owner and pack.verb_last and not pack.genitive_after


def _accredited(match: Match, found: Sequence[Match]) -> bool:
    """'The ambassador in Oslo is also accredited to Peru': an accreditation, and no posting."""
    if match.frame.kind != "envoy_tenure":
        return False
    covers = (m.head for m in found if m.frame.kind == "accreditation")
    return any(h.start <= match.head.start and match.head.end <= h.end for h in covers)


def _finite(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Whether the head is a verb by its ending, where endings tell verbs."""
    if pack.government is None or not 0 <= match.head.start < len(tokens):
        return False
    return tokens[match.head.start].low in pack.government.verbs


def _of_several(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Whether the head is a verb in the plural, where words show it."""
    if pack.government is None or not 0 < match.head.end <= len(tokens):
        return False
    return tokens[match.head.end - 1].low in pack.government.plurals


def following_kinds(
    i: int,
    clauses: Sequence[Clause],
    matched: Sequence[Sequence[Match]],
    tokens: Sequence[Token],
    pack: Pack,
) -> Set[str]:
    """The kinds of what the next clause tells, whose date may be for both."""
    if i >= len(clauses) or _describes(clauses[i], tokens, pack):
        return frozenset()
    if pack.dashes and any(h.start == h.end for h in clauses[i].hits):
        return frozenset()  # a half without a verb has a date of its own
    return {m.frame.kind for m in matched[i]}


def _describes(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Whether a clause is a participle's phrase, which dates nothing but itself."""
    words = {t.low for t in tokens[clause.start : clause.start + _OPENING]}
    return pack.government is not None and any(w in pack.government.participles for w in words)


def dates_only(clause: Clause) -> bool:
    """'… was the first to recognise it, doing so in 1962': the clause only says when."""
    return bool(of_concept(clause.hits, "ECHO")) and not clause.groups


def shares(match: Match, following: Set[str]) -> bool:
    """Whether a date said after the next clause is for both: 'cut ties with A and recognised B'."""
    if any(_undoes(kind, match.frame.kind) for kind in following):
        return False
    families = {kinds()[kind].family for kind in following}
    return match.frame.kind in following or (
        _steps(match.frame.kind) and kinds()[match.frame.kind].family in families
    )


def _undoes(kind: str, before: str) -> bool:
    """'Ties were cut in the war; they resumed in 1949': what is undone had another day."""
    later, earlier = kinds()[kind].effect, kinds()[before].effect
    if later is None or earlier is None or later.line != earlier.line:
        return False
    return later.presupposes is not None and later.presupposes == earlier.affirmed


def _steps(kind: str) -> bool:
    return kinds()[kind].aspect == "event" and kinds()[kind].family == "relations"


def tells(clause: Clause) -> bool:
    """Whether a clause has a word that says something by itself."""
    return any(h.concept in telling() for h in clause.hits)
