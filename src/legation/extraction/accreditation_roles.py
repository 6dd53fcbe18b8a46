"""Whose mission or envoy covers which states from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.discourse import Memory
from legation.extraction.envoy_roles import envoy_sides, sender_to
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.missions import missions_of
from legation.extraction.pack import Pack
from legation.extraction.phrases import Argument, Clause, Group, Hit, Mission
from legation.extraction.roles import Casting
from legation.extraction.tokens import Token

_PLACED = ("to", "in", "at")
_SEATED = 2


def accreditation(
    match: Match, clause: Clause, memory: Memory, pack: Pack, tokens: Sequence[Token]
) -> list[Casting]:
    """Whose mission or envoy covers which states from elsewhere."""
    if _says_else(match, clause):
        return []
    phrases = [p for p in missions_of(clause, tokens, pack) if p.start >= clause.start]
    if match.head.unit.value == "interests":
        return _interests(match, clause, memory, phrases, pack)
    sender, seat = _covering(match, clause, phrases, memory, pack)
    covered: list[tuple[str, Argument | None]] = [
        (s, m)
        for g in clause.groups
        for m in g.members
        if m is not seat and _can_be_covered(m, g, match.head, pack)
        for s in m.states
        if s != sender
    ]
    if not covered and _only_serves(match, clause):
        return []
    if memory.theme.keeper and not _named(sender, clause) and not _spoken_of(sender, memory):
        sender = memory.theme.keeper
    if seat is not None and pack.genitive_after:
        covered = [(s, m) for s, m in covered if s not in seat.states]
    sender, covered = _by_context(sender, seat, covered, memory)
    seat_state = seat.states[0] if seat and seat.states else None
    found = []
    for state, argument in covered:
        whose = sender or sender_to(state, memory)
        if whose is None or state in (seat_state, whose) or whose == seat_state:
            continue
        told = {"covers": argument} if argument is not None else {}
        casting = Casting({"sender": whose, "covers": state}, told)
        if seat is not None:
            casting.arguments["seat"] = seat
            casting.values["seat"] = seat
        found.append(casting)
    return found


def _by_context(
    sender: str | None,
    seat: Argument | None,
    covered: list[tuple[str, Argument | None]],
    memory: Memory,
) -> tuple[str | None, list[tuple[str, Argument | None]]]:
    """Who covers whom, where the clause names nobody who is covered; in a guide its keeper does."""
    if not covered and seat is not None and memory.mission and sender in (None, memory.mission[0]):
        sender, host = memory.mission
        covered = [(host, seat)]
    if not covered and sender and memory.mission and memory.mission[0] == sender:
        covered = [(memory.mission[1], None)]
    seat_state = seat.states[0] if seat and seat.states else None
    other = memory.theme.other(sender) if sender and seat_state else None
    if not covered and other and other != seat_state:
        covered = [(other, None)]
    alone = memory.theme.alone
    if not covered and sender and seat_state and alone not in (None, sender, seat_state):
        covered = [(alone, None)]
    return sender, covered


def _says_else(match: Match, clause: Clause) -> bool:
    """Whether the head is part of an office ('Minister Resident in 1884'), or the clause says whose
    interests are seen to, which tells who covers whom, or that no envoy is resident."""
    if match.head.unit.value == "resident" and of_concept(clause.hits, "NOT"):
        return True
    interests = any(h.unit.value == "interests" for h in of_concept(clause.hits, "ACCREDIT"))
    return (interests and match.head.unit.value != "interests") or any(
        h.start < match.head.start < h.end for h in of_concept(clause.hits, "ENVOY")
    )


def _named(state: str | None, clause: Clause) -> bool:
    """Whether a clause itself names a state as whose mission or envoy it speaks of."""
    cases = ("gen", "", "of", "by")
    return any(state in m.states and m.case in cases for g in clause.groups for m in g.members)


def _spoken_of(state: str | None, memory: Memory) -> bool:
    """Whether it is a state's mission that was told of right before: its minister goes on."""
    return memory.mission is not None and memory.mission[0] == state


def _only_serves(match: Match, clause: Clause) -> bool:
    """'He was in charge': words that say as well that somebody served tell of no third state."""
    return any(h.start <= match.head.start < h.end for h in of_concept(clause.hits, "SERVE"))


def _interests(
    match: Match, clause: Clause, memory: Memory, phrases: Sequence[Mission], pack: Pack
) -> list[Casting]:
    """'Norway's interests in Peru are seen to by the embassy in Chile'; not by a third state."""
    offices = of_concept(clause.hits, "ENVOY")
    if not offices and not phrases:
        return []
    seat = phrases[0].city if phrases else _seat(clause, offices[0] if offices else None, pack)
    named = [m for g in clause.groups for m in g.members if m.states and m is not seat]
    after = (m for m in named if m.case == "of" and 0 <= m.start - match.head.end <= 1)
    before = (m for m in named if m.case == "gen" and 0 <= match.head.start - m.end <= 2)
    owner = next(iter([*after, *before]), None)
    sender = owner.states[0] if owner else next(iter(memory.subject), None)
    there = next(
        (m for m in named if m.case in _PLACED and m.end <= _office_end(offices, phrases, clause)),
        None,
    )
    covered = there.states[0] if there else (memory.counterpart(sender) if sender else None)
    third = any(m.case in ("", "by") and m.type == "state" and m.states[0] != sender for m in named)
    if not sender or not covered or sender == covered or third:
        return []
    casting = Casting({"sender": sender, "covers": covered}, guessed=int(there is None))
    if seat is not None:
        casting.values["seat"] = casting.arguments["seat"] = seat
    return [casting]


def _office_end(offices: Sequence[Hit], phrases: Sequence[Mission], clause: Clause) -> int:
    """Where the envoy or the mission is named: what follows is its seat."""
    starts = [*(h.start for h in offices), *(p.start for p in phrases)]
    return min(starts, default=clause.end)


def _can_be_covered(member: Argument, group: Group, head: Hit, pack: Pack) -> bool:
    """Not who owns the mission, save where a genitive says whose affairs it sees to."""
    if member.type not in ("state", "place", "org") or member.case == "from":
        return False
    beside = not pack.genitive_after and 0 <= head.start - group.end <= 2
    return (
        member.case != "gen"
        or member.start >= head.start
        or (beside and member.form != "adjective")
    )


def _covering(
    match: Match, clause: Clause, phrases: Sequence[Mission], memory: Memory, pack: Pack
) -> tuple[str | None, Argument | None]:
    envoys = [h for h in of_concept(clause.hits, "ENVOY") if h.end <= match.head.start]
    if envoys:
        phrases = [p for p in phrases if p.end <= match.head.start]
    for phrase in phrases:
        if phrase.sender is not None and phrase.sender.states:
            return phrase.sender.states[0], phrase.city or phrase.host
    if phrases and phrases[0].city is not None:
        return None, phrases[0].city
    if phrases and (spoken_of := memory.mission or memory.home_mission):
        return spoken_of[0], None
    hits = of_concept(clause.hits, "ENVOY")
    known = memory.envoy or memory.mission or memory.home_mission
    if not hits and known:
        return known[0], None
    sender, host = envoy_sides(hits[0] if hits else None, match.head, clause, pack)
    place = _seat(clause, hits[0] if hits else None, pack)
    if sender is not None and sender.case in ("gen", "of", ""):
        return sender.states[0], place or (host if hits else None)
    last = memory.envoy if isinstance(memory.envoy, tuple) else None
    return (last[0] if last else next(iter(memory.subject), None) or memory.theme.focus), place


def _seat(clause: Clause, office: Hit | None, pack: Pack) -> Argument | None:
    """Where the envoy is; where places stand before what is there, not one named after it."""
    placed = [m for g in clause.groups for m in g.members if m.case in ("in", "at", "from", "")]
    if office is not None and pack.verb_last and not pack.genitive_after:
        before = [m for m in placed if m.end <= office.start and m.case]
        return before[0] if before else None
    if office is not None and pack.government:
        beside = (m for m in placed if 0 <= m.start - office.end <= _SEATED and m.case)
        return next(beside, None)
    return next((m for m in placed if m.type == "place"), None)
