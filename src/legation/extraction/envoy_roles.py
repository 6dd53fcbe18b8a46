"""Who sends whom to whom: envoys in post, recalled, expelled, accredited to other states too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.extraction.discourse import Memory
from legation.extraction.frames import Match
from legation.extraction.hits import of_concept
from legation.extraction.missions import missions_of
from legation.extraction.pack import Pack
from legation.extraction.persons import name_after, spoken
from legation.extraction.phrases import Argument, Clause, Group, Hit, Mission
from legation.extraction.roles import Casting, speaks_for_state
from legation.extraction.tokens import Sentence, Token

_PLACED = ("to", "in", "at")
_SEATED = 2
_OWNED = ("gen", "of", "poss")


def envoy(
    match: Match, clause: Clause, memory: Memory, pack: Pack, tokens: Sequence[Token]
) -> list[Casting]:
    """Sender, host, person and office of an envoy; both ways where two exchange envoys."""
    phrase = envoy_phrase(match, clause, pack, tokens)
    if _unsaid(phrase.sender) and _unsaid(phrase.host):
        two = _mutual(clause, memory)
        if two is not None and not phrase.person:
            a, b = two
            return [Casting({"sender": a, "host": b}), Casting({"sender": b, "host": a})]
    return _filled(phrase, memory)


def _unsaid(side: Argument | None) -> bool:
    """Whether a side is not told, or is both: 'the two have no ambassadors in each other'."""
    return side is None or len(side.states) == 2


@dataclass(slots=True)
class Envoy:
    """An envoy's office with whose, where, and who."""

    office: Hit | None
    sender: Argument | None = None
    host: Argument | None = None
    person: Argument | None = None


def note_envoy(clause: Clause, memory: Memory, pack: Pack, sentence: Sentence) -> None:
    """Keep whose envoy to whom a clause speaks of: the next sentence may only say 'he served'."""
    phrase = envoy_phrase(None, clause, pack, sentence.tokens)
    if phrase.office is None:
        return
    for casting in _filled(phrase, memory):
        memory.envoy = (str(casting.values["sender"]), str(casting.values["host"]))
    if phrase.person is not None:
        memory.envoy_person = replace(phrase.person, sentence=sentence)


def envoy_phrase(match: Match | None, clause: Clause, pack: Pack, tokens: Sequence[Token]) -> Envoy:
    """What a clause says of an envoy in its own words, the name included."""
    hits = [h for h in of_concept(clause.hits, "ENVOY") if h.start >= clause.start]
    own = match.object if match is not None and match.object in hits else None
    office = own or (hits[0] if hits else None)
    sender, host = _envoy_sides(office, match.head if match else None, clause, pack)
    return Envoy(office, sender, host, _named(office, clause, tokens, pack))


def _mutual(clause: Clause, memory: Memory) -> tuple[str, str] | None:
    groups = (g for g in clause.groups if len(g.states) == 2 and g.case in ("", "gen", "by"))
    pair = next((tuple(g.states) for g in groups), None)
    return (pair[0], pair[1]) if pair else None


def _named(
    office: Hit | None, clause: Clause, tokens: Sequence[Token], pack: Pack
) -> Argument | None:
    """The envoy's name: beside the office, or the one official whom the clause names."""
    if office is None:
        return _person_of(clause, tokens)
    taken = {i for h in clause.hits for i in range(h.start, h.end)}
    taken |= {
        i
        for g in clause.groups
        for m in g.members
        if m.type != "actor" or m.form == "government"
        for i in range(m.start, m.end)
    }
    after = name_after(tokens, _past_verb(office.end, clause), taken, pack)
    if after and (pack.cased or after[1] - after[0] > 1):
        return Argument(*after, (), type="actor", form="person", text=spoken(tokens, after))
    return _person_of(clause, tokens)


def _past_verb(at: int, clause: Clause) -> int:
    """Where a name may begin: after 'was', or after 'Mr'."""
    ends = {h.start: h.end for h in of_concept(clause.hits, "BE", "VERB", "HONORIFIC")}
    while at in ends:
        at = ends[at]
    return at


def _person_of(clause: Clause, tokens: Sequence[Token]) -> Argument | None:
    persons = [
        m
        for g in clause.groups
        for m in g.members
        if m.person and g.case in ("", "by") and m.sentence is None
    ]
    if not persons or persons[0].person is None:
        return None
    words = persons[0].person
    return Argument(*words, (), type="actor", form="person", text=spoken(tokens, words))


def _envoy_sides(
    office: Hit | None, head: Hit | None, clause: Clause, pack: Pack
) -> tuple[Argument | None, Argument | None]:
    """'Iraq's ambassador in Minsk', 'ambassador of Iraq to Belarus', 'سفیر ایران در مینسک'."""
    at = office or head
    start, end = (at.start, at.end) if at else (clause.start, clause.start)
    host = sender = subject = None
    for group in clause.groups:
        argument = group.members[0]
        case = argument.case or group.case
        follows = _follows(argument, case, end, pack)
        if not argument.states or (argument.form in ("person", "pronoun") and not follows):
            continue
        owned = case in _OWNED and argument.end <= start and start - argument.end <= 3
        if case in _PLACED or (argument.type == "place" and case in ("", "gen", "at")):
            if not _at_home(argument, sender or subject):
                host = argument if host is None or argument.start >= end else host
        elif owned and argument.type != "place":
            sender = argument
        elif follows:
            sender = sender or argument
        elif case in ("", "by") and argument.type in ("state", "pair"):
            subject = subject or argument
    return sender or subject, host


def _at_home(place: Argument, sender: Argument | None) -> bool:
    """'… his ambassador in Peking to Vilnius': a sender's own capital is no post of an envoy."""
    return sender is not None and place.states[0] == sender.states[0]


def _follows(argument: Argument, case: str, end: int, pack: Pack) -> bool:
    """'ambassador of Iraq', or the state right after the office where genitives follow."""
    gap = argument.start - end
    return (case == "of" and 0 <= gap <= 4) or (
        pack.genitive_after and case in ("", "gen") and 0 <= gap <= 3
    )


def _filled(phrase: Envoy, memory: Memory) -> list[Casting]:
    s = phrase.sender.states[0] if phrase.sender else None
    h = next((x for x in (phrase.host.states if phrase.host else ()) if x != s), None)
    guessed = 0
    if s is None and h is None:
        s, h = memory.envoy or memory.mission or (None, None)
        guessed = 1
    if s is None and h is not None:
        s, guessed = _sender_to(h, memory), 1
    if h is None and s is not None:
        h, guessed = _host_of(s, memory), guessed + 1
    if not s or not h or s == h:
        return []
    return [_envoy_casting(phrase, s, h, guessed, memory)]


def _sender_to(host: str, memory: Memory) -> str | None:
    """Whose envoy, where only the host is named: the dyad's other state, or the last subject."""
    if (other := memory.theme.other(host)) is not None:
        return other
    return next((x for x in memory.subject if x != host), None) or memory.counterpart(host)


def _host_of(sender: str, memory: Memory) -> str | None:
    known = memory.envoy or memory.mission
    if known and known[0] == sender:
        return known[1]
    return memory.counterpart(sender)


def _envoy_casting(phrase: Envoy, s: str, h: str, guessed: int, memory: Memory) -> Casting:
    casting = Casting({"sender": s, "host": h}, guessed=guessed)
    for role, argument in (("sender", phrase.sender), ("host", phrase.host)):
        if argument is not None:
            casting.arguments[role] = argument
    if phrase.office is not None and phrase.office.unit.value:
        casting.values["office"] = phrase.office.unit.value
        casting.arguments["office"] = Argument(phrase.office.start, phrase.office.end, ())
    person = phrase.person or memory.envoy_person
    if person is not None:
        casting.values["person"] = casting.arguments["person"] = person
    return casting


def recall(match: Match, clause: Clause, memory: Memory, pack: Pack) -> list[Casting]:
    """Who recalls an envoy, and from where."""
    sender, host = _envoy_sides(match.object, match.head, clause, pack)
    alone = _unsaid(sender) or (sender is not None and sender.form == "pronoun")
    if alone and host is None and (two := _mutual(clause, memory)) is not None:
        return [Casting({"by": a, "host": b}) for a, b in (two, two[::-1])]
    from_group = next((g for g in clause.groups if g.case == "from" and g.states), None)
    acting = next((g for g in clause.groups if g.case in ("", "by") and speaks_for_state(g)), None)
    leads = acting is not None and acting.start < match.head.start and not pack.genitive_after
    if sender is None and acting is not None and leads:
        sender = acting.members[0]
    host = None if host is sender else host
    by = sender.states[0] if sender else next(iter(memory.subject), None)
    host_state = from_group.states[0] if from_group else (host.states[0] if host else None)
    if host_state is None and sender is not None and memory.theme.alone in (None, by):
        host_state = next((s for s in memory.subject if s != by), None)
    if sender is None and by == host_state and by is not None:
        by = memory.counterpart(by)
    if host_state is None and by:
        host_state = memory.counterpart(by)
    if by is None and host_state:
        by = memory.counterpart(host_state)
    home = next(
        (g for g in clause.groups if g.case == "to" and g.type == "place" and g.states), None
    )
    if home is not None and sender is None and memory.theme.other(home.states[0]):
        by, host_state = home.states[0], memory.theme.other(home.states[0])
    if not by or not host_state or by == host_state:
        return []
    posts = from_group or next((g for g in clause.groups if host in g.members), None)
    others = posts.states[1:] if posts else []
    named: dict[str, Argument] = {"by": sender} if sender else {}
    pairs = [(by, h) for h in (host_state, *others)]
    group = next((g for g in clause.groups if sender in g.members), None)
    if group is not None and (from_group or host):
        pairs += [(s, host_state) for s in group.states if s != by]
    return [Casting({"by": b, "host": h}, dict(named)) for b, h in pairs if h != b]


def expulsion(match: Match, clause: Clause, memory: Memory, pack: Pack) -> list[Casting]:
    """Who expels whose diplomats."""
    at = match.object.start if match.object else match.head.start
    groups = [g for g in clause.groups if (g.states and g.type != "place") or speaks_for_state(g)]
    owner = next(
        (g for g in reversed(groups) if g.case in _OWNED and g.end <= at and at - g.end <= 3), None
    )
    owner = owner or next((g for g in groups if g.case == "of"), None)
    owner = owner or (_owner_after(clause, groups) if pack.genitive_after else None)
    acting = next((g for g in groups if g is not owner and g.case in ("", "by")), None)
    left = next((g for g in clause.groups if g.case == "from" and g.states), None)
    acting = acting or left
    by = acting.states[0] if acting else next(iter(memory.subject), None)
    whose = owner.states[0] if owner else None
    if whose and by in (None, whose):
        post = next((g for g in clause.groups if g.case == "in" and g.states), None)
        by = post.states[0] if post else memory.counterpart(whose)
    if whose is None and by:
        whose = memory.counterpart(by)
    if not by or not whose or by == whose:
        return []
    others = [s for s in acting.states if s not in (by, whose)] if acting and owner else []
    return [Casting({"by": b, "sender": whose}) for b in (by, *others)]


def _owner_after(clause: Clause, groups: Sequence[Group]) -> Group | None:
    """Whose diplomats, where the state follows them; of several the last that has one."""
    ends = [h.end for h in of_concept(clause.hits, "DIPLOMAT", "ENVOY", "MISSION")]
    return next((g for end in reversed(ends) for g in groups if 0 <= g.start - end <= 1), None)


def accreditation(
    match: Match, clause: Clause, memory: Memory, pack: Pack, tokens: Sequence[Token]
) -> list[Casting]:
    """Whose mission or envoy covers which states from elsewhere."""
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
    if not covered and seat is not None and memory.mission and sender in (None, memory.mission[0]):
        sender, host = memory.mission
        covered = [(host, seat)]
    if not covered and sender and memory.mission and memory.mission[0] == sender:
        covered = [(memory.mission[1], None)]
    seat_state = seat.states[0] if seat and seat.states else None
    other = memory.theme.other(sender) if sender and seat_state else None
    if not covered and other and other != seat_state:
        covered = [(other, None)]
    found = []
    for state, argument in covered:
        whose = sender or _sender_to(state, memory)
        if whose is None or state in (seat_state, whose) or (phrases and whose == seat_state):
            continue
        told = {"covers": argument} if argument is not None else {}
        casting = Casting({"sender": whose, "covers": state}, told)
        if seat is not None:
            casting.arguments["seat"] = seat
            casting.values["seat"] = seat
        found.append(casting)
    return found


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
    if phrases and memory.mission:
        return memory.mission[0], None
    hits = of_concept(clause.hits, "ENVOY")
    known = memory.envoy or memory.mission
    if not hits and known:
        return known[0], None
    sender, host = _envoy_sides(hits[0] if hits else None, match.head, clause, pack)
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
