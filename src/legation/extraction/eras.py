"""Eras: which state a name stood for at the time, where one has taken another's place since."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
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


def outlived(named: Mapping[str, int], theme: Collection[str] = ()) -> dict[str, str]:
    """For each state among those named that is gone, the heir that is meant after its end.

    That is the one that has its number in the data sets, or the only one that the document names;
    of a state of the document's `theme`, the one that it names most often.

    >>> outlived({"OTT": 7, "TUR": 6, "GRC": 1}), outlived({"CSK": 3, "CZE": 2, "SVK": 2})
    ({'OTT': 'TUR'}, {})
    """
    found = {}
    for code in named:
        heir = _heir(code, named, code in theme)
        if heir is not None:
            found[code] = heir
    return found


def _heir(code: str, named: Mapping[str, int], of_theme: bool) -> str | None:
    if code not in states() or not state(code).gone:
        return None
    heirs = [h for h in state(code).successors if named.get(h)]
    same = [h for h in heirs if set(state(h).all_cow) & set(state(code).all_cow)]
    if of_theme and heirs:
        return max(heirs, key=lambda h: named[h])
    return (same or heirs)[0] if same or len(heirs) == 1 else None


def of_their_time(
    roles: Mapping[str, RoleValue],
    when: str | None,
    gone: Iterable[str],
    heirs: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, RoleValue]:
    """The roles with no state in them that did not exist on the date: 'Prague' in 1955 is
    Czechoslovakia's, and in 2004 it is not.

    `gone` are the departed states that the document names, `heirs` those that took their place;
    `when` is EDTF.

    >>> of_their_time({"from": "MNG", "to": "CZE"}, "1957", ["CSK"])
    {'from': 'MNG', 'to': 'CSK'}
    >>> of_their_time({"from": "CSK", "to": "MNG"}, "2004", [], {"CSK": "CZE"})
    {'from': 'CZE', 'to': 'MNG'}
    >>> of_their_time({"recognizer": "USA", "recognized": "YMD"}, "1946", [], {"YMD": "YEM"})
    {'recognizer': 'USA', 'recognized': 'YEM'}
    """
    years = [int(year) for year in _YEAR.findall(when or "")] if gone or heirs else []
    if not years:
        return dict(roles)
    later = _changed(roles, lambda code: _inherited(code, years[0], heirs))
    return _changed(later, lambda code: _held(code, years[-1], gone))


def of_the_place(
    roles: Mapping[str, RoleValue], when: str | None, places: Collection[str]
) -> dict[str, RoleValue]:
    """The roles with the state to which a city belonged at the time, where only the city is named:
    Belgrade in 1961 is Yugoslavia's, though the document does not say so.

    `places` are the states in the roles that stand there as one of their cities.

    >>> of_the_place({"from": "IND", "to": "SRB"}, "1961-07", ["SRB"])
    {'from': 'IND', 'to': 'YUG'}
    """
    years = _YEAR.findall(when or "") if places else []
    if not years:
        return dict(roles)
    year = int(years[-1])
    return _changed(
        roles, lambda code: _held(code, year, _forerunners(code)) if code in places else code
    )


def before_its_time(roles: Mapping[str, RoleValue], when: str | None) -> bool:
    """Whether a date is earlier than a state in the roles, so that context guessed it wrongly.

    >>> before_its_time({"from": "USA", "to": "BGD"}, "1969")
    True
    """
    years = _YEAR.findall(when or "")
    codes = [v for v in roles.values() if isinstance(v, str) and v in states()]
    return bool(years) and any((state(c).start or 0) > int(years[-1]) for c in codes)


def _changed(roles: Mapping[str, RoleValue], change: Callable[[str], str]) -> dict[str, RoleValue]:
    """The roles with every state in them changed, unless one would then stand beside itself."""
    changed = {role: _each(value, change) for role, value in roles.items()}
    return changed if _distinct(changed) else dict(roles)


def _each(value: RoleValue, change: Callable[[str], str]) -> RoleValue:
    if isinstance(value, list):
        return [_each(part, change) for part in value]
    return change(value) if isinstance(value, str) and value in states() else value


def _inherited(code: str, year: int, heirs: Mapping[str, str]) -> str:
    """The state itself; its heir after it was gone, and before it was there, if the heir was."""
    then, heir = state(code), heirs.get(code, code)
    if then.start is not None and year < then.start:
        return heir if (state(heir).start or year) < year else code
    return heir if then.end is not None and year > then.end else code


def _held(code: str, year: int, gone: Iterable[str]) -> str:
    """The one of the departed states that stood in a state's place in a year, or that itself."""
    return next((g for g in gone if _lived(g, year) and _preceded(g, code, year)), code)


@cache
def _forerunners(code: str) -> tuple[str, ...]:
    """The states with a code of the standards, now gone, that a state is an heir of.

    A zone, or what another ruled, was never in the place of one; it has no number in the data sets.
    """
    gone = (s for s in states().values() if s.gone and s.iso3166_3 and s.all_cow)
    return tuple(s.id for s in gone if code in s.successors)


def _preceded(code: str, heir: str, year: int) -> bool:
    """Whether the one stood in the other's place: the heir is not yet there, or it is the older
    of the two, and they share a number."""
    past, present = state(code), state(heir)
    if heir not in past.successors:
        return False
    if present.start is not None and present.start > year:
        return True
    older = present.start is None or present.start < (past.start or 0)
    return older and year != past.end and bool(set(past.all_cow) & set(present.all_cow))


def _lived(code: str, year: int) -> bool:
    then = state(code)
    return (then.start or 0) <= year <= (then.end or year)


def _distinct(roles: Mapping[str, RoleValue]) -> bool:
    """Whether no state stands beside itself."""
    codes = [v for v in roles.values() if isinstance(v, str) and v in states()]
    listed = [v for value in roles.values() if isinstance(value, list) for v in value]
    named = [v for v in listed if isinstance(v, str)]
    return len(set(codes)) == len(codes) and len(set(named)) == len(named)
