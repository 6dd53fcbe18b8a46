"""The forms of dates of a language, as its table writes them, made into regular expressions.

A form is a regular expression over the symbols of words and of what stands between them:
`{month}` is any word of a class, or a macro of the table; `<days>` is the same, kept under that
name, and `<years={year}>` keeps a `{year}` as years (a name alone may stand without braces). A
form is a text, or a mapping with `form` and what else is known of its matches. In the links, a
`{point}` is any date, a `{bareyear}` a plain year, and a `{period}` what has two ends already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from legation.dates.starts import first_symbols
from legation.dates.vocabulary import (
    PERIOD,
    POINT,
    UNKNOWN,
    UNKNOWN_MANY,
    YEAR,
    Vocabulary,
    build_vocabulary,
)
from legation.model.errors import DataError, LanguageError
from legation.model.tables import LOADER

_LANGUAGES = Path(__file__).parents[1] / "languages"
_PLACE = re.compile(r"\{([a-z_]+)\}")
_SLOT = re.compile(r"(?<!\(\?)<([a-z_]+)(?:=([^<>]+))?>")
_DEEPEST = 9
_REMEMBERED = 20_000
_BUILT_IN = {
    "word": f"[{UNKNOWN}{UNKNOWN_MANY}]",
    "many": UNKNOWN_MANY,
    "point": f"[{POINT}{YEAR}]",
    "bareyear": YEAR,
    "period": PERIOD,
    "anypoint": f"[{POINT}{YEAR}{PERIOD}]",
}
_UNSLOTTED = re.compile(r"(?<!\\)\((?!\?)")


@dataclass(frozen=True, slots=True)
class Found:
    """A form that matched: [start:end) of the run's string, its slots, and what is known of it."""

    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]
    known: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its pattern over symbols, the names of its slots, and what is known of it."""

    pattern: str
    slots: tuple[str, ...]
    known: Mapping[str, Any]

    def match(self, run: str, start: int) -> Found | None:
        """The form at this place of a run, if it stands there."""
        match = _compiled(self.pattern).match(run, start)
        if match is None or match.end() == start:
            return None
        spans = (match.span(number) for number in range(1, len(self.slots) + 1))
        named = zip(self.slots, spans, strict=True)
        slots = {name: span for name, span in named if span[0] >= 0}
        return Found(start, match.end(), slots, self.known)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms tried together: the leftmost match, and of those at one place the first listed.

    Runs are few once their words are symbols, so what was found in one is remembered.
    """

    starting: Mapping[str, Sequence[Form]]
    _seen: dict[str, tuple[Found, ...]] = field(default_factory=dict)

    def search(self, run: str) -> tuple[Found, ...]:
        """The matches in a run of symbols, from left to right, none overlapping another."""
        found = self._seen.get(run)
        if found is None:
            found = tuple(self._search(run))
            if len(self._seen) < _REMEMBERED:
                self._seen[run] = found
        return found

    def _search(self, run: str) -> Iterator[Found]:
        at = 0
        while at < len(run):
            found = self._at(run, at)
            if found:
                yield found
            at = found.end if found else at + 1

    def _at(self, run: str, place: int) -> Found | None:
        for form in self.starting.get(run[place], ()):
            found = form.match(run, place)
            if found:
                return found
        return None


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that is known of how a language writes dates."""

    vocabulary: Vocabulary
    points: Forms
    links: Forms
    joint: re.Pattern[str]
    anchors: frozenset[str]
    ranging: frozenset[str]
    owners: frozenset[str]
    """Symbols of nouns that have years of their own: 'the treaty of 1975'."""


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a language (ISO 639-1); raises LanguageError LG-T010 where there is none.

    >>> grammar_of("en").vocabulary.words["january"].values["month"]
    ('gregorian', 1)
    """
    path = _LANGUAGES / language / "dates.yaml"
    if not language.isalpha() or not path.is_file():
        raise LanguageError(
            "LG-T010",
            "there is no table of dates for this language",
            where=language,
            remedy="add languages/<code>/dates.yaml",
        )
    return build_grammar(yaml.load(path.read_text("utf-8"), LOADER))


def build_grammar(table: Mapping[str, Any]) -> Grammar:
    """The grammar that a table describes; raises DataError LG-T011 for a form that is none."""
    words = build_vocabulary(table)
    macros = {**_BUILT_IN, **table["macros"]}
    anchors = "".join(words.symbols_of(name) for name in table["anchors"])
    return Grammar(
        vocabulary=words,
        points=_compile(table["points"], macros, words),
        links=_compile(table["links"], macros, words),
        joint=re.compile(_expand(table["joint"], macros, words)),
        anchors=frozenset(anchors),
        ranging=frozenset(words.symbols_of("to") + "-/"),
        owners=frozenset(words.symbols_of("owner")),
    )


def _compile(
    rows: Sequence[str | Mapping[str, Any]], macros: Mapping[str, str], words: Vocabulary
) -> Forms:
    starting: dict[str, list[Form]] = {}
    for row in rows:
        known = {"form": row} if isinstance(row, str) else row
        if _UNSLOTTED.search(known["form"]):
            raise _bad_form(known["form"], "a group that is neither a slot nor (?:...)")
        slots = tuple(name for name, _ in _SLOT.findall(known["form"]))
        form = Form(_expand(known["form"], macros, words), slots, known)
        for symbol in first_symbols(form.pattern):
            starting.setdefault(symbol, []).append(form)
    return Forms(starting)


def _expand(form: str, macros: Mapping[str, str], words: Vocabulary) -> str:
    text = _SLOT.sub(_slot_form, form)
    for _ in range(_DEEPEST):
        if not _PLACE.search(text):
            return text
        text = _PLACE.sub(lambda place: _meaning(place[1], macros, words), text)
    raise _bad_form(form, "a macro that leads back to itself")


def _slot_form(slot: re.Match[str]) -> str:
    inner = slot[2] or slot[1]
    return f"({{{inner}}})" if inner.isidentifier() else f"({inner})"


def _meaning(name: str, macros: Mapping[str, str], words: Vocabulary) -> str:
    if name in macros:
        macro = macros[name]
        return macro if len(macro) == 1 or name in _BUILT_IN else f"(?:{macro})"
    symbols = words.symbols_of(name)
    return f"[{symbols}]" if symbols else "(?!)"


def _bad_form(form: str, what: str) -> DataError:
    return DataError("LG-T011", what, where=form, remedy="see the head of legation.dates.grammar")
