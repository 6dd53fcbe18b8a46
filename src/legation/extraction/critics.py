"""Critics and whom they criticise: who only condemns a deed has done nothing, nor suffered it."""

from __future__ import annotations

from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.institutions import with_institutions
from legation.extraction.matching import Match
from legation.extraction.phrases import Clause, Group

DEEDS = ("attack", "occupation")
"""Kinds of blows that others condemn."""


def without_critics(match: Match, clause: Clause, groups: list[Group]) -> list[Group]:
    """The groups without who only condemns: 'Peru condemned the attack on Chile' is no attacker."""
    if match.frame.kind == "criticism":
        return _without_victims(match, clause, with_institutions(match, clause, groups))
    if match.frame.kind not in DEEDS:
        return groups
    told = of_concept(clause.hits, "CRITICIZE")
    before = [h for h in told if h.end <= match.head.start]
    after = [h for h in told if h.start >= match.head.end]
    return [
        g
        for g in groups
        if not (g.case == "by" and any(0 <= g.start - h.end <= 2 for h in after))
        and (g.case or not any(g.end <= h.start for h in before))
    ]


def _without_victims(match: Match, clause: Clause, groups: list[Group]) -> list[Group]:
    """'condemned the invasion of Chile by Peru': who did what is condemned is condemned for it."""
    deeds = [h for h in of_concept(clause.hits, "ATTACK", "OCCUPY") if h.start >= match.head.end]
    if not deeds:
        return groups
    before = [g for g in groups if g.start < deeds[0].end and not _leads(g, match)]
    doers = [Group(g.members, "against") for g in groups if g not in before and g.case == "by"]
    told = [g for g in groups if g not in before and g.case == "against" and g.type != "org"]
    further = [g for g in told if not any(0 <= g.start - d.end <= 2 for d in deeds)]
    return [*before, *doers, *further]


def _leads(group: Group, match: Match) -> bool:
    """'protested against the Chilean-led raid': who leads the deed is named before it."""
    return group.case == "by" and group.start >= match.head.end


def condemned(match: Match, clause: Clause) -> bool:
    """Whether a deed is condemned whose doer the clause does not name."""
    deeds = of_concept(clause.hits, "ATTACK", "OCCUPY")
    return match.frame.kind == "criticism" and any(h.start >= match.head.end for h in deeds)


def blamed(critic: Group | None, clause: Clause, memory: Memory) -> str:
    """Who did what one of a page's two states condemns, where it befell neither: the other."""
    other = memory.theme.other(critic.states[0]) if critic and critic.states else None
    victims = {s for g in clause.groups if g.case in ("of", "on", "against") for s in g.states}
    return other if other and victims and not victims & set(memory.theme.states) else ""
