"""The pack of a language: its words, endings and small grammar, read from its folder."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from legation.extraction.anchors import Anchors
from legation.extraction.forms import expand
from legation.extraction.government import Government
from legation.extraction.lexicon import Unit, add_names, add_words
from legation.extraction.shadow import cast
from legation.extraction.spellings import Spellings
from legation.extraction.trie import Trie
from legation.extraction.words import Words
from legation.model.errors import DataError, LanguageError
from legation.model.tables import LOADER

STRONG = frozenset(";؛")
"""Marks that part clauses whatever stands beside them."""
FILES = ("language.yaml", "grammar.yaml", "concepts.yaml", "dates.yaml")


class _Words(LOADER):  # type: ignore[misc]
    """YAML in which 'no', 'on' and 'yes' are words, as in YAML 1.2."""


_Words.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in some if tag != "tag:yaml.org,2002:bool" or first in "tf"
    ]
    for first, some in _Words.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True, slots=True)
class Pack:
    """All that the cascade knows of one language."""

    code: str
    cased: bool
    verb_last: bool
    genitive_after: bool
    direction: str
    endings: tuple[tuple[str, str, str], ...]
    abbreviations: frozenset[str]
    skipped: Words
    conjunctions: frozenset[str]
    separators: frozenset[str]
    nameless: frozenset[str]
    unnamed: tuple[str, ...]
    uncapitalised: frozenset[str]
    closing: frozenset[str]
    counted: frozenset[str]
    contrasts: frozenset[str]
    backward: frozenset[str]
    undoing: frozenset[str]
    relatives: frozenset[str]
    plurals: frozenset[str]
    dashes: bool
    government: Government | None
    trie: Trie[Unit]
    stems: Any
    anchors: Anchors
    home: frozenset[str] = frozenset()
    keepers: frozenset[str] = frozenset()
    """The states that keep guides to their relations in the language."""
    opening: frozenset[str] = frozenset()
    """The separators that begin another clause."""
    seams: frozenset[str] = frozenset()
    """The words and marks at which a sentence may fall into clauses."""
    epithets: frozenset[str] = frozenset()
    """What stands after a person's name and a comma ('Jr.')."""
    published: frozenset[str] = frozenset()
    """Words before the day on which a report came out."""
    progressive: tuple[str, ...] = ()
    """Endings of verbs that a form of 'be' leaves active ('had been supplying')."""
    objects: Mapping[str, str] = field(default_factory=dict)
    """The case in which a concept's object stands, where it is a peculiar one."""

    def and_between(self, words: Iterable[str]) -> bool:
        """Whether the words between two names only join them."""
        return all(w in self.conjunctions or w in self.skipped for w in words)


@cache
def packs() -> tuple[str, ...]:
    """The codes of the languages that have a pack."""
    folder = resources.files("legation.languages")
    return tuple(sorted(f.name for f in folder.iterdir() if (f / "concepts.yaml").is_file()))


def read(code: str, file: str) -> Any:
    """One data file of a language, parsed."""
    place = resources.files("legation.languages") / code / file
    try:
        return yaml.load(place.read_text("utf-8"), _Words)
    except yaml.YAMLError as error:
        raise DataError(
            "LG-D001", "a language file is not YAML", where=f"{code}/{file}", remedy=str(error)
        ) from error


@cache
def load(code: str) -> Pack:
    """The pack of a language by its ISO 639-1 code; LanguageError where there is none."""
    collecting = gc.isenabled()
    gc.disable()  # some hundred thousand small objects, none of them garbage: a third of the time
    try:
        return _load(code)
    finally:
        if collecting:
            gc.enable()


def _load(code: str) -> Pack:
    if code not in packs():
        raise LanguageError(
            "LG-I004",
            f"there is no pack for the language '{code}'",
            remedy=f"packs: {', '.join(packs())}",
        )
    language, grammar = read(code, "language.yaml"), read(code, "grammar.yaml")
    trie: Trie[Unit] = Trie(
        language.get("inflected", "last") == "every", _positives(language, grammar)
    )
    concepts = (read(code, "concepts.yaml"), grammar.get("concepts", {}))
    add_words(trie, concepts, grammar, Spellings.read(language))
    add_names(trie, code, language["cased"])
    endings = tuple(
        (folded(e["ending"]), folded(e.get("stem", "")), e.get("case", ""))
        for e in grammar["endings"]
    )
    return Pack(
        code=code,
        cased=language["cased"],
        verb_last=language["verb_last"],
        genitive_after=language.get("genitive_after", False),
        direction=language["direction"],
        endings=endings,
        abbreviations=frozenset(language["abbreviations"]),
        skipped=Words(_folded(grammar["skipped"])),
        conjunctions=_folded(grammar["conjunctions"]),
        separators=_spelled(grammar["separators"]),
        nameless=_folded(grammar.get("nameless", ())) | _marking(grammar),
        unnamed=tuple(sorted(_folded(grammar.get("nameless_endings", ())))),
        uncapitalised=frozenset(language.get("uncapitalised", ())),
        closing=frozenset(language.get("closing", ())),
        counted=frozenset(language.get("counted", ())),
        contrasts=_folded(grammar.get("contrasts", ())),
        backward=_folded(grammar.get("backward", ())),
        undoing=_folded(grammar.get("undoing", ())),
        relatives=_folded(grammar.get("relatives", ())),
        plurals=_folded(grammar.get("plurals", ())),
        dashes=language.get("dashes", False),
        government=Government.read(grammar.get("government")),
        trie=trie,
        stems=_stemmer(endings, language.get("least_stem", 2)),
        anchors=Anchors.read(code, grammar.get("anchors", {})),
        home=frozenset(language.get("home", ())),
        keepers=frozenset(language.get("keepers", ())),
        opening=_spelled(grammar["separators"]) - _folded(grammar.get("contrasts", ())),
        seams=_spelled(grammar["separators"]) | _folded(grammar["conjunctions"]) | STRONG | {"-"},
        epithets=_folded(language.get("epithets", ())),
        published=_folded(language.get("published", ())),
        progressive=tuple(sorted(_folded(grammar.get("progressive", ())))),
        objects=grammar.get("objects", {}),
    )


def _positives(language: Mapping[str, Any], grammar: Mapping[str, Any]) -> dict[str, str]:
    """The negated verbs that a prefix makes, each with the verb without it ('نکرد': 'کرد')."""
    prefix = language.get("negative_prefix", "")
    denied = grammar.get("concepts", {}).get("NOT", ()) if prefix else ()
    words = {w for form in denied for w in expand(folded(form))}
    return {
        w[0]: w[0].removeprefix(prefix) for w in words if len(w) == 1 and w[0].startswith(prefix)
    }


def _marking(grammar: Mapping[str, Any]) -> frozenset[str]:
    """The single words that mark a case: no name begins or goes on with one."""
    forms = [f for side in ("before", "after") for some in grammar[side].values() for f in some]
    return frozenset(f for f in _folded(forms) if f.isalpha())


def folded(form: str) -> str:
    """A form as the shadow of a text would have it."""
    return cast(form).text


def _spelled(forms: Iterable[str]) -> frozenset[str]:
    """Single words, those with alternatives in brackets written out."""
    return frozenset(
        "".join(words)
        for form in forms
        for words in (expand(folded(form)) if "|" in form else [(folded(form),)])
    )


def _folded(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(folded(form) for form in forms)


def _stemmer(endings: Sequence[tuple[str, str, str]], least: int) -> Any:
    @lru_cache(maxsize=50_000)
    def stems(word: str) -> tuple[tuple[str, str], ...]:
        return tuple(
            (word[: len(word) - len(ending)] + stem, case)
            for ending, stem, case in endings
            if word.endswith(ending) and len(word) - len(ending) >= least
        )

    return stems
