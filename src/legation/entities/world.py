"""World: the names of states in every language of CLDR, for whoever has only a name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from legation.entities import tables
from legation.entities.spelling import fold

REGION = "-"
"""In place of an identity: the name is of a continent or the like, not of a state."""


_SHORTEST = 4
"""Latin letters a name needs: shorter ones mean too many things around the world."""


@cache
def identities_by_name() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Folded name to the identities that bear it, each with the languages that say so.

    >>> sorted(identities_by_name()[fold("Irak")])
    ['IRQ']
    """
    found: dict[str, dict[str, frozenset[str]]] = {}
    for key, identity, languages in tables.lines("world.tsv.gz"):
        found.setdefault(key, {})[identity] = frozenset(languages.split())
    return found


def named_in(name: str, language: str | None) -> set[str]:
    """The identities that a name stands for in one language, or in any if none is given.

    >>> named_in("Tschad", "de"), named_in("Ελλάδα", None)
    ({'TCD'}, {'GRC'})
    """
    key = fold(name)
    if language is None and name.isascii() and len(key) < _SHORTEST:
        return set()
    bearers = identities_by_name().get(key, {})
    return {i for i, spoken in bearers.items() if language is None or language in spoken}
