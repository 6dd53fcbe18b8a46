"""Eras: which state a name stood for at the time, where one has taken another's place since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from legation.entities import state, states
from legation.model.claims import RoleValue

_YEAR = re.compile(r"\d{4}")


def departed(named: Iterable[str]) -> tuple[str, ...]:
    """The states among those that a document names that are there no more.

    >>> departed(["MNG", "CSK"])
    ('CSK',)
    """
    return tuple(code for code in named if code in states() and state(code).gone)


def of_their_time(
    roles: Mapping[str, RoleValue], when: str | None, gone: Iterable[str]
) -> dict[str, RoleValue]:
    """The roles with no state in them that did not yet exist: 'Prague' in 1955 is Czechoslovakia's.

    `gone` are the departed states that the document names; `when` is EDTF.

    >>> of_their_time({"from": "MNG", "to": "CZE"}, "1957", ["CSK"])
    {'from': 'MNG', 'to': 'CSK'}
    """
    years = _YEAR.findall(when or "") if gone else []
    if not years:
        return dict(roles)
    year = int(years[-1])
    changed = {role: _then(value, year, gone) for role, value in roles.items()}
    return changed if _distinct(changed) else dict(roles)


def before_its_time(roles: Mapping[str, RoleValue], when: str | None) -> bool:
    """Whether a date is earlier than a state in the roles, so that context guessed it wrongly.

    >>> before_its_time({"from": "USA", "to": "BGD"}, "1969")
    True
    """
    years = _YEAR.findall(when or "")
    codes = [v for v in roles.values() if isinstance(v, str) and v in states()]
    return bool(years) and any((state(c).start or 0) > int(years[-1]) for c in codes)


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
