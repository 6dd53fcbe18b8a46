"""Files: what each generated table is called and what goes into it."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence

from entity_tables import capitals, cities, organisations, states, statesmen, world
from entity_tables.sheets import LANGUAGES, SUPPLEMENT, rows, text_of

NAME = ("text", "id", "kind", "form", "risk", "country", "english")
CITY_NAME = ("text", "id", "risk", "country", "english", "population")
CITY = ("geonameid", "name", "country", "population", "admin1")


def all_files() -> Iterator[tuple[str, bytes]]:
    """Every table as (path below the data folder, content)."""
    yield "states.tsv", _states().encode()
    yield "events.tsv", _events().encode()
    for language in LANGUAGES:
        yield f"names/{language}.tsv", _names(language).encode()
        known = text_of(statesmen.HEADING, statesmen.names(language))
        yield f"statesmen/{language}.tsv", known.encode()
    for language in cities.EXTRACTED:
        found = cities.for_extraction(language)
        yield f"cities/{language}.tsv.gz", _packed(CITY_NAME, found)
    places, index = cities.packed()
    yield "cities/all.tsv.gz", _packed(CITY, places)
    yield "cities/index.tsv.gz", _packed(("folded", "cities"), index)
    yield "world.tsv.gz", _packed(("folded", "id", "languages"), world.names())


def _states() -> str:
    body = [[record[column] for column in states.RECORD] for record in states.records().values()]
    return text_of(states.RECORD, body)


def _events() -> str:
    """The sheet of events as it is: its years and its forms are made by hand."""
    kept = rows(SUPPLEMENT / "events.tsv")
    return text_of(list(kept[0]), [list(row.values()) for row in kept])


def _names(language: str) -> str:
    found = [
        *states.names(language),
        *organisations.names(language),
        *capitals.names(language),
    ]
    return text_of(NAME, [named.cells() for named in found])


def _packed(heading: Sequence[str], body: Iterable[Sequence[str]]) -> bytes:
    """A table that is packed without the time of day, so that it is the same every time."""
    return gzip.compress(text_of(heading, body).encode(), compresslevel=9, mtime=0)
