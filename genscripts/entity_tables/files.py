"""Files: what each generated table is called and what goes into it."""

from __future__ import annotations

from collections.abc import Iterator

from entity_tables import capitals, states
from entity_tables.sheets import LANGUAGES, text_of

NAME = ("text", "id", "kind", "form", "risk", "country", "english")


def all_files() -> Iterator[tuple[str, bytes]]:
    """Every table as (path below the data folder, content)."""
    yield "states.tsv", _states().encode()
    for language in LANGUAGES:
        yield f"names/{language}.tsv", _names(language).encode()


def _states() -> str:
    body = [[record[column] for column in states.RECORD] for record in states.records().values()]
    return text_of(states.RECORD, body)


def _names(language: str) -> str:
    found = [*states.names(language), *capitals.names(language)]
    return text_of(NAME, [named.cells() for named in found])
