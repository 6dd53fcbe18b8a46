"""The words of a language that dates are made of, each with its classes and its values.

Every set of classes has one symbol, a character of its own, so that a run of words becomes a
short string and the grammar a regular expression over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from legation.dates.numbers import YearRange, read_figures
from legation.dates.shadow import cast_shadow

_FIRST_SYMBOL = 0xE000
UNKNOWN, UNKNOWN_MANY, POINT, YEAR, PERIOD = "w", "q", "P", "Y", "R"
_LISTS = {
    "seasons": "season",
    "ordinals": "ordinal",
    "cardinals": "cardinal",
    "tens": "tens",
    "eras": "era",
    "units": "unit",
    "days_from_today": "dayword",
    "weekdays": "weekday",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or figure as the grammar sees it."""

    symbol: str
    values: Mapping[str, Any] = field(default_factory=dict)
    cased: bool = False


@dataclass(slots=True)
class Vocabulary:
    """The words, phrases and figures of one language."""

    table: Mapping[str, Any]
    years: tuple[YearRange, ...]
    order: str
    words: dict[str, Word] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = field(default_factory=dict)
    many: tuple[str, ...] = ()
    _symbols: dict[frozenset[str], str] = field(default_factory=dict)
    _figures: dict[str, Word] = field(default_factory=dict)

    def figures(self, text: str) -> Word:
        """The word that a number in figures makes."""
        known = self._figures.get(text)
        if known is None:
            read = read_figures(text, self.years, self.order)
            known = Word(self.symbol(read.classes), read.values)
            if len(self._figures) < 50_000:
                self._figures[text] = known
        return known

    def unknown(self, word: str) -> str:
        """The symbol of a word that is no part of dates, by whether it looks like a plural."""
        return UNKNOWN_MANY if self.many and word.endswith(self.many) else UNKNOWN

    def symbol(self, classes: frozenset[str]) -> str:
        """The one character that stands for a set of classes."""
        return self._symbols.setdefault(classes, chr(_FIRST_SYMBOL + len(self._symbols)))

    def symbols_of(self, name: str) -> str:
        """All the symbols of words that belong to the class."""
        return "".join(char for classes, char in self._symbols.items() if name in classes)


def build_vocabulary(table: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary that a language's dates table describes."""
    years = tuple(YearRange(**row) for row in table["years"])
    made = Vocabulary(table, years, table["numeric_order"], many=tuple(table["plural_endings"]))
    classes: dict[str, set[str]] = {}
    values: dict[str, dict[str, Any]] = {}
    for word, name, value in _entries(table):
        classes.setdefault(word, set()).add(name)
        values.setdefault(word, {})[name] = value
    cased = {fold(word) for word in table["cased"]}
    for word, names in classes.items():
        _put(made, word, Word(made.symbol(frozenset(names)), values[word], word in cased))
    _foresee_figures(made)
    return made


def fold(word: str) -> str:
    """The word as it looks in a shadow."""
    return " ".join(cast_shadow(str(word)).text.replace("-", " ").split())


def _put(made: Vocabulary, word: str, entry: Word) -> None:
    first, *rest = word.split()
    if not rest:
        made.words[word] = entry
        return
    filler = Word(made.symbol(frozenset({"filler"})))
    for part in (first, *rest):
        made.words.setdefault(part, filler)
    made.phrases.setdefault(first, []).append((tuple(rest), entry))
    made.phrases[first].sort(key=lambda phrase: -len(phrase[0]))


def _entries(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """(folded word, class, value) for every word of the table, with the endings of its class."""
    for name, word, value in _plain_entries(table):
        folded = fold(word)
        family = "unit" if name.startswith("unit_") else name
        for ending in ("", *table["endings"].get(family, ())):
            yield fold(folded + ending), name, value


def _plain_entries(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    yield from _month_entries(table)
    for key, name in _LISTS.items():
        for value, words in table[key].items():
            yield from ((name, word, value) for word in words)
    for unit, words in table["units"].items():
        yield from ((f"unit_{unit}", word, None) for word in words)
    for name, words in (("abbreviated", table["abbreviated"]), *table["words"].items()):
        yield from ((name, word, None) for word in words)


def _month_entries(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    weak, frail = set(table["weak_months"]), set(table["frail_months"])
    for calendar, months in table["months"].items():
        for number, names in months.items():
            for word in names:
                yield "month", word, (calendar, number)
                strength = "frail" if word in frail else "weak" if word in weak else "strong"
                yield f"{strength}_month", word, None


def _foresee_figures(made: Vocabulary) -> None:
    """Gives every kind of figures its symbol before the grammar is compiled."""
    forms = [str(number) for number in (*range(40), *range(40, 10_000, 10))]
    forms += [f"{number:02d}" for number in range(10)] + ["0010", "0050", "50000"]
    for text in [*forms, "1/2/2004", "1998/99", "1.5"]:
        made.figures(text)
