"""City resolution: a city from its name, first by the lists, then by its sound."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from legation.entities.gazetteer import City, cities, cities_named
from legation.entities.romanisation import romanise
from legation.entities.skeletons import skeleton
from legation.entities.suffixes import without_suffixes

_SHORTEST_SKELETON = 3


@dataclass(frozen=True, slots=True)
class CityMatch:
    """A city for a name, how sure (0 to 1) and why.

    `city` is None where only a romanised name could be given; `english` then holds that.
    """

    city: City | None
    english: str
    score: float
    reason: str


def resolve_city(
    name: str, language: str | None = None, *, countries: Collection[str] | None = None
) -> CityMatch:
    """The city that a name stands for in a text that speaks of `countries`.

    First the lists, in `countries` and then anywhere; then the most populous city in `countries`
    that sounds alike, marked by a low score; at last the name in Latin letters.

    >>> match = resolve_city("مینسک", "fa", countries={"BLR", "IRN"})
    >>> match.city.name, match.reason
    ('Minsk', 'listed')
    >>> resolve_city("ব্লাবলাপুরের", "bn").reason
    'romanised'
    """
    for spelling in dict.fromkeys((name, *without_suffixes(name, language))):
        listed = cities_named(spelling, countries) if countries else []
        if listed:
            return CityMatch(listed[0], listed[0].name, 0.97, "listed")
    anywhere = cities_named(name)
    if anywhere:
        return CityMatch(anywhere[0], anywhere[0].name, 0.9 if not countries else 0.8, "listed")
    heard = _alike(name, language, countries) if countries else None
    return heard or CityMatch(None, romanise(name, language), 0.2, "romanised")


def _alike(name: str, language: str | None, countries: Collection[str]) -> CityMatch | None:
    for spelling in (name, *without_suffixes(name, language)):
        sound = skeleton(spelling)
        if len(sound) < _SHORTEST_SKELETON:
            continue
        places = sorted(p for c in countries for p in _by_sound(c).get(sound, ()))
        if places:
            found = cities()[places[0]]
            return CityMatch(found, found.name, 0.5, "sounds alike")
    return None


@cache
def _by_sound(country: str) -> dict[str, list[int]]:
    """Skeleton to the places, in `cities`, of the cities of one state."""
    found: dict[str, list[int]] = {}
    for place, one in enumerate(cities()):
        if one.country == country:
            found.setdefault(skeleton(one.name), []).append(place)
    return found
