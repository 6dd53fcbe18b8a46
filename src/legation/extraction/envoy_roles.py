"""Who sends whom to whom: envoys in post, recalled, expelled, and accredited to other states too."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.discourse import Memory
from legation.extraction.frames import Match
from legation.extraction.hits import of_concept
from legation.extraction.missions import missions_of
from legation.extraction.pack import Pack
from legation.extraction.phrases import Argument, Clause, Mission
from legation.extraction.roles import Casting, speaks_for_state
from legation.extraction.tokens import Token

_PLACED = ("to", "in", "at")
_OWNED = ("gen", "of", "poss")


def envoy(
    match: Match, clause: Clause, memory: Memory, pack: Pack, tokens: Sequence[Token]
) -> list[Casting]:
    """Sender, host, person and office of an envoy."""
    hits = of_concept(clause.hits, "ENVOY")
    office = match.object or (hits[0] if hits else None)
    sender, host = _envoy_sides(office, match, clause, pack)
    mutual = next((g for g in clause.groups if len(g.states) == 2 and g.case in ("", "gen")), None)
    if sender is None and host is None and mutual is not None:
        a, b = mutual.states
        return [Casting({"sender": a, "host": b}), Casting({"sender": b, "host": a})]
    return _filled_envoy(office, sender, host, memory)


def _envoy_sides(
    office: object, match: Match, clause: Clause, pack: Pack
) -> tuple[Argument | None, Argument | None]:
    start = getattr(office, "start", match.head.start)
    end = getattr(office, "end", match.head.end)
    host = sender = None
    for group in clause.groups:
        argument = group.members[0]
        case = argument.case or group.case
        if not argument.states:
            continue
        if case in _PLACED or (argument.type == "place" and case in ("", "gen", "at")):
            host = argument if host is None or argument.start >= end else host
        elif case == "of" or (pack.genitive_after and 0 <= argument.start - end <= 2):
            sender = sender or argument
        elif (case in _OWNED and argument.end <= start and start - argument.end <= 3) or (
            case == "" and argument.type in ("state", "pair") and sender is None
        ):
            sender = argument
    return sender, host


def _filled_envoy(
    office: object, sender: Argument | None, host: Argument | None, memory: Memory
) -> list[Casting]:
    s = sender.states[0] if sender else None
    h = next((x for x in (host.states if host else ()) if x != s), None)
    guessed = 0
    if s is None and h is None:
        last = memory.envoy or memory.mission
        s, h = last if isinstance(last, tuple) else (None, None)
        guessed = 2
    if s is None and h is not None:
        s, guessed = next((x for x in memory.subject if x != h), None) or memory.counterpart(h), 1
    if h is None and s is not None:
        h, guessed = memory.counterpart(s), guessed + 1
    if not s or not h or s == h:
        return []
    casting = Casting({"sender": s, "host": h}, guessed=guessed)
    for role, argument in (("sender", sender), ("host", host)):
        if argument is not None:
            casting.arguments[role] = argument
    unit = getattr(office, "unit", None)
    if unit is not None and unit.value:
        casting.values["office"] = unit.value
        casting.arguments["office"] = Argument(office.start, office.end, ())  # type: ignore[attr-defined]
    return [casting]


def recall(match: Match, clause: Clause, memory: Memory, pack: Pack) -> list[Casting]:
    """Who recalls an envoy, and from where."""
    sender, host = _envoy_sides(match.object, match, clause, pack)
    from_group = next((g for g in clause.groups if g.case == "from" and g.states), None)
    by = sender.states[0] if sender else next(iter(memory.subject), None)
    host_state = from_group.states[0] if from_group else (host.states[0] if host else None)
    if host_state is None and by:
        host_state = memory.counterpart(by)
    if by is None and host_state:
        by = memory.counterpart(host_state)
    if not by or not host_state or by == host_state:
        return []
    return [Casting({"by": by, "host": host_state}, {"by": sender} if sender else {})]


def expulsion(match: Match, clause: Clause, memory: Memory, pack: Pack) -> list[Casting]:
    """Who expels whose diplomats."""
    at = match.object.start if match.object else match.head.start
    groups = [g for g in clause.groups if (g.states and g.type != "place") or speaks_for_state(g)]
    owner = next(
        (g for g in reversed(groups) if g.case in _OWNED and g.end <= at and at - g.end <= 3), None
    )
    owner = owner or next(
        (g for g in groups if g.case == "of" or (pack.genitive_after and 0 <= g.start - at <= 2)),
        None,
    )
    acting = next((g for g in groups if g is not owner and g.case in ("", "by")), None)
    by = acting.states[0] if acting else next(iter(memory.subject), None)
    whose = owner.states[0] if owner else None
    if by is None and whose:
        by = memory.counterpart(whose)
    if whose is None and by:
        whose = memory.counterpart(by)
    if not by or not whose or by == whose:
        return []
    return [Casting({"by": by, "sender": whose})]


def accreditation(
    match: Match, clause: Clause, memory: Memory, pack: Pack, tokens: Sequence[Token]
) -> list[Casting]:
    """Whose mission or envoy covers which states from elsewhere."""
    phrases = missions_of(clause, tokens, pack)
    sender, seat = _covering(match, clause, phrases, memory, pack)
    covered: list[tuple[str, Argument]] = []
    for group in clause.groups:
        for member in group.members:
            if (
                member is seat
                or member.type not in ("state", "place", "org")
                or member.case in ("gen", "from")
            ):
                continue
            covered += [(s, member) for s in member.states if s != sender]
    seat_state = seat.states[0] if seat and seat.states else None
    found = []
    for state, argument in covered:
        if sender is None or state == seat_state:
            continue
        casting = Casting({"sender": sender, "covers": state}, {"covers": argument})
        if seat is not None:
            casting.arguments["seat"] = seat
            casting.values["seat"] = seat
        found.append(casting)
    return found


def _covering(
    match: Match, clause: Clause, phrases: Sequence[Mission], memory: Memory, pack: Pack
) -> tuple[str | None, Argument | None]:
    for phrase in phrases:
        if phrase.sender is not None and phrase.sender.states:
            return phrase.sender.states[0], phrase.city or phrase.host
    if phrases and memory.mission:
        return memory.mission[0], None
    hits = of_concept(clause.hits, "ENVOY")
    sender, host = _envoy_sides(hits[0] if hits else None, match, clause, pack)
    place = next(
        (
            m
            for g in clause.groups
            for m in g.members
            if m.type == "place" and m.case in ("in", "at", "from", "")
        ),
        None,
    )
    if sender is not None and sender.case in ("gen", "of", ""):
        return sender.states[0], place or (host if hits else None)
    last = memory.envoy if isinstance(memory.envoy, tuple) else None
    return (last[0] if last else next(iter(memory.subject), None) or memory.theme.focus), place


