"""Several officials of one state, who travelled or were met each for himself."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.dated import When
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.particulars import actors_of, name_of, office_of
from legation.extraction.phrases import Argument, Clause
from legation.extraction.roles import Casting
from legation.extraction.tokens import Token

_YEAR = 4
"""A date no longer than a year says that those who came in it need not have come together."""
_DELEGATE = "delegate"


def severally(
    casting: Casting, match: Match, clause: Clause, tokens: Sequence[Token], when: Sequence[When]
) -> list[Casting]:
    """One casting for each visitor of a year's list, and for each whom separate talks were with."""
    if match.frame.kind == "visit" and all(len(w.value or "") <= _YEAR for w in when):
        return _visitors(casting, match, clause, tokens)
    if match.frame.kind == "meeting" and of_concept(clause.hits, "SEVERALLY"):
        return _interlocutors(casting, clause, tokens)
    return [casting]


def respectively(
    castings: Sequence[Casting], clause: Clause, when: Sequence[When]
) -> list[Sequence[When]]:
    """The dates of each casting: all of them, unless 'respectively' gives one to each in turn."""
    first = [min((a.start for a in c.arguments.values()), default=0) for c in castings]
    paired = len(castings) == len(when) > 1
    if not (paired and of_concept(clause.hits, "RESPECTIVELY")):
        return [when for _ in castings]
    rank = sorted(range(len(castings)), key=first.__getitem__)
    return [[when[rank.index(i)]] for i in range(len(castings))]


def _visitors(
    casting: Casting, match: Match, clause: Clause, tokens: Sequence[Token]
) -> list[Casting]:
    """'In 2017 Ruiz, the minister of trade, and Paz, the minister of labour, visited Oslo.'"""
    home = (casting.values.get("from"),)
    able = [a for a in actors_of(clause) if a.states in ((), home) and a.office]
    able = [a for a in able if a.end <= match.head.start and a.case not in ("with", "to", "by")]
    able = [a for a in able if a.person or a.office == _DELEGATE]
    if len(able) < 2 or casting.arguments.get("from") is None:
        return [casting]
    found = []
    for actor in able:
        visitor = name_of(actor, tokens) or office_of(actor)
        values = {**casting.values, "visitor": visitor, "office": actor.office}
        arguments = {**casting.arguments, "visitor": visitor}
        found.append(Casting(values, arguments, casting.guessed))
    return found


def _interlocutors(casting: Casting, clause: Clause, tokens: Sequence[Token]) -> list[Casting]:
    """'His meetings with the president, Ana Ruiz, and with the speaker, Juan Paz, took place.'"""
    actors = [a for a in actors_of(clause) if a.sentence is None and a.states]
    if not actors:
        return [casting]
    theirs = [a for a in actors[1:] if a.states != actors[0].states]
    named: dict[object, Argument] = {}
    for actor in theirs:
        named.setdefault(actor.person or actor.office, actor)
    if len(named) < 2:
        return [casting]
    host = name_of(actors[0], tokens) or office_of(actors[0])
    found = []
    for actor in named.values():
        met = name_of(actor, tokens) or office_of(actor)
        values = {**casting.values, "participants": [host, met]}
        kept = {k: v for k, v in casting.arguments.items() if not k.startswith("participants")}
        arguments = {**kept, "participants.0": host, "participants.1": met}
        found.append(Casting(values, arguments, casting.guessed))
    return found
