"""Visits told from the host's side: 'Lima welcomed the minister', 'he was received in Oslo'."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.discourse import Memory
from legation.extraction.matching import Match
from legation.extraction.pack import Pack
from legation.extraction.phrases import Argument, Clause, Group
from legation.extraction.roles import Casting, speaks_for_state

_GUESTS = ("", "obj", "of", "gen", "near")


def hosted(
    match: Match, clause: Clause, memory: Memory, pack: Pack, passive: bool
) -> list[Casting]:
    """From where each guest came, and who received them."""
    guests = _guests(match, clause, pack, passive)
    if pack.government and _received_one_named_before(match, clause):
        return []
    host = _host(match, clause, guests, memory)
    found = []
    for guest in guests:
        source = next(iter(guest.states), None) or (memory.counterpart(host[0]) if host else None)
        target = host[0] if host else (memory.counterpart(source) if source else None)
        if source and target and source != target:
            casting = Casting({"from": source, "to": target}, {"from": guest})
            if host and host[1] is not None:
                casting.arguments["to"] = host[1]
            found.append(casting)
    return found


def _received_one_named_before(match: Match, clause: Clause) -> bool:
    """'…, where the king received him': the journey has been told, and who follows is the host."""
    pronouns = (g for g in clause.groups if g.members[0].form == "pronoun")
    return any(0 <= match.head.start - g.end <= 1 for g in pronouns)


def _guests(match: Match, clause: Clause, pack: Pack, passive: bool) -> list[Argument]:
    """The officials who are received: after an active verb, before a passive one."""
    found = []
    marked = any(case == "obj" for _, _, case in pack.endings)
    cases = ("obj",) if marked else _GUESTS
    for group in clause.groups:
        after = group.start >= match.head.end
        placed = pack.verb_last or after != passive
        if group.type == "actor" and placed and group.case in cases:
            found += [m for m in group.members if m.form not in ("government", "pronoun")]
    return found


def _host(
    match: Match, clause: Clause, guests: Sequence[Argument], memory: Memory
) -> tuple[str, Argument | None] | None:
    """Where they were received, else who received them."""
    theirs = {s for g in guests for s in g.states}
    places = [g for g in clause.groups if g.type == "place" and g.case in ("in", "at", "to")]
    acting = [g for g in clause.groups if _acts(g) and not any(m in guests for m in g.members)]
    for group in [*places, *acting]:
        for member in group.members:
            if member.states and member.states[0] not in theirs:
                return member.states[0], member
    known = next((s for s in memory.subject if s not in theirs), None)
    return (known, None) if known else None


def _acts(group: Group) -> bool:
    bare = group.case in ("", "by", "in") and bool(group.states)
    return bare and (group.type != "place" or speaks_for_state(group))
