"""The parties of symmetric kinds: joined in the words, or one named and one known."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.pack import Pack
from legation.extraction.phrases import Argument, Clause, Group
from legation.extraction.reasons import of_a_deed, of_another_clause
from legation.extraction.roles import Casting, members, speaks_for_state, usable
from legation.extraction.war_dates import spoken_of
from legation.extraction.warring import declared_on, fought, in_its_war
from legation.model.kinds import kinds

Parties = tuple[list[str], list[Argument]]
"""The states that are one claim's parties, and the words that name them."""

_COMPANY = ("with", "against")
_ENDS = ("between", "from", "to")
"""The cases of the cities that a line of transport joins."""
_SETTINGS = ("in", "at", "to", "from")
"""The cases of where two meet, who are both named."""
_MEDIATING = 4
"""So many words may stand between a mediator and the word for his mediation."""
_TOGETHER = ("", "gen", "of", "by", "between", "obj", "with")
"""The cases in which two states named as one are the parties of what is said."""


def pair(match: Match, clause: Clause, memory: Memory, pack: Pack, passive: bool) -> list[Casting]:
    """The parties of a symmetric kind: one list for each claim."""
    named_war = match.frame.kind == "war"
    groups = [
        g
        for g in clause.groups
        if g.type != "place" and (usable(g) or (named_war and g.type == "event"))
    ]
    groups += [
        g
        for g in clause.groups
        if g.type == "place"
        and speaks_for_state(g)
        and g.case not in ("in", "to", "at", "on", "from")
    ]
    if match.frame.kind == "transport_link":
        groups += [g for g in clause.groups if g.type == "place" and g.case in _ENDS]
    if match.frame.kind in ("meeting", "visit", "ceasefire", "dispute", "war"):
        groups = [g for g in groups if g.type != "org" or _party(g)]
    elif pack.government:
        groups = [g for g in groups if g.type != "org" or g.case not in ("gen", "of", "in", "to")]
    elif pack.verb_last:
        groups = [g for g in groups if g.type != "org" or g.case not in ("gen", "in", "to")]
    groups = [g for g in groups if g.case != "help" and not of_another_clause(g, match, clause)]
    groups = [g for g in groups if not of_a_deed(g, match, clause)]
    if not named_war:
        groups = [g for g in groups if not fought(g, clause)]
    if match.frame.kind != "mediation":
        mediator = _mediator(groups, clause, pack)
        groups = [g for g in groups if g is not mediator]
    groups = [declared_on(g, match) for g in sorted(groups, key=lambda g: g.start)]
    if listed := _partners(match, clause, groups, memory):
        return listed
    named = _named_parties(match, groups, pack, memory)
    if named:
        return [c for parties, args in named if (c := _party_casting(parties, args, 0))]
    return _supplied(match, clause, groups, memory)


def _supplied(
    match: Match, clause: Clause, groups: Sequence[Group], memory: Memory
) -> list[Casting]:
    """The parties where the words do not name both: what was told before gives them."""
    if theirs := spoken_of(match, clause, groups, memory):
        return [c for c in [_party_casting(theirs, (), 2)] if c]
    if match.frame.named >= 2 and not any(g.case in _COMPANY for g in groups):
        return []
    return _half_named(match, clause, groups, memory)


def _party(group: Group) -> bool:
    """Whether organisations meet or fight, and are not where states do so: 'EU-AU summit'."""
    return group.case in ("with", "between") or (not group.case and len(group.states) > 1)


def _mediator(groups: Sequence[Group], clause: Clause, pack: Pack) -> Group | None:
    """'signed under Norway's mediation': who only mediates is no party."""
    for hit in of_concept(clause.hits, "MEDIATE"):
        if pack.genitive_after:
            after = (g for g in groups if g.case == "gen" and 0 <= g.start - hit.end <= 1)
            return next(after, None)
        owners = [g for g in groups if g.case in ("gen", "by") and g.end <= hit.start]
        nearest = max(owners, key=lambda g: g.end, default=None)
        if nearest is not None and hit.start - nearest.end <= _MEDIATING:
            return nearest
    return None


def _partners(
    match: Match, clause: Clause, groups: Sequence[Group], memory: Memory
) -> list[Casting]:
    """'Partners: Peru, Chile': those after a label are each the other party of the page's state."""
    if match.head.unit.value == "partners" and (owned := _owned_partners(match, groups)):
        return owned
    focus = memory.theme.alone
    labels = [
        h.start for h in clause.hits if h.unit.concept == "LABEL" and h.start >= match.head.end
    ]
    listed = [
        (s, m)
        for g in groups
        for m in g.members
        for s in m.states
        if m.start > min(labels, default=0) and s != focus
    ]
    apart = all(
        (g.start > min(labels, default=0) and g.case in ("", "of")) or g.states == [focus]
        for g in groups
    )
    if not labels or focus is None or not apart:
        return []
    return [c for s, m in listed if (c := _party_casting([focus, s], [m], 1))]


def _owned_partners(match: Match, groups: Sequence[Group]) -> list[Casting]:
    """'the partners of Peru are Chile and Ghana': whose partners they are, with each of them."""
    owner = next((g for g in groups if g.case == "of" and g.start >= match.head.end), None)
    owner = owner or next((g for g in groups if g.case == "gen" and g.end <= match.head.end), None)
    theirs = next((g for g in groups if g is not owner and g.case in ("", "by")), None)
    if owner is None or theirs is None:
        return []
    found = _crossed(match, owner, theirs)
    return [c for parties, args in found if (c := _party_casting(parties, args, 0))]


def _near_first(match: Match, groups: Sequence[Group]) -> list[Group]:
    """The groups by their distance; of two as near first the one behind: 'broke with Peru to
    establish relations with Chile'."""

    def far(group: Group) -> tuple[int, bool]:
        gap = max(group.start - match.end, match.start - group.end, 0)
        return gap, group.case in _COMPANY and group.start < match.start

    return sorted(groups, key=far)


def _named_parties(
    match: Match, groups: Sequence[Group], pack: Pack, memory: Memory
) -> list[Parties]:
    near = _near_first(match, groups)
    if (among := _among(near, pack)) is not None:
        return _spread(match, among)
    upon = match.frame.strict or match.frame.kind == "war"
    joining = (*_COMPANY, "on") if upon else _COMPANY
    company = next((g for g in near if g.case in joining and g.states), None)
    if company is not None:
        return _in_company(match, company, near, joining, memory)
    if match.frame.strict:
        joined = [g for g in near if len(g.states) == 2 and (g.type == "event" or _both(g))]
        return _spread(match, joined[0]) if joined else []
    return _without_company(match, near, memory)


def _among(near: Sequence[Group], pack: Pack) -> Group | None:
    """The nearest group of 'between', unless company stands nearer where a word governs both."""
    joined_by = (*_COMPANY, "between") if pack.government else ("between",)
    for group in near:
        if group.case == "between" and len(group.states) >= 2:
            return group
        if group.case in joined_by and group.states:
            break
    return None


def _in_company(
    match: Match, company: Group, near: Sequence[Group], joining: Sequence[str], memory: Memory
) -> list[Parties]:
    """The parties where one stands 'with' another."""
    hosts = [
        g
        for g in near
        if g is not company and g.case not in joining and set(g.states) - set(company.states)
    ]
    if _both(company):
        hosts = [g for g in hosts if g.case not in _SETTINGS]
    hosts.sort(key=lambda g: (g.case not in ("", "gen", "by", "poss"), g.start > company.start))
    if company.start >= match.head.end:
        hosts = [g for g in hosts if in_its_war(g, match)][-1:] or hosts
    if hosts:
        return _crossed(match, hosts[0], company)
    alone = len(company.members) > 1 and _third(company.states, memory)
    return _spread(match, company) if len(company.states) == 2 and not alone else []


def _third(states: Sequence[str], memory: Memory) -> bool:
    """Whether somebody else is spoken of: 'relations began with Peru and Bolivia', in a page on a
    third state, are its own with each of them."""
    focus = memory.theme.alone
    return focus is not None and focus not in states


def _without_company(match: Match, near: Sequence[Group], memory: Memory) -> list[Parties]:
    """The parties where no 'with' tells them: named together, the page's own, or side by side."""
    done_to = [g for g in near if match.finite and g.case and g.start >= match.end]
    together = (g for g in near if len(g.states) >= 2 and g.case in _TOGETHER and g not in done_to)
    if (group := next(together, None)) is not None:
        return _spread(match, group)
    if (dyad := memory.theme.dyad) and (theirs := _theirs(near, dyad)):
        return [(list(dyad), theirs)]
    singles = [g for g in near if g.states][:2]
    if len(singles) == 2 and singles[0].states[0] != singles[1].states[0]:
        return _crossed(match, singles[0], singles[1])
    return []


def _theirs(groups: Sequence[Group], dyad: tuple[str, str]) -> list[Argument]:
    """The arguments that name the document's two states, where a clause names more than two."""
    if len({s for g in groups for s in g.states}) < 3:
        return []
    found = [m for state in dyad for g in groups for m in g.members if state in m.states]
    return found if all(any(s in m.states for m in found) for s in dyad) else []


def _both(group: Group) -> bool:
    """'the two countries', 'the armies of the two states': two said as one."""
    return len(group.members) == 1 and len(group.states) == 2


def _spread(match: Match, group: Group) -> list[Parties]:
    states = group.states
    if match.frame.multi or len(states) == 2:
        return [(states, group.members)]
    return [(list(two), group.members) for two in combinations(states, 2)]


def _crossed(match: Match, one: Group, other: Group) -> list[Parties]:
    if match.frame.multi:
        together = list(dict.fromkeys([*one.states, *other.states]))
        return [(together, [*one.members, *other.members])]
    pairs = product(members(one), members(other))
    return [
        ([a, b], [m for m in (ma, mb) if m is not None])
        for (a, ma), (b, mb) in pairs
        if a and b and a != b
    ]


def _party_casting(
    parties: Sequence[str], args: Sequence[Argument], guessed: int
) -> Casting | None:
    if len(set(parties)) < 2:
        return None
    casting = Casting({"parties": list(parties)}, guessed=guessed)
    for state in parties:
        argument = next((a for a in args if state in a.states), None)
        if argument is not None:
            casting.arguments[f"parties.{state}"] = argument
    return casting


def _half_named(
    match: Match, clause: Clause, groups: Sequence[Group], memory: Memory
) -> list[Casting]:
    """One party named, or none: the discourse gives the rest."""
    near = _near_first(match, [g for g in groups if g.states])
    if near:
        group = near[0]
        found = []
        for state, argument in members(group):
            for other in _others(state, memory):
                if state and argument is not None:
                    found.append(_party_casting([state, other], [argument], 1))
        return [c for c in found if c]
    if match.frame.named:
        return []
    parties = _resumed(match, clause, memory) or memory.pair()
    casting = _party_casting(parties, (), 2) if len(parties) == 2 else None
    return [casting] if casting else []


def _resumed(match: Match, clause: Clause, memory: Memory) -> tuple[str, ...]:
    """'Chile cut ties with Peru in 1910 and restored them in 1928', in a page on Chile and Ghana:
    the parties of what the clause before told, where the ties are only meant."""
    lent = match.object is not None and match.object.start < clause.start
    tied = memory.event in kinds() and kinds()[memory.event].family == "relations"
    return memory.parties if lent and tied and len(memory.parties) == 2 else ()


def _others(state: str, memory: Memory) -> list[str]:
    """Who the other party is: of several who act together ('Peru and Chile …'), each."""
    other = _other(state, memory)
    if other is None:
        return []
    acting = memory.subject if other in memory.subject and state not in memory.subject else ()
    return list(acting) or [other]


def _other(state: str, memory: Memory) -> str | None:
    focus = memory.theme.focus
    if focus and memory.theme.dyad is None and state != focus:
        return focus
    if memory.theme.other(state) is None and memory.heir(state) is None:
        for subject in memory.subject:
            if subject != state:
                return subject
    return memory.counterpart(state)
