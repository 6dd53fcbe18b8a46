"""Lexicon: every name by which a language calls states, organisations and cities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from legation.entities import tables
from legation.model.errors import LanguageError

LANGUAGES = ("en", "fa", "bn", "ru")
"""Languages with names for extraction; `resolve` knows the names of states in many more."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one identity in one language.

    `id` is that of what the name says: a state, a territory, an organisation, or a city
    ('city:625144'). `kind` is state, territory, organisation or city. `form` is short, official,
    alias, abbreviation, adjective, national, prefix ('Sino', before a hyphen), capital or city.
    `risk` is 'high' where the word often means something else. `country` is the state of a city;
    a capital may stand for it. `english` is the English name of the identity.
    """

    text: str
    id: str
    kind: str
    form: str
    risk: str = ""
    country: str | None = None
    english: str = ""


@cache
def names(language: str) -> Sequence[Name]:
    """All names of a language, lightly normalised (composed; Persian ی and ک), cities last.

    Raises LanguageError (LG-E002) for a language without a table.

    >>> [n.id for n in names("fa") if n.text == "ایرانی"]
    ['IRN']
    >>> [(n.form, n.country) for n in names("bn") if n.text == "মিনস্ক"]
    [('capital', 'BLR')]
    """
    return (*names_of_record(language), *_cities(language))


@cache
def names_of_record(language: str) -> Sequence[Name]:
    """The names of states, territories, organisations and capitals, without the other cities.

    Raises LanguageError (LG-E002) for a language without a table.
    """
    if language not in LANGUAGES:
        raise LanguageError(
            "LG-E002",
            "no names for this language",
            where=language,
            remedy=f"use one of {', '.join(LANGUAGES)}",
        )
    return tuple(
        Name(text, identity, kind, form, risk, country or None, english)
        for text, identity, kind, form, risk, country, english in tables.lines(
            f"names/{language}.tsv"
        )
    )


def _cities(language: str) -> Iterator[Name]:
    for text, identity, risk, country, english, _ in tables.lines(f"cities/{language}.tsv.gz"):
        yield Name(text, identity, "city", "city", risk, country, english)
