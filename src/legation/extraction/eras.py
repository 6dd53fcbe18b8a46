"""Eras: which state a name stood for at the time, where one has taken another's place since."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from types import MappingProxyType

from legation.entities import state, states
from legation.model.claims import RoleValue

_YEAR = re.compile(r"\d{4}")


_IN_PASSING = 3
"""A state named this many times less often than one of the theme does not stand in for it."""


def departed(
    named: Mapping[str, int], theme: Iterable[str] = (), guide: bool = False
) -> tuple[str, ...]:
    """The states among those that a document names, with how often, that are there no more.

    Not those that are only named in passing beside an heir that is the document's `theme`, where
    they have no code of the standards, or the page is a `guide`: one to Korea calls it so in 1905.

    >>> departed({"MNG": 4, "CSK": 2}), departed({"KOR": 9, "KRE": 1}, ["KOR"])
    (('CSK',), ())
    """
    about = set(theme)
    return tuple(
        code
        for code, times in named.items()
        if code in states() and state(code).gone and not _passing(code, times, named, about, guide)
    )


def _passing(code: str, times: int, named: Mapping[str, int], about: set[str], guide: bool) -> bool:
    heirs = [h for h in state(code).successors if h in about]
    often = max((named.get(h, 0) for h in heirs), default=0)
    return (guide or not state(code).iso3166_3) and often >= _IN_PASSING * times


def outlived(theme: Iterable[str], named: Mapping[str, int]) -> dict[str, str]:
    """For each state of a theme that is gone, the heir that the document names most often.

    >>> outlived(["USA", "OTT"], {"OTT": 7, "TUR": 6})
    {'OTT': 'TUR'}
    """
    heirs: dict[str, str] = {}
    for code in theme:
        if code in states() and state(code).gone:
            said = [h for h in state(code).successors if named.get(h)]
            if said:
                heirs[code] = max(said, key=lambda h: named[h])
    return heirs


def of_their_time(
    roles: Mapping[str, RoleValue],
    when: str | None,
    gone: Iterable[str],
    heirs: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, RoleValue]:
    """The roles with no state in them that did not yet exist: 'Prague' in 1955 is Czechoslovakia's.

    `gone` are the departed states that the document names, `heirs` those that took the place of
    the document's own; `when` is EDTF.

    >>> of_their_time({"from": "MNG", "to": "CZE"}, "1957", ["CSK"])
    {'from': 'MNG', 'to': 'CSK'}
    """
    years = _YEAR.findall(when or "") if gone or heirs else []
    if not years:
        return dict(roles)
    year = int(years[-1])
    roles = {role: _after(value, year, heirs) for role, value in roles.items()}
    changed = {role: _then(value, year, gone) for role, value in roles.items()}
    return changed if _distinct(changed) else dict(roles)


def of_the_place(
    roles: Mapping[str, RoleValue], when: str | None, places: Iterable[str]
) -> dict[str, RoleValue]:
    """The roles with the state to which a city belonged at the time, where only the city is named:
    Belgrade in 1961 is Yugoslavia's, though the document does not say so.

    `places` are the states in the roles that stand there as one of their cities.

    >>> of_the_place({"from": "IND", "to": "SRB"}, "1961-07", ["SRB"])
    {'from': 'IND', 'to': 'YUG'}
    """
    years = _YEAR.findall(when or "")
    then = {code: _ruler(code, int(years[-1])) for code in places} if years else {}
    changed = {role: _exchanged(value, then) for role, value in roles.items()}
    return changed if _distinct(changed) else dict(roles)


def _ruler(code: str, year: int) -> str:
    """The state that is gone and held a present one's cities in a year, or that one itself."""
    if code not in states():
        return code
    young = (state(code).start or 0) > year
    return next(
        (g for g in _predecessors(code) if _lived(g, year) and _preceded(g, code, young, year)),
        code,
    )


@cache
def _predecessors(code: str) -> tuple[str, ...]:
    """The states with a code of the standards, now gone, that a state is an heir of."""
    gone = (s for s in states().values() if s.gone and s.iso3166_3)
    return tuple(s.id for s in gone if code in s.successors)


def _exchanged(value: RoleValue, then: Mapping[str, str]) -> RoleValue:
    if isinstance(value, list):
        return [_exchanged(part, then) for part in value]
    return then.get(value, value) if isinstance(value, str) else value


def in_its_place(
    roles: Mapping[str, RoleValue], when: str | None, named: Collection[str]
) -> dict[str, RoleValue]:
    """The roles with the heir of a state that was no more, where the document names just one.

    >>> in_its_place({"from": "CSK", "to": "MNG"}, "2004", ["CSK", "CZE", "MNG"])
    {'from': 'CZE', 'to': 'MNG'}
    """
    years = _YEAR.findall(when or "")
    if not years:
        return dict(roles)
    changed = {role: _heir(value, int(years[0]), named) for role, value in roles.items()}
    return changed if _distinct(changed) else dict(roles)


def _heir(value: RoleValue, year: int, named: Collection[str]) -> RoleValue:
    if isinstance(value, list):
        return [_heir(part, year, named) for part in value]
    if not isinstance(value, str) or value not in states() or not state(value).gone:
        return value
    heirs = [h for h in state(value).successors if h in named]
    same = [h for h in heirs if set(state(h).all_cow) & set(state(value).all_cow)]
    ended = (state(value).end or year) < year
    return (same or heirs)[0] if ended and (same or len(heirs) == 1) else value


def before_its_time(roles: Mapping[str, RoleValue], when: str | None) -> bool:
    """Whether a date is earlier than a state in the roles, so that context guessed it wrongly.

    >>> before_its_time({"from": "USA", "to": "BGD"}, "1969")
    True
    """
    years = _YEAR.findall(when or "")
    codes = [v for v in roles.values() if isinstance(v, str) and v in states()]
    return bool(years) and any((state(c).start or 0) > int(years[-1]) for c in codes)


def _after(value: RoleValue, year: int, heirs: Mapping[str, str]) -> RoleValue:
    """The state itself, or its heir after it was gone."""
    if isinstance(value, list):
        return [_after(part, year, heirs) for part in value]
    if not isinstance(value, str) or value not in heirs:
        return value
    end = state(value).end
    return heirs[value] if end is not None and year > end else value


def _then(value: RoleValue, year: int, gone: Iterable[str]) -> RoleValue:
    if isinstance(value, list):
        return [_then(part, year, gone) for part in value]
    if not isinstance(value, str) or value not in states():
        return value
    began = state(value).start
    young = began is not None and began > year
    return next((g for g in gone if _lived(g, year) and _preceded(g, value, young, year)), value)


def _preceded(code: str, heir: str, young: bool, year: int) -> bool:
    """Whether the one stood in the other's place: it is not yet there, or they share a number."""
    shared = set(state(code).all_cow) & set(state(heir).all_cow)
    timeless = state(heir).start is None and year != state(code).end
    return heir in state(code).successors and (young or (timeless and bool(shared)))


def _lived(code: str, year: int) -> bool:
    then = state(code)
    return (then.start or 0) <= year <= (then.end or year)


def _distinct(roles: Mapping[str, RoleValue]) -> bool:
    """Whether no state stands beside itself."""
    codes = [v for v in roles.values() if isinstance(v, str) and v in states()]
    listed = [v for value in roles.values() if isinstance(value, list) for v in value]
    named = [v for v in listed if isinstance(v, str)]
    return len(set(codes)) == len(codes) and len(set(named)) == len(named)
