"""Statesmen: persons of whom the world knows for which state they spoke, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from legation.entities import tables
from legation.entities.lexicon import LANGUAGES
from legation.model.errors import LanguageError


@dataclass(frozen=True, slots=True)
class Statesman:
    """One name of one statesman in one language.

    `state` is whom the person spoke for, from the year `start` to the year `end`: None for a state
    where it was an organisation, for an end where it lasts. `office` is the main one, `english` the
    person's usual English name, the same for all names of a person.
    """

    text: str
    state: str | None
    start: int
    end: int | None
    office: str
    english: str


@cache
def statesmen(language: str) -> Sequence[Statesman]:
    """All names of statesmen in a language; who spoke for two states stands there twice.

    Raises LanguageError (LG-E005) for a language without a table.

    >>> [(s.state, s.start, s.end) for s in statesmen("fa") if s.text == "صدام حسین"]
    [('IRQ', 1979, 2003)]
    >>> [s.english for s in statesmen("bn") if s.text == "নেহরু"]
    ['Jawaharlal Nehru']
    """
    if language not in LANGUAGES:
        raise LanguageError(
            "LG-E005",
            "no statesmen for this language",
            where=language,
            remedy=f"use one of {', '.join(LANGUAGES)}",
        )
    return tuple(
        Statesman(text, state or None, int(start), int(end) if end else None, office, english)
        for text, state, start, end, office, english in tables.lines(f"statesmen/{language}.tsv")
    )
