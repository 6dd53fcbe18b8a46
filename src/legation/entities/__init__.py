"""Entities: names in every script, and the identities they stand for.

Nothing is read from disk before it is asked for.
"""

from legation.entities.city_resolution import CityMatch, resolve_city
from legation.entities.events import Event, events
from legation.entities.gazetteer import City, cities, cities_named, city
from legation.entities.labels import label
from legation.entities.lexicon import LANGUAGES, Name, names
from legation.entities.organisations import Organisation, organisation, organisations
from legation.entities.persons import Match, person_key, romanise, same_person
from legation.entities.resolution import Resolution, best, resolution_rows, resolve
from legation.entities.statehood import State, state, state_of_number, states
from legation.entities.statesmen import Statesman, statesmen

__all__ = [
    "LANGUAGES",
    "City",
    "CityMatch",
    "Event",
    "Match",
    "Name",
    "Organisation",
    "Resolution",
    "State",
    "Statesman",
    "best",
    "cities",
    "cities_named",
    "city",
    "events",
    "label",
    "names",
    "organisation",
    "organisations",
    "person_key",
    "resolution_rows",
    "resolve",
    "resolve_city",
    "romanise",
    "same_person",
    "state",
    "state_of_number",
    "states",
    "statesmen",
]
