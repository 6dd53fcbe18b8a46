"""Capitals: the cities that stand for a state ('Tehran said')."""

from __future__ import annotations

from functools import cache

from entity_tables import derivations, gazetteer
from entity_tables.sheets import light
from entity_tables.states import Named, records, sheet


def seats(identity: str, language: str) -> list[list[tuple[str, str]]]:
    """The capitals of an identity, each as its spellings with their risk."""
    cell = sheet(language).get(identity, {}).get("capital", "")
    return [
        [
            (light(one.rstrip("!"), language), "high" if one.endswith("!") else "")
            for one in seat.split("/")
        ]
        for seat in (cell.split("|") if cell else [])
    ]


@cache
def names(language: str) -> list[Named]:
    """All capitals in a language: identity of the city, and the state it stands for."""
    found: dict[tuple[str, str], Named] = {}
    for identity in records():
        english = seats(identity, "en")
        for seat, spellings in zip(english, seats(identity, language), strict=False):
            city = gazetteer.identity_of(identity, [text for text, _ in seat])
            for text, risk in _with_derived(spellings, language):
                row = Named(text, city, "city", "capital", risk, identity, seat[0][0])
                found.setdefault((text, identity), row)
    return list(found.values())


def _with_derived(spellings: list[tuple[str, str]], language: str) -> list[tuple[str, str]]:
    said = [("capital", text, risk) for text, risk in spellings]
    return spellings + [(text, risk) for _, text, risk in derivations.derived(said, language)]
