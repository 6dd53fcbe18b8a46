"""Who sends a mission to whom: the roles of embassies, legations, consulates and offices."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.missions import missions_of, settle
from legation.extraction.mutual_missions import (
    crosswise,
    mission_casting,
    mutual,
    of_both,
    two_spoken_of,
)
from legation.extraction.pack import Pack
from legation.extraction.phrases import Argument, Clause, Mission
from legation.extraction.raising import as_raised, raised_together
from legation.extraction.roles import Casting, speaks_for_state
from legation.extraction.tokens import Token

_OPENED_OR_CLOSED = ("mission_opened", "mission_closed", "mission_reopened")
_OF = 3
"""So many words stand between those who work in a mission and the mission they are of."""
_SUPPORT = 2
"""So many words may stand between a noun and its supporting verb."""


def explicit_subject(clause: Clause, match: Match) -> tuple[str, ...]:
    """Who acts, as far as the clause itself says: the bare group before the verb, or after it."""
    for group in clause.groups:
        bare = group.case in ("", "by") and group.type != "place"
        if bare and group.states and group.start < max(match.head.start, 1):
            return tuple(group.states)
    speaking = [
        g for g in clause.groups if g.type == "place" and speaks_for_state(g) and not g.case
    ]
    if speaking and speaking[0].start < match.head.start:
        return tuple(speaking[0].states)
    late = [g for g in clause.groups if g.case in ("", "by") and g.type in ("state", "pair")]
    if late and late[0].start >= match.end:
        return tuple(late[0].states)
    return ()


def _last_subject(memory: Memory) -> tuple[str, ...]:
    """Who acted last; in a guide nobody, since a mission is its keeper's if no other is named."""
    return () if memory.theme.keeper else memory.subject


def mission(
    match: Match, clause: Clause, memory: Memory, pack: Pack, tokens: Sequence[Token]
) -> list[Casting]:
    """Sender, host, city and type of a mission, one casting for each mission and city."""
    if _of_its_staff(match, clause):
        return []
    named = () if _befalls(match, clause) else explicit_subject(clause, match)
    subject = named or _last_subject(memory)
    meant = _stands_for_mission(clause, match)
    spoken_of = _spoken_of(clause, memory) if meant or not named else None
    if spoken_of and meant:
        subject = spoken_of[:1]
    listed = memory.section.mission if match.head.concept == "LABEL" else None
    found: list[Casting] = []
    phrases = as_raised(missions_of(clause, tokens, pack), match)
    together = raised_together(phrases, match, tokens, pack)
    for phrase in together or phrases:
        if listed and phrase.sender is None:
            phrase.city = _in_state(phrase.city, clause, listed[1])
            found.append(mission_casting(phrase, *listed, phrase.city, 1))
        elif (
            (together or _concerns(phrase, match, clause))
            and not _done_there(phrase, match, clause)
            and not _from_elsewhere(_owned(phrase), match, clause, memory, subject)
        ):
            found += _cast(phrase, match, clause, memory, subject, spoken_of)
    for casting in found:
        _name_sender(casting, clause)
    return found


def _name_sender(casting: Casting, clause: Clause) -> None:
    """Point at the subject of the clause that sends a mission, where the phrase names nobody."""
    subjects = (m for g in clause.groups for m in g.members if not g.case and m.type != "place")
    own = next((m for m in subjects if casting.values["sender"] in m.states), None)
    if own is not None:
        casting.arguments.setdefault("sender", own)


def _cast(
    phrase: Mission,
    match: Match,
    clause: Clause,
    memory: Memory,
    subject: tuple[str, ...],
    spoken_of: tuple[str, str] | None,
) -> list[Casting]:
    """The castings of one mission phrase; `spoken_of` is the mission meant where it names none."""
    if exchanged := crosswise(phrase, subject, clause, memory):
        return exchanged
    if match.frame.kind == "mission_relocated":
        return _moved(phrase, () if spoken_of else subject, clause, memory)
    bare = phrase.sender is None and phrase.host is None and phrase.city is None
    if bare and (two := two_spoken_of(clause, match, memory)):
        return [c for sender, host in two for c in _placed(phrase, sender, host, 1, clause)]
    if spoken_of and bare and not mutual(phrase, clause, memory):
        return _placed(phrase, *spoken_of, 1, clause)
    sides = _sides(phrase, subject, memory, clause)
    return [c for s, h, guessed in sides for c in _placed(phrase, s, h, guessed, clause)]


def _of_its_staff(match: Match, clause: Clause) -> bool:
    """'the staff of the embassy was evacuated', 'the embassy's archives were moved'."""
    if match.object is None or match.frame.kind == "mission_present":
        return False
    low, high = sorted((match.head, match.object), key=lambda h: h.start)
    people = of_concept(clause.hits, "STAFF", "DIPLOMAT")
    between = any(low.end <= p.start < high.start for p in people)
    owned = any(0 < match.object.start - p.end <= _OF for p in people)
    return between or (owned and match.object.start < match.head.start)


def _befalls(match: Match, clause: Clause) -> bool:
    """Whether the mission is what the verb speaks of ('the legation closed'): no bare name acts."""
    ends = (h.start - match.head.end for h in of_concept(clause.hits, "BEFALLS"))
    return any(0 <= gap <= _SUPPORT for gap in ends)


def _spoken_of(clause: Clause, memory: Memory) -> tuple[str, str] | None:
    """The mission spoken of last, or, as 'the former', the one before it."""
    former = any(h.unit.value == "former" for h in of_concept(clause.hits, "SELF"))
    return memory.earlier if former else memory.mission


def _done_there(phrase: Mission, match: Match, clause: Clause) -> bool:
    """'A unit was set up at the embassy', 'an office opened in the Swiss legation'."""
    if phrase.start < match.head.end or match.frame.kind not in _OPENED_OR_CLOSED:
        return False
    sender = phrase.sender
    first = sender.start if sender and sender.end == phrase.start else phrase.start
    return any(h.end == first for h in of_concept(clause.hits, "WITHIN"))


def _owned(phrase: Mission) -> Mission:
    """The phrase without an 'its' that would be the state it is in, if the subject is late."""
    sender, seat = phrase.sender, phrase.city or phrase.host
    if sender and seat and sender.form == "pronoun" and sender.states == seat.states:
        phrase.sender = None
    return phrase


def _from_elsewhere(
    phrase: Mission, match: Match, clause: Clause, memory: Memory, subject: Sequence[str]
) -> bool:
    """'represented in Cuba through its embassy in Lima': no mission in the state spoken of."""
    if match.head.concept != "REPRESENTED" or not of_concept(clause.hits, "ACCREDIT"):
        return False
    theirs = [s for s in memory.theme.states if s not in subject]
    spoken_of = phrase.host.states if phrase.host else theirs
    if not spoken_of and phrase.sender is None:
        return False
    return phrase.city is None or not set(phrase.city.states) & set(spoken_of)


def _in_state(city: Argument | None, clause: Clause, host: str) -> Argument | None:
    """Of the cities of a line, the one that lies in the state a mission is sent to."""
    places = [m for g in clause.groups for m in g.members if m.type == "place"]
    fits = (p for p in places if host in p.states or any(c == host for c, _ in p.choices))
    return next(fits, city)


def _stands_for_mission(clause: Clause, match: Match) -> bool:
    """'It reopened in 1999', 'the latter closed': the pronoun is the mission that was spoken of."""
    borrowed = clause.borrowed and match.object is not None and match.object.start < clause.start
    return borrowed and all(g.members[0].form == "pronoun" for g in clause.groups if not g.case)


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
    sender = sender or (known[0] if known else (memory.counterpart(host) if host else None))
    host = host if host and host != sender else (memory.counterpart(sender) if sender else None)
    if not sender or not host:
        return []
    phrase.city = goal
    casting = mission_casting(phrase, sender, host, goal, 0)
    if origin is not None:
        casting.values["from_city"] = origin
        casting.arguments["from_city"] = origin
    return [casting]


def _concerns(phrase: Mission, match: Match, clause: Clause) -> bool:
    """The object of the match, and missions listed with it."""
    if match.object is None or phrase.start == match.object.start:
        return True
    if match.head.unit.concept == "RAISE":
        return False
    low, high = sorted((phrase.start, match.object.start))
    return not any(
        low < h.start < high for h in clause.hits if h.unit.concept == match.head.unit.concept
    )


def _sides(
    phrase: Mission, subject: tuple[str, ...], memory: Memory, clause: Clause
) -> list[tuple[str, str, int]]:
    if (len(subject) == 2 and phrase.sender is None) or mutual(phrase, clause, memory):
        pair = subject if len(subject) == 2 else memory.pair()
        if len(pair) == 2 and phrase.host is None and phrase.city is None:
            return [(pair[0], pair[1], 0), (pair[1], pair[0], 0)]
    both = of_both(phrase, clause)
    if both and set(both) == set(memory.theme.states):
        return [(both[0], both[1], 0), (both[1], both[0], 0)]
    if phrase.sender is None and phrase.host and len(phrase.host.states) == 2:
        one, other = phrase.host.states  # 'embassies were opened in both capitals'
        return [(one, other, 0), (other, one, 0)]
    sender, host, filled = settle(phrase, subject, memory)
    if not sender or not host or sender == host:
        return []
    others = [s for s in _senders(phrase, subject, clause) if s not in (sender, host)]
    hosts = [h for h in _hosts(phrase, clause) if h not in (sender, host)] if not others else []
    more = [(sender, h, int(filled)) for h in hosts]
    return [*((s, host, int(filled)) for s in (sender, *others)), *more]


def _hosts(phrase: Mission, clause: Clause) -> Sequence[str]:
    """All the states that missions of one sender are in: 'embassies in Uganda and Angola'."""
    if phrase.host is None or phrase.city is not None:
        return ()
    return next((g.states for g in clause.groups if phrase.host in g.members), ())


def _senders(phrase: Mission, subject: tuple[str, ...], clause: Clause) -> Sequence[str]:
    """All who send, where several are named: 'the embassies of China, Egypt and France'."""
    if phrase.sender is None:
        placed = phrase.host is not None or phrase.city is not None
        return subject if placed else ()
    return next((g.states for g in clause.groups if phrase.sender in g.members), ())


def _placed(phrase: Mission, sender: str, host: str, guessed: int, clause: Clause) -> list[Casting]:
    cities: list[Argument | None] = [phrase.city]
    if phrase.city is not None:
        group = next((g for g in clause.groups if phrase.city in g.members), None)
        members = group.members if group else [phrase.city]
        cities = [m for m in members if m.type == "place"] or [phrase.city]
    return [
        mission_casting(phrase, sender, _there(c, phrase, sender, host), c, guessed) for c in cities
    ]


def _there(city: Argument | None, phrase: Mission, sender: str, host: str) -> str:
    """The state that a further city of a list is in: 'embassies in Lima, Oslo and Rome'."""
    if city is None or city is phrase.city or phrase.host is not None:
        return host
    countries = [c for c, _ in city.choices if c and c != sender]
    return host if host in countries or not countries else countries[0]
