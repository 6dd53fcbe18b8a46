"""Embassies, legations, consulates and offices, with whose and where they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from legation.entities import states
from legation.extraction.discourse import Memory
from legation.extraction.guides import kin
from legation.extraction.hits import of_concept
from legation.extraction.pack import Pack
from legation.extraction.phrases import Argument, Clause, Group, Hit, Mission
from legation.extraction.tokens import Token

_PLACED = ("in", "at", "to", "on")
_STATE = ("state", "org", "actor", "pair")
_SEATED = (*_PLACED, "", "of", "gen")
_SEATED_BEFORE = (*_PLACED, "gen", "")
_SEATS = ("place", *_STATE)
_OWNER = ("", "gen", "obj")
_NEAR = 3
_FAR = 6
_ACCREDITED = ("embassy", "legation")
"""Missions to a government, wherever it sits."""
_PARTED = 10
"""What a mark of punctuation adds to the words between two phrases."""
_CONTESTED = "X-"
"""How the identities of territories begin that a guide counts to the state it is about."""
_BREAKS = ",،;:()"


def missions_of(clause: Clause, tokens: Sequence[Token], pack: Pack) -> list[Mission]:
    """The mission phrases of a clause, with what the phrase itself says."""
    arguments = [(g, m) for g in clause.groups for m in g.members]
    found = []
    deeds = of_concept(clause.hits, "OCCUPY", "ATTACK", "WAR", "RECOGNIZE", "VISIT", "CUT")
    for hit in of_concept(clause.hits, "MISSION"):
        mission = Mission(hit.start, hit.end, hit.unit.value)
        mission.sender = _sender(hit.start, hit.end, arguments, tokens, pack, deeds)
        mission.city = _place(mission, arguments, tokens, pack)
        mission.host = _host(mission, arguments, tokens)
        found.append(mission)
    _share(found)
    return found


def _gap(tokens: Sequence[Token], start: int, end: int) -> int:
    """Words between two phrases, many where punctuation parts them."""
    between = tokens[start:end]
    return len(between) + _PARTED * sum(t.text in _BREAKS for t in between)


def _sender(
    start: int,
    end: int,
    arguments: Sequence[tuple[Group, Argument]],
    tokens: Sequence[Token],
    pack: Pack,
    deeds: Sequence[Hit] = (),
) -> Argument | None:
    """'Iraq's new embassy', 'the Iraqi embassy', 'Embassy of Iraq', 'سفارت ایران'."""
    best: tuple[int, Argument] | None = None
    for group, argument in arguments:
        if argument.end <= start:
            gap = _gap(tokens, argument.end, start)
            joined = "gen" in (argument.case, group.case) and not pack.genitive_after
            loose = argument.type == "state" and argument.case != "in" and not pack.government
            bare = argument.case == "" or loose
            beside = bare and gap == 0 and not pack.genitive_after
            sent = argument.case == "from" and argument.type == "state" and pack.verb_last
            fits = (joined and gap <= _NEAR) or beside or (sent and gap == 0)
        else:
            gap = _gap(tokens, end, argument.start)
            sent = argument.case == "from" and not pack.government and argument.type != "place"
            of = (argument.case == "of" or sent) and gap <= _NEAR
            fits = of or (pack.genitive_after and argument.case in _OWNER and gap <= 1)
        if fits and argument.start != start:
            rank = gap + (4 if argument.type == "place" else 0)
            if best is None or rank < best[0]:
                best = (rank, argument)
    seat = best and not pack.genitive_after and _only_seat(best[1], arguments, start)
    return best[1] if best and not seat else None


def _anothers(start: int, end: int, deeds: Sequence[Hit]) -> bool:
    """'After the German occupation the legation …': what is between is whose the deed was."""
    return any(start <= h.start < end for h in deeds)


def _only_seat(argument: Argument, arguments: Sequence[tuple[Group, Argument]], start: int) -> bool:
    """'the Warsaw embassy': a city is whose mission it is only where another is its seat, and it
    owns it ('Warsaw's embassy in Lima')."""
    if argument.type != "place" or argument.case == "of":
        return False
    if not argument.case and argument.end == start:
        return True
    return not any(
        a is not argument and a.case in _PLACED and a.type in _SEATS for _, a in arguments
    )


def _place(
    mission: Mission,
    arguments: Sequence[tuple[Group, Argument]],
    tokens: Sequence[Token],
    pack: Pack,
) -> Argument | None:
    places = [a for _, a in arguments if a.type == "place" and a is not mission.sender]
    if (before := _seat_before(mission, places, pack)) is not None:
        return before
    beside = [a for a in places if a.end == mission.start and not a.case and pack.cased]
    if beside and not (pack.verb_last or pack.government):
        return beside[0]
    after = [a for a in places if a.start >= mission.end and a.case in _SEATED]
    if after and _gap(tokens, mission.end, after[0].start) <= _FAR:
        return after[0]
    earlier = [a for a in places if a.end <= mission.start and a.case in _SEATED_BEFORE]
    if earlier and not _acts(earlier[-1], pack):
        return earlier[-1]
    return after[0] if after else None


def _seat_before(mission: Mission, places: Sequence[Argument], pack: Pack) -> Argument | None:
    """'ঢাকায় ইরাকের দূতাবাস': where endings mark a place it stands before what is there."""
    if not pack.verb_last or pack.genitive_after:
        return None
    placed = [a for a in places if a.end <= mission.start and a.case in _PLACED]
    return placed[-1] if placed else None


def _acts(place: Argument, pack: Pack) -> bool:
    """Whether a bare place before a mission is a capital that acts, not where the mission is."""
    if place.case != "":
        return False
    return pack.cased or (pack.genitive_after and place.form == "capital")


def _host(
    mission: Mission, arguments: Sequence[tuple[Group, Argument]], tokens: Sequence[Token]
) -> Argument | None:
    states = [
        a
        for _, a in arguments
        if a.type in _STATE and a is not mission.sender and a.case in _PLACED
    ]
    after = [a for a in states if a.start >= mission.end and not _beyond(a, mission, tokens)]
    if mission.city is not None and mission.city.start - mission.end <= 1:
        after = [a for a in after if _gap(tokens, mission.end, a.start) < _PARTED]
    if after and _gap(tokens, mission.end, after[0].start) <= _FAR + 4:
        return after[0]
    before = [a for a in states if a.end <= mission.start]
    return before[-1] if before else (after[0] if after else None)


def _beyond(argument: Argument, mission: Mission, tokens: Sequence[Token]) -> bool:
    """'closed its office in Lima and went to the United Nations': an organisation further on."""
    return argument.type == "org" and _gap(tokens, mission.end, argument.start) > _NEAR


def _share(missions: list[Mission]) -> None:
    """'an embassy and a trade office in Basra': the second has the first one's sender."""
    for first, second in pairwise(missions):
        if second.sender is None:
            second.sender = first.sender
        if first.city is None and first.host is None:
            first.city, first.host = second.city, second.host
        elif second.city is None and second.host is None:
            second.city, second.host = first.city, first.host


def settle(
    mission: Mission, subject: Sequence[str], memory: Memory
) -> tuple[str | None, str | None, bool]:
    """Sender and host of a mission phrase, from its words, the subject, what was said before.

    The third value tells whether context had to fill in one of them.
    """
    sender = next(iter(mission.sender.states), None) if mission.sender else None
    host = next(iter(mission.host.states), None) if mission.host else None
    if mission.city is not None and _away(mission, sender, subject, memory):
        host = memory.theme.other(memory.theme.keeper or "")
    elif mission.city is not None:
        host = _country(mission.city, sender, host, memory)
    if sender is None and subject and subject[0] != host:
        sender = subject[0]
    if sender is not None and sender == host:
        host = None if mission.host is None else host
    if sender and host:
        return sender, host, False
    return (*_filled(sender, host, memory), True)


def _away(mission: Mission, sender: str | None, subject: Sequence[str], memory: Memory) -> bool:
    """'The Legation was opened in London', in a guide to Poland: near its government in exile."""
    theme, city = memory.theme, mission.city
    if (
        theme.keeper is None
        or theme.dyad is None
        or city is None
        or mission.type not in _ACCREDITED
    ):
        return False
    if {sender, *subject[:1]} - {None, theme.keeper} or (
        mission.host and mission.host.case != "in"
    ):
        return False
    countries = [c for c, _ in city.choices if c] or list(city.states)
    return not any(kin(country, theme.states) for country in countries)


def _country(city: Argument, sender: str | None, host: str | None, memory: Memory) -> str | None:
    """The state a mission's city is in; of several, the one the document is about."""
    countries = [c for c, _ in city.choices if c] or list(city.states)
    if host is not None and host in countries:
        return host
    abroad = [c for c in countries if c != sender]
    about = [c for c in abroad if c in memory.theme.states or c == memory.topic]
    if host is not None:
        return host
    kept = memory.kept()
    if kept and city.form != "capital" and _joined_later(kept):
        return kept[1]
    if kept and not about and any(c.startswith(_CONTESTED) for c in abroad) and sender != kept[1]:
        return kept[1]
    return next(iter(about or abroad), None)


def _joined_later(kept: tuple[str, str]) -> bool:
    """Whether the state a guide tells of is now a part of the keeper's, with its cities."""
    keeper, other = kept
    return other in states() and keeper in states()[other].successors


def _filled(sender: str | None, host: str | None, memory: Memory) -> tuple[str | None, str | None]:
    if sender is None and host is None:
        return memory.mission or memory.home_mission or memory.kept() or (None, None)
    if host is None and sender is not None:
        return sender, memory.counterpart(sender)
    return (memory.counterpart(host) if host else None), host
