"""How well dates are found, beside the library dateparser.

    python benchmarks/dates.py [--families] [--wrong NAME]

Both read the same sentences (`date_expressions/`), each with the words of its dates in brackets
and their values in EDTF beside it. A span is right where it holds the same words, but for those
that only frame a date ('on', 'since'). legation's value has to be the very EDTF; dateparser,
which gives days alone, has its day cut to what the gold says, a season to its year, a range or
an open end to the end it names first. The pieces it makes of one range count as one.
"""

from __future__ import annotations

import argparse
import csv
import functools
import importlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from legation.dates import find_dates

FOLDER = Path(__file__).parent / "date_expressions"
MARKED = re.compile(r"\[([^\]]*)\]")
BETWEEN_WORDS = " -–—,.;:()،।"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a sentence: where its words are, and its value (EDTF, or a day of the peer)."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the benchmark with its gold, and the date of its document if it has one."""

    language: str
    family: str
    document: str | None
    text: str
    gold: tuple[Dated, ...]


Finder = Callable[[Sentence], list[Dated]]


@dataclass(frozen=True, slots=True)
class Contender:
    """A finder of dates, and how its values are held against the gold."""

    name: str
    find: Finder
    agrees: Callable[[str, str], bool]


def sentence_of(language: str, row: dict[str, str]) -> Sentence:
    """The sentence of a row, its brackets taken out.

    >>> row = {"family": "year", "document": "", "sentence": "In [1990].", "values": "1990"}
    >>> sentence_of("en", row).gold
    (Dated(start=3, end=7, value='1990'),)
    """
    values = row["values"].split(" / ") if row["values"] else []
    marks = enumerate(MARKED.finditer(row["sentence"]))
    gold = tuple(
        Dated(mark.start() - 2 * n, mark.end() - 2 * n - 2, value)
        for (n, mark), value in zip(marks, values, strict=True)
    )
    text = MARKED.sub(r"\1", row["sentence"])
    return Sentence(language, row["family"], row["document"] or None, text, gold)


def sentences() -> Iterator[Sentence]:
    """All sentences of the benchmark, language by language."""
    for path in sorted(FOLDER.glob("??.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield sentence_of(path.stem, row)


@functools.cache
def framing_words() -> dict[str, frozenset[str]]:
    """The words of each language that frame a date and give no part of it."""
    lines = (FOLDER / "framing_words.tsv").read_text("utf-8").splitlines()
    return {code: frozenset(words.split()) for code, words in (line.split("\t") for line in lines)}


def core(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The span without framing words and stops at its ends.

    >>> core(Sentence("en", "", None, "Open since the 1990s.", ()), 5, 20)
    (15, 20)
    """
    words = list(re.finditer(f"[^{re.escape(BETWEEN_WORDS)}]+", sentence.text[start:end]))
    framing = framing_words()[sentence.language]
    kept = [word for word in words if word.group().lower() not in framing]
    if not kept:
        return start, end
    return start + kept[0].start(), start + kept[-1].end()


def found_by_legation(sentence: Sentence) -> list[Dated]:
    """The dates that legation finds and can place."""
    found = find_dates(sentence.text, sentence.language, document_date=sentence.document)
    return [Dated(one.span.start, one.span.end, one.when) for one in found if one.when]


def peer() -> Finder | None:
    """The search of dateparser as it comes, told the language and the document's date."""
    try:
        search: Any = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        return None

    def find(sentence: Sentence) -> list[Dated]:
        base = sentence.document and datetime.fromisoformat(sentence.document)
        settings = {"RELATIVE_BASE": base} if base else None
        found = search(sentence.text, languages=[sentence.language], settings=settings) or []
        return joined(sentence, list(located(sentence.text, found)))

    return find


def located(text: str, found: list[tuple[str, datetime]]) -> Iterator[Dated]:
    """The peer's findings with their places, which it does not tell."""
    cursor = 0
    for words, moment in found:
        start = text.find(words, cursor)
        cursor = start + len(words) if start >= 0 else cursor
        yield Dated(start, start + len(words), moment.date().isoformat())


def joined(sentence: Sentence, found: list[Dated]) -> list[Dated]:
    """The findings, those that lie in one range of the gold made into one, with the first value."""
    for gold in sentence.gold:
        pieces = [one for one in found if gold.start <= one.start and one.end <= gold.end]
        if "/" in gold.value and len(pieces) > 1:
            whole = Dated(pieces[0].start, pieces[-1].end, pieces[0].value)
            found = [whole, *(one for one in found if one not in pieces)]
    return found


def same_as_far_as_told(gold: str, day: str) -> bool:
    """Whether a day agrees with a value in EDTF, as far as that goes.

    >>> same_as_far_as_told("../1967-05", "1967-05-21"), same_as_far_as_told("198X~", "1992-01-01")
    (True, False)
    """
    first = next(end for end in gold.split("/") if end != "..").rstrip("~")
    if first[5:7] > "12":
        first = first[:4]
    return day.startswith(first.rstrip("X"))


def marks(contender: Contender, sentence: Sentence) -> tuple[Counter[str], list[Dated]]:
    """How many dates there are, were found, have the right span, and the right value too."""
    found = contender.find(sentence)
    spans = {core(sentence, one.start, one.end): one.value for one in found}
    tally = Counter(gold=len(sentence.gold), found=len(found))
    for one in sentence.gold:
        value = spans.get(core(sentence, one.start, one.end))
        if value is not None:
            tally["span"] += 1
            tally["value"] += contender.agrees(one.value, value)
    return tally, found


def f1(tally: Counter[str], right: str) -> float:
    """The harmonic mean of precision and recall, in per cent.

    >>> f1(Counter(gold=4, found=4, span=3), "span")
    75.0
    """
    return 200 * tally[right] / ((tally["gold"] + tally["found"]) or 1)


def measured(
    contenders: list[Contender], by_family: bool, wrong: str | None
) -> dict[str, dict[str, Counter[str]]]:
    """For each language (or family in it) and contender, the tally; prints errors if asked."""
    table: dict[str, dict[str, Counter[str]]] = {}
    for sentence in sentences():
        key = f"{sentence.language} {sentence.family}" if by_family else sentence.language
        row = table.setdefault(key, {one.name: Counter() for one in contenders})
        for contender in contenders:
            tally, found = marks(contender, sentence)
            row[contender.name] += tally
            if contender.name == wrong and not tally["gold"] == tally["found"] == tally["value"]:
                print(sentence.text, *[(sentence.text[d.start : d.end], d.value) for d in found])
    return table


def print_table(table: dict[str, dict[str, Counter[str]]]) -> None:
    """The figures as a table in Markdown; of dateless sentences, the dates wrongly found."""
    names = list(next(iter(table.values())))
    heads = [f"{name}: {what}" for name in names for what in ("spans", "spans and values", "found")]
    print("| | dates |", " | ".join(heads), "|")
    print("|---|---:|" + "---:|" * len(heads))
    for key, row in table.items():
        cells = [
            cell
            for tally in row.values()
            for cell in (f"{f1(tally, 'span'):.1f}", f"{f1(tally, 'value'):.1f}", tally["found"])
        ]
        print("|", key, "|", row[names[0]]["gold"], "|", *[f"{cell} |" for cell in cells])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--families", action="store_true", help="a line for each construction")
    parser.add_argument("--wrong", metavar="NAME", help="print what legation or dateparser missed")
    options = parser.parse_args()
    contenders = [Contender("legation", found_by_legation, lambda gold, value: gold == value)]
    other = peer()
    if other is not None:
        contenders.append(Contender("dateparser", other, same_as_far_as_told))
    print_table(measured(contenders, options.families, options.wrong))
    if other is None:
        print("the peer is not installed: see benchmarks/README.md")


if __name__ == "__main__":
    main()
