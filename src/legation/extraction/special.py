"""Roles of the kinds that are neither a pair nor one state acting on another."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.discourse import Memory
from legation.extraction.frames import Match
from legation.extraction.hits import of_concept
from legation.extraction.missions import missions_of, settle
from legation.extraction.pack import Pack
from legation.extraction.phrases import Argument, Clause, Group, Mission
from legation.extraction.roles import Casting, usable
from legation.extraction.tokens import Token

_PLACED = ("to", "in", "at")
_OWNED = ("gen", "of", "poss")


def subject_states(clause: Clause, match: Match, memory: Memory) -> tuple[str, ...]:
    """Who acts in a clause: the bare group before the verb, else the last subject."""
    for group in clause.groups:
        bare = group.case in ("", "by") and group.type != "place"
        if bare and group.states and group.start < max(match.start, 1):
            return tuple(group.states)
    speaking = [g for g in clause.groups if g.type == "place" and _capital(g) and not g.case]
    if speaking and speaking[0].start < match.start:
        return tuple(speaking[0].states)
    late = [g for g in clause.groups if g.case in ("", "by") and g.type in ("state", "pair")]
    if late and late[0].start >= match.end:
        return tuple(late[0].states)
    return memory.subject


def _capital(group: Group) -> bool:
    return all(m.form == "capital" for m in group.members)


def mission(
    match: Match, clause: Clause, memory: Memory, pack: Pack, tokens: Sequence[Token]
) -> list[Casting]:
    """Sender, host, city and type of a mission, one casting for each mission and city."""
    subject = subject_states(clause, match, memory)
    found: list[Casting] = []
    for phrase in missions_of(clause, tokens, pack):
        if not _concerns(phrase, match, clause):
            continue
        if match.frame.kind == "mission_relocated":
            found += _moved(phrase, subject, clause, memory)
            continue
        for sender, host, guessed in _sides(phrase, subject, memory, clause):
            found += _placed(phrase, sender, host, guessed, clause)
    return found


def _moved(
    phrase: Mission, subject: tuple[str, ...], clause: Clause, memory: Memory
) -> list[Casting]:
    """A mission that moves: the city it goes to need not lie in the state it is sent to."""
    places = [m for g in clause.groups for m in g.members if m.type == "place"]
    goal = next((p for p in places if p.case == "to"), None)
    origin = next((p for p in places if p.case == "from"), None)
    goal = goal or next((p for p in reversed(places) if p is not origin), None)
    sender = phrase.sender.states[0] if phrase.sender and phrase.sender.states else None
    sender = sender or next(iter(subject), None)
    known = memory.mission if memory.mission and sender in (None, memory.mission[0]) else None
    seat = origin or (phrase.city if phrase.city is not goal else None)
    host = known[1] if known else (seat.states[0] if seat else None)
    sender = sender or (known[0] if known else None)
    host = host if host and host != sender else (memory.counterpart(sender) if sender else None)
    if not sender or not host:
        return []
    phrase.city = goal
    casting = _mission_casting(phrase, sender, host, goal, 0)
    if origin is not None:
        casting.values["from_city"] = origin
        casting.arguments["from_city"] = origin
    return [casting]


def _concerns(phrase: Mission, match: Match, clause: Clause) -> bool:
    """The object of the match, and missions listed with it."""
    if match.object is None or phrase.start == match.object.start:
        return True
    low, high = sorted((phrase.start, match.object.start))
    return not any(
        low < h.start < high for h in clause.hits if h.unit.concept == match.head.unit.concept
    )


def _sides(
    phrase: Mission, subject: tuple[str, ...], memory: Memory, clause: Clause
) -> list[tuple[str, str, int]]:
    if (len(subject) == 2 and phrase.sender is None) or _mutual(phrase, clause):
        pair = subject if len(subject) == 2 else memory.pair()
        if len(pair) == 2 and phrase.host is None and phrase.city is None:
            return [(pair[0], pair[1], 0), (pair[1], pair[0], 0)]
    sender, host, filled = settle(phrase, subject, memory)
    if not sender or not host or sender == host:
        return []
    return [(sender, host, int(filled))]


def _mutual(phrase: Mission, clause: Clause) -> bool:
    return phrase.sender is not None and len(phrase.sender.states) == 2


def _placed(phrase: Mission, sender: str, host: str, guessed: int, clause: Clause) -> list[Casting]:
    cities: list[Argument | None] = [phrase.city]
    if phrase.city is not None:
        group = next((g for g in clause.groups if phrase.city in g.members), None)
        members = group.members if group else [phrase.city]
        cities = [m for m in members if m.type == "place"] or [phrase.city]
    return [_mission_casting(phrase, sender, host, c, guessed) for c in cities]


def _mission_casting(
    phrase: Mission, sender: str, host: str, city: Argument | None, guessed: int
) -> Casting:
    values: dict[str, object] = {"sender": sender, "host": host, "mission_type": phrase.type}
    casting = Casting(values, guessed=guessed)
    casting.arguments["mission_type"] = Argument(phrase.start, phrase.end, ())
    for role, argument in (("sender", phrase.sender), ("host", phrase.host), ("city", city)):
        if argument is not None:
            casting.arguments[role] = argument
    if city is not None:
        casting.values["city"] = _city(city, host)
        casting.arguments.setdefault("host", city)
    return casting


def _city(argument: Argument, host: str) -> Argument:
    """The city with the name it has in the host state, where it has several readings."""
    for country, label in argument.choices:
        if country == host:
            argument.place = label
    return argument


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
    groups = [g for g in clause.groups if (g.states and g.type != "place") or _capital(g)]
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


def member(match: Match, clause: Clause, memory: Memory) -> list[Casting]:
    """Who is a member of what, or joins it."""
    organisations = [m for g in clause.groups for m in g.members if m.type == "org"]
    states = [g for g in clause.groups if g.type in ("state", "actor", "pair") and _holds_state(g)]
    bare = [g for g in states if g.case in ("", "gen", "of", "by")] or states
    before = [g for g in bare if g.start < max(match.head.start, 1)] or bare
    members = [(s, m) for g in before[:1] for m in g.members if m.type != "org" for s in m.states]
    if not members:
        members = [(s, None) for s in memory.subject or memory.theme.states[:1]]  # type: ignore[misc]
    found = []
    for state, argument in members:
        for organisation in organisations:
            casting = Casting({"member": state, "organisation": organisation.states[0]})
            casting.arguments["organisation"] = organisation
            if argument is not None:
                casting.arguments["member"] = argument
            found.append(casting)
    return found


def _holds_state(group: Group) -> bool:
    return any(m.states and m.type != "org" for m in group.members)


def one_state(match: Match, clause: Clause, memory: Memory) -> list[Casting]:
    """The one state of an office or of a stance."""
    groups = [
        g
        for g in clause.groups
        if usable(g) and g.states and g.type in ("actor", "state", "pair", "place")
    ]
    groups = [g for g in groups if g.type != "place" or _capital(g)]
    groups.sort(key=lambda g: (g.type != "actor", abs(g.start - match.start)))
    if groups:
        member_ = groups[0].members[0]
        casting = Casting({"state": groups[0].states[0]}, {"state": member_})
    else:
        state = next(iter(memory.subject), None) or memory.theme.focus
        if state is None:
            return []
        casting = Casting({"state": state}, guessed=1)
    return [casting]


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
    groups = [g for g in clause.groups if g.states and (g.type != "place" or _capital(g))]
    between = next(
        (g for g in groups if len(g.states) >= 2 and g.case in ("between", "of", "")), None
    )
    acting = [g for g in groups if g is not between and g.case in ("", "gen", "by", "of")]
    mediator = acting[0].states[0] if acting else next(iter(memory.subject), None)
    parties = between.states if between else list(memory.pair())
    if not mediator or len(parties) < 2 or mediator in parties:
        return []
    return [Casting({"mediator": mediator, "parties": parties})]
