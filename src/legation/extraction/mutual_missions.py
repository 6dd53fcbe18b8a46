"""Missions of two states in each other, and the casting of any mission."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.phrases import Argument, Clause, Mission
from legation.extraction.roles import Casting


def crosswise(
    phrase: Mission, subject: tuple[str, ...], clause: Clause, memory: Memory
) -> list[Casting]:
    """'Chile and Ghana opened embassies in Accra and Santiago': each in the other's city.

    So do 'the legations of the two countries in Lisbon and Washington'.
    """
    if phrase.sender is not None and len(phrase.sender.states) == 2:
        subject = tuple(phrase.sender.states)
    group = next((g for g in clause.groups if phrase.city in g.members), None)
    cities = [m for m in group.members if m.type == "place" and m.states] if group else []
    owners = next((g.states for g in clause.groups if phrase.sender in g.members), [])
    if len(owners) == 2:
        subject = (owners[0], owners[1])  # 'the two states' offices in Accra and Santiago'
    if not subject and phrase.sender is None and (_several(phrase, clause) or len(cities) == 2):
        subject = memory.theme.dyad or ()
    if len(subject) != 2 or len(cities) != 2 or {c.states[0] for c in cities} != set(subject):
        return []
    senders = (next(s for s in subject if s != c.states[0]) for c in cities)
    return [
        mission_casting(phrase, s, c.states[0], c, 0) for s, c in zip(senders, cities, strict=True)
    ]


def mutual(phrase: Mission, clause: Clause, memory: Memory) -> bool:
    """'their embassies', 'both interests sections': those of two states in each other.

    So are missions in the plural that nobody is named for, in a page on two states.
    """
    if phrase.sender is not None:
        return len(phrase.sender.states) == 2
    if any(h.end == phrase.start for h in of_concept(clause.hits, "PAIR")):
        return True
    return memory.theme.dyad is not None and _several(phrase, clause)


def _several(phrase: Mission, clause: Clause) -> bool:
    """Whether a mission's noun, or that of those raised to be it, stands in the plural."""
    raised = bool(of_concept(clause.hits, "RAISE"))
    plural = of_concept(clause.hits, "MISSIONS")
    return any(raised or h.start <= phrase.start < h.end for h in plural)


def two_spoken_of(clause: Clause, match: Match, memory: Memory) -> list[tuple[str, str]]:
    """'Each opened an office in the other's capital. These became embassies': those two."""
    meant = any(h.end <= match.head.start for h in of_concept(clause.hits, "BOTH"))
    two = memory.two_missions if meant else None
    return [two, two[::-1]] if two else []


def of_both(phrase: Mission, clause: Clause) -> Sequence[str]:
    """'The Greek and Turkish legations were raised': two states that are named as senders."""
    if phrase.sender is None or phrase.host is not None or phrase.city is not None:
        return ()
    states = next((g.states for g in clause.groups if phrase.sender in g.members), ())
    return states if len(states) == 2 else ()


def mission_casting(
    phrase: Mission, sender: str, host: str, city: Argument | None, guessed: int
) -> Casting:
    """The casting of a mission of one state in another, with all that its phrase points at."""
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
