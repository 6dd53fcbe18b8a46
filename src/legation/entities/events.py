"""Events that date what is told beside them: wars, summits, revolutions known by a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from legation.entities import tables
from legation.entities.lexicon import LANGUAGES
from legation.model.errors import LanguageError


@dataclass(frozen=True, slots=True)
class Event:
    """A named event with the years in which it began and ended.

    `kind` is war, revolution, conference, crisis or event; `forms` are its names in one language,
    in lower case, a star standing for any ending.
    """

    kind: str
    start: int
    end: int
    english: str
    forms: tuple[str, ...]


@cache
def events(language: str) -> Sequence[Event]:
    """The named events, with their names in a language.

    Raises LanguageError (LG-E006) for a language without names of events.

    >>> [(e.start, e.end, e.forms) for e in events("en") if e.english == "Gulf War"]
    [(1990, 1991, ('gulf war', 'persian gulf war', 'first gulf war'))]
    """
    if language not in LANGUAGES:
        raise LanguageError(
            "LG-E006",
            "no names of events for this language",
            where=language,
            remedy=f"use one of {', '.join(LANGUAGES)}",
        )
    column = 4 + LANGUAGES.index(language)
    return tuple(
        Event(row[0], int(row[1]), int(row[2]), row[3], tuple(row[column].split("|")))
        for row in tables.lines("events.tsv")
    )
