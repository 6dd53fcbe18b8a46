"""Nearness: the one name that a misspelt one can be meant for."""

from __future__ import annotations

from functools import cache

from legation.entities.lexicon import names_of_record
from legation.entities.spelling import fold

_SHORTEST = 7
"""Letters a name needs: among shorter ones a letter makes another state (Gambia and Zambia)."""

_FORMS = frozenset({"short", "official", "alias"})


def one_letter_away(name: str, language: str) -> str | None:
    """The identity whose name differs by one letter added, lost, changed or swapped with the next.

    None where there is none, where there are two, or where the name is short.

    >>> one_letter_away("Azerbaijjan", "en"), one_letter_away("Zambai", "en")
    ('AZE', None)
    """
    key = fold(name)
    if len(key) < _SHORTEST:
        return None
    neighbours = _neighbours(language)
    near = {one for part in _deletions(key) for one in neighbours.get(part, ())}
    if len({identity for _, identity in near}) != 1:
        return None
    return next((identity for initial, identity in near if initial == key[0]), None)


def _deletions(key: str) -> set[str]:
    return {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}


@cache
def _neighbours(language: str) -> dict[str, set[tuple[str, str]]]:
    """What is left of a name without one of its letters, to (initial, identity) of the name."""
    found: dict[str, set[tuple[str, str]]] = {}
    for name in names_of_record(language):
        key = fold(name.text)
        if (
            name.form in _FORMS
            and name.kind in {"state", "territory"}
            and len(key) >= _SHORTEST - 1
        ):
            for part in _deletions(key):
                found.setdefault(part, set()).add((key[0], name.id))
    return found
