"""Statesmen: the names under which each language knows those who spoke for a state."""

from __future__ import annotations

from collections.abc import Iterator

from entity_tables.sheets import LANGUAGES, SUPPLEMENT, light, rows

HEADING = ("text", "state", "start", "end", "office", "english")
_ALONE = "+"
"""Stands before the word from which on a name is clear by itself: 'Jawaharlal +Nehru'."""


def names(language: str) -> list[tuple[str, ...]]:
    """The rows of a language's table, in the order of the sheet, each name of a person once."""
    if language not in LANGUAGES:
        raise ValueError(f"no column for {language}")
    found: dict[tuple[str, ...], None] = {}
    for row in rows(SUPPLEMENT / "statesmen.tsv"):
        facts = (row["state"], row["start"], row["end"], row["office"])
        english = next(spelt(row["en"]))
        for text in spelt(row[language]):
            found.setdefault((light(text, language), *facts, english))
    return list(found)


def spelt(cell: str) -> Iterator[str]:
    """The spellings of a cell, each whole and then from its mark on.

    >>> list(spelt("Jawaharlal +Nehru|Pandit Nehru"))
    ['Jawaharlal Nehru', 'Nehru', 'Pandit Nehru']
    """
    for value in cell.split("|") if cell else []:
        yield value.replace(_ALONE, "")
        if _ALONE in value and not value.startswith(_ALONE):
            yield value.split(_ALONE)[1]
