"""Gazetteer: the world's cities and every name by which they go, read when first asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from legation.entities import tables
from legation.entities.spelling import fold


@dataclass(frozen=True, slots=True)
class City:
    """A city. `id` is 'city:' and its number in GeoNames, `country` the identity of its state."""

    id: str
    name: str
    country: str
    population: int
    admin1: str


@cache
def cities() -> Sequence[City]:
    """All cities, the most populous first, with capitals of any size."""
    return tuple(
        City(f"city:{number}", name, country, int(population), admin1)
        for number, name, country, population, admin1 in tables.lines("cities/all.tsv.gz")
    )


def city(identity: str) -> City | None:
    """The city of an identity, None if nobody has it.

    >>> city("city:625144").name
    'Minsk'
    """
    return _by_id().get(identity)


def cities_named(name: str, countries: Collection[str] | None = None) -> list[City]:
    """The cities that go by a name in any language, the most populous first.

    `countries` are identities of states; without them cities anywhere are found.

    >>> [c.country for c in cities_named("مینسک")]
    ['BLR']
    >>> cities_named("Hyderabad", {"PAK"})[0].country
    'PAK'
    """
    places = index().get(fold(name), "")
    found = [cities()[int(place)] for place in places.split()]
    return [c for c in found if countries is None or c.country in countries]


@cache
def index() -> dict[str, str]:
    """Folded name to the places, in `cities`, of the cities that bear it."""
    body = tables.text("cities/index.tsv.gz").split("\n")[1:-1]
    return dict(line.split("\t") for line in body)


@cache
def _by_id() -> dict[str, City]:
    return {one.id: one for one in cities()}
