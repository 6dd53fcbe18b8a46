"""Parties without a code of the standards: told by an identity of our own, with their name."""

from __future__ import annotations

from functools import lru_cache

from legation.entities import label, states
from legation.model.claims import RoleValue


def identified(value: RoleValue) -> RoleValue:
    """A role's value, each code of our own in it with the name it stands for.

    A state that is gone has as `code` that of the state which continues it, under which archives
    and data sets file it: the Ottoman Empire under Turkey.

    >>> identified(["USA", "OTT"])
    ['USA', {'id': 'OTT', 'code': 'TUR', 'name': 'Ottoman Empire'}]
    """
    if isinstance(value, list):
        return [identified(part) for part in value]
    return _named(value) or value if isinstance(value, str) else value


@lru_cache(maxsize=4096)
def _told(code: str) -> tuple[tuple[str, str], ...]:
    known = states().get(code)
    if known is None:
        return (("id", code), ("name", label(code))) if "-" in code else ()
    if known.iso2 or known.iso3166_3:
        return ()
    heir = next((h for h in known.successors if states()[h].iso2), None)
    filed = (("code", heir),) if known.gone and heir else ()
    return (("id", code), *filed, ("name", label(code)))


def _named(code: str) -> dict[str, str]:
    return dict(_told(code))
