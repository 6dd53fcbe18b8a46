"""The lexicon of a language: its concepts, markers of case and names, put where they are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from legation.entities import names, statesmen
from legation.extraction.forms import expand
from legation.extraction.shadow import cast
from legation.extraction.spellings import Spellings
from legation.extraction.tokens import tokenize
from legation.extraction.trie import Trie


@dataclass(frozen=True, slots=True)
class Unit:
    """What a form stands for: a concept with its value, a marker of case, or a name.

    `type` is concept, before, after, state, organisation, city, territory or person; `value` a
    concept's value, a case, or an identity; `country` the state of a city, and whom a person
    speaks for; `exact` that capitals count.
    """

    type: str
    concept: str
    value: str = ""
    form: str = ""
    country: str = ""
    label: str = ""
    exact: str = ""
    risky: bool = False


def add_words(
    trie: Trie[Unit],
    concepts: Sequence[Mapping[str, Any]],
    grammar: Mapping[str, Any],
    spellings: Spellings,
) -> None:
    """Put the forms of the concepts, in every spelling, and the markers of case of a grammar."""
    for some in concepts:
        _add_concepts(trie, some, spellings)
    _add_markers(trie, grammar)


def add_names(trie: Trie[Unit], code: str, cased: bool) -> None:
    """Put the names that a language has for states, cities, organisations and statesmen."""
    _add_names(trie, code, cased)
    if code != "en":
        _add_abbreviations(trie)
    _add_statesmen(trie, code)


def _add_concepts(trie: Trie[Unit], concepts: Mapping[str, Any], spellings: Spellings) -> None:
    for concept, forms in concepts.items():
        for value, some in forms.items() if isinstance(forms, dict) else [("", forms)]:
            unit = Unit("concept", concept, value)
            for form in some:
                for words in expand(cast(form).text):
                    for spelt in spellings.of(words):
                        trie.add_words(spelt, unit)


def _add_markers(trie: Trie[Unit], grammar: Mapping[str, Any]) -> None:
    for side in ("before", "after"):
        for case, forms in grammar[side].items():
            for form in forms:
                trie.add(cast(form).text, Unit(side, "", case))


def _add_names(trie: Trie[Unit], code: str, cased: bool) -> None:
    for name in names(code):
        text = cast(name.text).text
        words = [t.low for t in tokenize(text, 0, len(text))]
        if words:
            exact = text if cased and name.form == "abbreviation" else ""
            trie.add_words(
                words,
                Unit(
                    name.kind,
                    "",
                    name.id,
                    name.form,
                    name.country or "",
                    name.english,
                    exact,
                    name.risk == "high",
                ),
            )


def _add_abbreviations(trie: Trie[Unit]) -> None:
    """Organisations by their English letters, which pages in every script use: 'عضو WTO'."""
    for name in names("en"):
        if name.kind == "organisation" and name.form == "abbreviation" and name.text.isupper():
            words = [t.low for t in tokenize(name.text, 0, len(name.text))]
            trie.add_words(
                words,
                Unit(name.kind, "", name.id, name.form, "", name.english, name.text),
            )


def _add_statesmen(trie: Trie[Unit], code: str) -> None:
    for person in statesmen(code):
        text = cast(person.text).text
        words = [t.low for t in tokenize(text, 0, len(text))]
        state = person.state or ""
        trie.add_words(words, Unit("person", "", state, country=state, label=person.english))
