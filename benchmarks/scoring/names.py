"""Names of role values: what counts as the same state, organisation, person or city."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from legation.entities import organisations
from legation.entities.lexicon import names_of_record

_SAYING = ("id", "code", "name", "label", "names", "aliases", "text")
"""The fields of a named thing that name it."""


def names_of(value: Any) -> frozenset[str]:
    """Every name of a role's value, folded for comparison: any one in common is enough.

    A value is a code, a list of acceptable names, or a named thing as a mapping.

    >>> sorted(names_of({"name": "Minsk", "text": "মিন্স্কে"}))
    ['minsk', 'মিন্স্কে']
    >>> names_of("African  Union") == names_of("OAU") == names_of("AU")
    True
    """
    if value is None:
        return frozenset()
    if isinstance(value, Mapping):
        value = [value[field] for field in _SAYING if field in value]
    if isinstance(value, list | tuple):
        return frozenset().union(*map(names_of, value))
    folded = " ".join(str(value).split()).casefold()
    return frozenset({_codes().get(folded, folded)})


def same_things(wanted: Any, given: Any) -> bool:
    """Whether two lists name the same things, in any order and each once.

    >>> same_things(["IRQ", ["UN", "United Nations"]], ["UN", "IRQ"])
    True
    >>> same_things(["IRQ", "IRN"], ["IRQ"])
    False
    """
    rest = [names_of(value) for value in _listed(given)]
    for names in map(names_of, _listed(wanted)):
        found = next((i for i, other in enumerate(rest) if names & other), None)
        if found is None:
            return False
        del rest[found]
    return not rest


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@cache
def _codes() -> dict[str, str]:
    """Folded names and abbreviations of organisations to their codes; a code is itself."""
    codes = {code.casefold(): code.casefold() for code in organisations()}
    for name in names_of_record("en"):
        if name.kind == "organisation":
            codes.setdefault(name.text.casefold(), name.id.casefold())
    return codes
