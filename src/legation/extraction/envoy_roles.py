"""Who sends whom to whom: envoys in post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.pack import Pack
from legation.extraction.persons import name_after, opening_name, spoken
from legation.extraction.phrases import Argument, Clause, Hit
from legation.extraction.roles import Casting
from legation.extraction.tokens import Sentence, Token

_PLACED = ("to", "in", "at")
_OWNED = ("gen", "of", "poss")


def envoy(
    match: Match, clause: Clause, memory: Memory, pack: Pack, tokens: Sequence[Token]
) -> list[Casting]:
    """Sender, host, person and office of an envoy; both ways where two exchange envoys."""
    if match.frame.abroad:
        return _minister_abroad(match, clause)
    phrase = envoy_phrase(match, clause, pack, tokens)
    _own_host(phrase, clause, memory)
    if unsaid(phrase.sender) and unsaid(phrase.host):
        two = both_ways(clause, memory)
        if two is not None and not phrase.person:
            a, b = two
            return [Casting({"sender": a, "host": b}), Casting({"sender": b, "host": a})]
    if match.head.concept == "CREDENTIALS" and _who_accepts(phrase.person, match, clause):
        phrase.person = None
    if phrase.person is None and _of_another(match, phrase, clause, pack):
        memory.envoy_person = None
    return _filled(phrase, memory)


def posted_abroad(match: Match, clause: Clause) -> tuple[Argument, Argument] | None:
    """A minister and the other state he is placed in, who is then an envoy and in no cabinet."""
    if match.object is None or match.object.unit.value != "minister":
        return None
    at = match.object.start
    members = [m for g in clause.groups for m in g.members if m.states]
    official = next((m for m in members if m.start <= at < m.end and not m.guessed), None)
    if official is None:
        return None
    there = (
        m
        for m in members
        if m is not official
        and m.case in _PLACED
        and m.end <= match.head.start
        and not set(m.states) & set(official.states)
    )
    place = next(there, None)
    return (official, place) if place is not None else None


def _minister_abroad(match: Match, clause: Clause) -> list[Casting]:
    found = posted_abroad(match, clause)
    if found is None:
        return []
    official, place = found
    values: dict[str, object] = {"sender": official.states[0], "host": place.states[0]}
    casting = Casting({**values, "office": "minister"}, {"sender": official, "host": place})
    if official.person is not None:
        words = Argument(*official.person, (), type="actor", form="person", text=official.text)
        casting.values["person"] = casting.arguments["person"] = words
    return [casting]


def _who_accepts(person: Argument | None, match: Match, clause: Clause) -> bool:
    """'The prince accepted the credentials of a minister': he is not the envoy."""
    if person is None:
        return False
    return any(
        person.end <= h.start and h.end <= match.head.start
        for h in of_concept(clause.hits, "RECEIVE")
    )


def _own_host(phrase: Envoy, clause: Clause, memory: Memory) -> None:
    """In a guide, of the states that an envoy is sent to, or was in before, the guide's own."""
    if memory.theme.keeper is None or phrase.host is None or phrase.office is None:
        return
    if phrase.host.states and phrase.host.states[0] in memory.theme.states:
        return
    group = next((g for g in clause.groups if phrase.host in g.members), None)
    listed = (
        [m for m in group.members if m.states and m.states[0] in memory.theme.states]
        if group
        else []
    )
    earlier = phrase.host.end <= phrase.office.start
    phrase.host = listed[0] if listed else (None if earlier else phrase.host)


def _of_another(match: Match, phrase: Envoy, clause: Clause, pack: Pack) -> bool:
    """Whether an ambassador is appointed whose name was not seen: not the one spoken of before."""
    fresh = phrase.office is not None and match.head.concept == "APPOINT" and not pack.cased
    return fresh and not of_concept(clause.hits, "PRONOUN")


def unsaid(side: Argument | None) -> bool:
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
    if not any(h.unit.concept == "ENVOY" and h.start >= clause.start for h in clause.hits):
        return
    phrase = envoy_phrase(None, clause, pack, sentence.tokens)
    for casting in _filled(phrase, memory):
        memory.envoy = (str(casting.values["sender"]), str(casting.values["host"]))
    if phrase.person is not None:
        memory.envoy_person = replace(phrase.person, sentence=sentence)


def envoy_phrase(match: Match | None, clause: Clause, pack: Pack, tokens: Sequence[Token]) -> Envoy:
    """What a clause says of an envoy in its own words, the name included."""
    hits = [h for h in of_concept(clause.hits, "ENVOY") if h.start >= clause.start]
    own = match.object if match is not None and match.object in hits else None
    office = own or (hits[0] if hits else None)
    sender, host = envoy_sides(office, match.head if match else None, clause, pack)
    return Envoy(office, sender, host, _named(office, clause, tokens, pack))


def both_ways(clause: Clause, memory: Memory) -> tuple[str, str] | None:
    """The two states that have or recall envoys in each other, where a clause names them as one."""
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
    return _person_of(clause, tokens) or _opening(office, clause, tokens, taken, pack)


def _opening(
    office: Hit, clause: Clause, tokens: Sequence[Token], taken: set[int], pack: Pack
) -> Argument | None:
    """The name that the clause opens with: 'X was Norway's first envoy in Lima'."""
    told = {h.start for h in of_concept(clause.hits, "BE")} | {g.start for g in clause.groups}
    words = opening_name(tokens, clause.start, taken, told | {office.start}, pack)
    if words is None:
        return None
    return Argument(*words, (), type="actor", form="person", text=spoken(tokens, words))


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


def envoy_sides(
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
        s, h = (
            memory.envoy or memory.mission or memory.home_mission or memory.kept() or (None, None)
        )
        guessed = 1
    if s is None and h is not None:
        s, guessed = sender_to(h, memory), 1
    if h is None and s is not None:
        h, guessed = _host_of(s, memory), guessed + 1
    if not s or not h or s == h:
        return []
    return [_envoy_casting(phrase, s, h, guessed, memory)]


def sender_to(host: str, memory: Memory) -> str | None:
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
