"""Cities: their names for extraction in one language, and the packed index of all names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from entity_tables import capitals, derivations, exemplars, gazetteer, scripts
from entity_tables.gazetteer import Place
from entity_tables.sheets import LANGUAGES, SUPPLEMENT, light, rows, values
from entity_tables.states import names as state_names
from legation.entities.spelling import fold

EXTRACTED = ("en", "fa", "bn", "ru")
LEAST = {"en": 100_000, "fa": 60_000, "bn": 15_000, "ru": 100_000}
"""How many people a city needs for its name to count in running text, if nobody lists it."""

_LATIN_LETTERS = str.maketrans("ŁłĐđØøıİ‘’ʻ", "LlDdOoiI'''")

Spelling = tuple[str, str]
"""(text, risk)."""


@cache
def stop_list(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """(names never to take for a city in running text, names that need a context)."""
    path = SUPPLEMENT / "city_words" / f"{language}.txt"
    lines = [ln for ln in path.read_text("utf-8").splitlines() if ln and ln[0] != "#"]
    never = {light(line, language) for line in lines if not line.endswith("!")}
    doubtful = {light(line[:-1], language) for line in lines if line.endswith("!")}
    return frozenset(never), frozenset(doubtful)


@cache
def listed() -> dict[str, dict[str, str]]:
    """Identity of a city to the row that people keep of its names."""
    found = {}
    for row in rows(SUPPLEMENT / "cities.tsv"):
        names = [text for text, _ in values(row["en"], "en")]
        found[gazetteer.identity_of(row["country"], names)] = row
    return found


def for_extraction(language: str) -> list[tuple[str, ...]]:
    """Rows (text, id, risk, country, English name, population), one city a text."""
    never, doubtful = stop_list(language)
    taken = {n.text for n in state_names(language)} | {n.text for n in capitals.names(language)}
    found: dict[str, tuple[str, ...]] = {}
    for place in _ranked():
        for text, risk in _spellings(place, language):
            if text in never or text in taken or text in found or not place.country:
                continue
            risk = risk or ("high" if text in doubtful else "")
            cells = (text, place.id, risk, place.country, english_name(place))
            found[text] = (*cells, str(place.population))
    return list(found.values())


@cache
def _ranked() -> tuple[Place, ...]:
    """Cities that people list first, then the others, the most populous first."""
    known = listed()
    return tuple(sorted(gazetteer.places(), key=lambda place: place.id not in known))


@cache
def english_name(place: Place) -> str:
    """What English calls a city: as people list it, else GeoNames' name without its accents."""
    row = listed().get(place.id)
    if row:
        return values(row["en"], "en")[0][0]
    return _capital_names().get(place.id) or without_accents(place.name)


@cache
def _capital_names() -> dict[str, str]:
    return {named.id: named.english for named in capitals.names("en")}


def _spellings(place: Place, language: str) -> Iterator[Spelling]:
    row = listed().get(place.id)
    if row:
        said = [("city", *value) for value in values(row.get(language, ""), language)]
        yield from ((text, risk) for _, text, risk in said + derivations.derived(said, language))
    exemplar = exemplars_by_place(language).get(place.id)
    if exemplar:
        yield exemplar, ""
    if place.population >= LEAST[language]:
        yield from ((text, "") for text in _geonames(place, language))


def _geonames(place: Place, language: str) -> list[str]:
    if language == "en":
        return list(dict.fromkeys([place.name, without_accents(place.name)]))
    said = [light(name, language) for name in place.alternates if scripts.fits(name, language)]
    spelt = derivations.persian_spellings if language == "fa" else derivations.bengali_spellings
    return list(dict.fromkeys(said + [more for one in said for more in spelt(one)]))


def without_accents(text: str) -> str:
    """The letters of a Latin name alone: 'Malmö' is 'Malmo', 'Łódź' is 'Lodz'."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LATIN_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@cache
def exemplars_by_place(language: str) -> dict[str, str]:
    """Identity of a city to its name as the exemplar of a time zone."""
    found = {}
    for (iso2, english), text in exemplars.exemplars(language).items():
        country = gazetteer.country_of(iso2)
        if country:
            found[gazetteer.identity_of(country, [english])] = text
    return found


def packed() -> tuple[list[tuple[str, ...]], list[tuple[str, str]]]:
    """(cities by population, folded name to their places in that list)."""
    places = [*gazetteer.places(), *_unlisted()]
    index: dict[str, list[int]] = {}
    for position, place in enumerate(places):
        for key in _keys(place):
            index.setdefault(key, []).append(position)
    rows_of = [
        (p.id.removeprefix("city:"), english_name(p), p.country, str(p.population), p.admin1)
        for p in places
    ]
    keys = [(key, " ".join(map(str, at))) for key, at in sorted(index.items()) if key]
    return rows_of, keys


def _unlisted() -> list[Place]:
    """Capitals and listed cities that GeoNames counts fewer than 15,000 people in."""
    known = {place.id for place in gazetteer.places()}
    named = {n.id: (n.english, n.country) for n in capitals.names("en")}
    for identity, row in listed().items():
        named.setdefault(identity, (values(row["en"], "en")[0][0], row["country"]))
    missing = {i: n for i, n in named.items() if i not in known}
    return [Place(i, name, country, 0, "", ()) for i, (name, country) in missing.items()]


def _keys(place: Place) -> list[str]:
    """Every folded name of a city."""
    said = [place.name, *(name for name in place.alternates if scripts.is_indexed(name))]
    said += _capital_spellings().get(place.id, [])
    row = listed().get(place.id)
    if row:
        said += [
            text for language in EXTRACTED for text, _ in values(row.get(language, ""), language)
        ]
    said += [known[place.id] for known in map(exemplars_by_place, LANGUAGES) if place.id in known]
    return list(dict.fromkeys(fold(text) for text in said))


@cache
def _capital_spellings() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for named in capitals.names(language):
            found.setdefault(named.id, []).append(named.text)
    return found
