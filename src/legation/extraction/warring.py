"""Who wages a war, where words put two beside it, and who is only named because of one."""

from __future__ import annotations

from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.phrases import Clause, Group

_WARRING = 4
"""So many words may stand between who wages a war and the word for it ('Peru in its … war')."""


def declared_on(group: Group, match: Match) -> Group:
    """'Peru and Chile declared war on Spain': whom a war is declared on, where an ending says so,
    stands against those who declare it."""
    waged = match.frame.kind == "war" and (match.finite or match.head.concept == "WAGE")
    aimed = waged and group.start == match.head.end
    told = aimed and group.case in ("of", "dat", "obj")
    return Group(group.members, "against") if told else group


def fought(group: Group, clause: Clause) -> bool:
    """'the war with Chile led to warmer ties': whom a war is with has no part in them."""
    wars = of_concept(clause.hits, "WAR")
    return group.case in ("with", "against") and any(0 <= group.start - h.end <= 1 for h in wars)


def in_its_war(group: Group, match: Match) -> bool:
    """'support for Chile in its war with Peru': who is named right before a war wages it."""
    named = group.members[0].form != "pronoun" and group.case in ("for", "of", "to", "obj")
    return match.frame.kind == "war" and named and 0 <= match.head.start - group.end <= _WARRING
