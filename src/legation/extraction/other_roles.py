"""Roles of memberships, offices, stances, twinned cities and mediation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.phrases import Argument, Clause, Group
from legation.extraction.roles import Casting, speaks_for_state, usable
from legation.extraction.tokens import Sentence

_LIST = 3
"""So many organisations in a row are a list."""
_APPOSED = 2
"""A comma and an article stand between a name and what it is."""


def member(match: Match, clause: Clause, memory: Memory) -> list[Casting]:
    """Who is a member of what, or joins it."""
    organisations = _organisations(match, clause, memory)
    if match.frame.kind == "membership_ended":
        organisations = [
            o
            for o in organisations
            if 0 <= o.start - match.head.end <= match.frame.reach
            or 0 <= match.head.start - o.end <= match.frame.reach
        ]
        organisations = _bracketed(match, clause, organisations) or organisations
    states = [g for g in clause.groups if g.type in ("state", "actor", "pair") and _holds_state(g)]
    bare = [g for g in states if g.case in ("", "gen", "of", "by")] or states
    bare = [g for g in bare if not _told_apart(g, bare)]
    before = [g for g in bare if g.start < max(match.head.start, 1)] or bare
    owner = _apposed(match, states) or _owning(match, states)
    if owner is not None:
        before = [owner]
    members: list[tuple[str, Argument | None]] = [
        (s, m) for g in before[:1] for m in g.members if m.type != "org" for s in m.states
    ]
    if not members:
        members = [(s, None) for s in memory.subject or memory.theme.states[:1]]
    found = []
    for state, argument in members:
        for organisation in organisations:
            if state == organisation.states[0]:
                continue
            casting = Casting({"member": state, "organisation": organisation.states[0]})
            casting.arguments["organisation"] = organisation
            if argument is not None:
                casting.arguments["member"] = argument
            found.append(casting)
    return found


def _told_apart(both: Group, groups: Sequence[Group]) -> bool:
    """'Both are members: Peru since 1948 …': of the two named as one, one is told of here."""
    rest = (g for g in groups if g is not both and g.type == "state")
    return both.type == "pair" and any(set(g.states) < set(both.states) for g in rest)


def _bracketed(match: Match, clause: Clause, organisations: Sequence[Argument]) -> list[Argument]:
    """In a list, the one before the bracket: 'FAO, IMF, OAS (left in 1962), UN'."""
    labelled = any(h.end <= match.head.start for h in of_concept(clause.hits, "LABEL"))
    listed = any(g.type == "org" and len(g.members) >= _LIST for g in clause.groups)
    if not (labelled or listed):
        return []
    return [o for o in organisations if match.head.start - o.end == 1]


def _apposed(match: Match, states: Sequence[Group]) -> Group | None:
    """'… hurt Peru, a member of the pact': the name right before the comma, whoever acts."""
    if match.head.concept != "MEMBER":
        return None
    beside = (g for g in states if g.type == "state" and match.head.start - g.end == _APPOSED)
    return next(beside, None)


def _owning(match: Match, states: Sequence[Group]) -> Group | None:
    """'did not block Peru's entry into the pact': whose the noun is, whoever acts."""
    if match.head.concept not in ("JOIN", "MEMBER") or match.finite:
        return None
    beside = (g for g in states if g.case == "gen" and 0 <= match.head.start - g.end <= _APPOSED)
    return next(beside, None)


def note_organisation(clause: Clause, memory: Memory, sentence: Sentence) -> None:
    """Keep the organisation that a clause names: the next may only say 'the bloc'."""
    for group in clause.groups:
        for member_ in group.members:
            if member_.type == "org" and member_.sentence is None:
                memory.organisation = replace(member_, sentence=sentence)


def _organisations(match: Match, clause: Clause, memory: Memory) -> list[Argument]:
    """The organisations of the clause; 'the bloc' is the one spoken of last."""
    found = [m for g in clause.groups for m in g.members if m.type == "org"]
    if match.frame.placed:
        found = [o for o in found if o.case in ("in", "at")]
    elif not found and memory.organisation and _means_it(clause, match):
        found = [memory.organisation]
    return found


def _means_it(clause: Clause, match: Match) -> bool:
    """'the bloc', 'which Estonia joined', '… while Iceland has never been a member'."""
    spoken = bool(of_concept(clause.hits, "ORGANISATION", "RELATIVE"))
    member_of = match.head.concept == "MEMBER" or match.frame.kind == "membership"
    return spoken or (clause.start > 0 and match.frame.kind.startswith("membership") and member_of)


def _holds_state(group: Group) -> bool:
    return any(m.states and m.type != "org" for m in group.members)


def one_state(match: Match, clause: Clause, memory: Memory) -> list[Casting]:
    """The one state of an office or of a stance."""
    groups = [
        g
        for g in clause.groups
        if usable(g)
        and (g.states or match.frame.by_name)
        and g.type in ("actor", "state", "pair", "place")
    ]
    if match.frame.kind == "office_tenure":
        groups = [g for g in groups if g.members[0].form != "pronoun" or not g.case]
    groups = [g for g in groups if g.type != "place" or speaks_for_state(g)]
    if match.frame.by_name:
        return _ruler(match, groups, memory)
    groups.sort(key=lambda g: (g.type != "actor", abs(g.start - match.start)))
    if match.frame.kind == "resolution_stance":
        return _stance(match, clause, groups, memory)
    if groups:
        member_ = groups[0].members[0]
        casting = Casting({"state": groups[0].states[0]}, {"state": member_})
    else:
        alone = memory.theme.alone
        state = alone or next(iter(memory.subject), None) or memory.theme.focus
        if state is None:
            return []
        casting = Casting({"state": state}, guessed=1)
    return [casting]


def _stance(match: Match, clause: Clause, groups: Sequence[Group], memory: Memory) -> list[Casting]:
    """Each state that votes; where nobody is named, the subject that the words go on with."""
    voting = [g for g in groups if g.case in ("", "by") and _votes(g)]
    if voting:
        voters = [m for m in voting[0].members if m.states]
        return [Casting({"state": m.states[0]}, {"state": m}) for m in voters]
    others = groups or [g for g in clause.groups if g.type == "org" and g.case in ("", "by")]
    if others or (match.frame.named and not clause.start):
        return []
    state = next(iter(memory.subject), None) or memory.theme.alone
    return [Casting({"state": state}, guessed=1)] if state else []


def _votes(group: Group) -> bool:
    """Whether a state votes, and not its people."""
    member_ = group.members[0]
    return member_.form != "national" and member_.office != "people"


def _ruler(match: Match, groups: Sequence[Group], memory: Memory) -> list[Casting]:
    """Whose the person named before 'who took office' is: known, or the page's one state's."""
    named = [g for g in groups if g.end <= match.head.start and g.members[0].person]
    if not named:
        return []
    person = named[-1].members[0]
    state = next(iter(person.states), None) or memory.theme.alone
    return [Casting({"state": state}, {"state": person})] if state else []


def places(match: Match, clause: Clause) -> list[Casting]:
    """Twinned cities: two by two as they are joined."""
    found = []
    for group in clause.groups:
        cities = [m for m in group.members if m.type == "place"]
        for one, other in zip(cities[::2], cities[1::2], strict=False):
            found.append(_twins(one, other))
    if found:
        return found
    single = [g.members[0] for g in clause.groups if g.type == "place"]
    return [_twins(one, other) for one, other in zip(single[::2], single[1::2], strict=False)]


def _twins(one: Argument, other: Argument) -> Casting:
    return Casting({"places": [one, other]}, {"places.0": one, "places.1": other})


def mediation(match: Match, clause: Clause, memory: Memory) -> list[Casting]:
    """Who mediates between whom."""
    groups = [g for g in clause.groups if g.states and (g.type != "place" or speaks_for_state(g))]
    several = [g for g in groups if len(g.states) >= 2]
    between = next((g for g in several if g.case in ("between", "of", "dat", "with")), None)
    own = set(memory.theme.dyad or ())
    if between is None and match.head.unit.value != "agents":
        theirs = [g for g in several if g.case in ("", "gen") and not _owns(g, match)]
        helped = any(_owns(g, match) for g in groups)
        bare = [g for g in theirs if helped or not (own and own - set(g.states))]
        between = next((g for g in reversed(bare)), None)
    acting = [g for g in groups if g is not between and g.case in ("", "gen", "by", "of", "help")]
    acting.sort(key=lambda g: (g.case != "help", not _owns(g, match)))
    mediators = acting[0].states if acting else memory.subject[:1]
    parties = between.states if between else list(memory.pair())
    if len(parties) < 2:
        return []
    return [Casting({"mediator": m, "parties": parties}) for m in mediators if m not in parties]


def _owns(group: Group, match: Match) -> bool:
    """'through the mediation of Norway': the name right after the word, in the genitive."""
    return group.case == "gen" and 0 <= group.start - match.head.end <= 1
