"""Name index: who bears a name in a language, at three levels of sameness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from legation.entities.gazetteer import City, city
from legation.entities.lexicon import Name, names, names_of_record
from legation.entities.spelling import fold, light, loosen


def bearers(name: str, language: str) -> Iterator[tuple[str, Sequence[Name]]]:
    """(level, names) of the first level at which anybody bears the name.

    The levels are exact, folded (case, accents, joiners) and respelt (letters that the language
    writes one for another), the last only where it leaves one identity.

    >>> [(level, [n.id for n in found]) for level, found in bearers("IRAQ", "en")]
    [('folded', ['IRQ'])]
    """
    exact = _exact(language).get(light(name, language))
    if exact:
        yield "exact", exact
        return
    key = fold(name)
    folded = _folded(language).get(key)
    if folded:
        yield "folded", folded
        return
    respelt = _respelt(language).get(loosen(key, language), ())
    if len({one.country or one.id for one in respelt}) == 1:
        yield "respelt", respelt


def city_bearers(name: str, language: str) -> list[City]:
    """The cities that a text in the language calls so, capitals apart.

    >>> [c.country for c in city_bearers("চট্টগ্রাম", "bn")]
    ['BGD']
    """
    found = [city(identity) for identity in _cities(language).get(fold(name), ())]
    return [one for one in found if one]


@cache
def _cities(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names(language):
        if name.form == "city":
            found.setdefault(fold(name.text), []).append(name.id)
    return {key: list(dict.fromkeys(ids)) for key, ids in found.items()}


@cache
def _exact(language: str) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in names_of_record(language):
        found.setdefault(name.text, []).append(name)
    return found


@cache
def _folded(language: str) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in names_of_record(language):
        if name.form != "abbreviation" or len(name.text) > 2:
            found.setdefault(fold(name.text), []).append(name)
    return found


@cache
def _respelt(language: str) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for key, known in _folded(language).items():
        found.setdefault(loosen(key, language), []).extend(known)
    return found
