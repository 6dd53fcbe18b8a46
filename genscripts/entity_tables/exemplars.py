"""Exemplars: the cities after which CLDR names time zones, in every language."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global

from entity_tables.sheets import light

_NO_CITY = frozenset({"Etc", "Antarctica", "Arctic"})


@cache
def exemplars(language: str) -> dict[tuple[str, str], str]:
    """(two-letter code of the state, English name of the city) to its name in a language."""
    territories = get_global("zone_territories")
    english = Locale.parse("en").time_zones
    found = {}
    for zone, names in Locale.parse(language).time_zones.items():
        city, area = names.get("city"), zone.split("/")[0]
        if city and area not in _NO_CITY and zone in territories:
            standard = english.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " ")
            found[territories[zone], standard] = light(city, language)
    return found
