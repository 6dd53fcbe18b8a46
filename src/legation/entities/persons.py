"""Persons: one identity for a name across scripts, as far as the name alone can tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Any

from legation.entities.romanisation import romanise as romanise_letters
from legation.entities.skeletons import skeleton
from legation.entities.spelling import light
from legation.model.tables import read_table

_BETWEEN = re.compile(r"[\s\-‐–.,،()']+")

SAME = 0.8
"""From this score on two names may be taken for one person's, where nothing speaks against it."""


@dataclass(frozen=True, slots=True)
class Match:
    """How likely two names are one person's, from 0 to 1, and why."""

    score: float
    reason: str


def romanise(name: str, language: str | None = None) -> str:
    """A person's name in Latin letters, usual given names as English writes them.

    >>> romanise("محمود احمدی‌نژاد", "fa"), romanise("علي لاریجانی"), romanise("সাদ্দাম হোসেন", "bn")
    ('Mahmoud Ahmadinejad', 'Ali Larijani', 'Saddam Hussein')
    """
    given: dict[str, str] = _lists()["given"]
    return " ".join(
        given.get(light(word, "fa")) or romanise_letters(word, language) for word in name.split()
    )


def person_key(name: str, language: str | None = None) -> str:
    """The skeletons of a name's words without titles and particles: equal keys, perhaps one person.

    >>> person_key("Alexander Lukashenko") == person_key("الکساندر لوکاشنکو", "fa")
    True
    >>> person_key("President Lukashenko") == person_key("লুকাশেনকো", "bn")
    True
    """
    return " ".join(skeleton(word) for word in _words(name))


def same_person(one: str, other: str) -> Match:
    """How likely two names are of one person, whatever their scripts.

    >>> same_person("অ্যালেকজান্ডার লুকাশেনকো", "Alexander Lukashenko")
    Match(score=0.95, reason='all names sound alike')
    >>> same_person("Lukashenko", "الکساندر لوکاشنکو").reason
    'family name alone'
    >>> same_person("George W. Bush", "Tariq Aziz").score
    0.0
    >>> same_person("Jigme Singye Wangchuck", "Jigme Dorji Wangchuck").reason
    'other middle names'
    """
    words, others = _words(one), _words(other)
    if not words or not others:
        return Match(0.0, "no name to compare")
    if one.casefold().split() == other.casefold().split():
        return Match(1.0, "the same words")
    if _alike("".join(words), "".join(others)):
        return Match(0.95, "all names sound alike")
    if not _alike(words[-1], others[-1]):
        return _in_another_order(words, others)
    return _given_names(words[:-1], others[:-1])


def _given_names(given: tuple[str, ...], others: tuple[str, ...]) -> Match:
    """What the names before an equal family name say."""
    if not given or not others:
        return Match(0.8, "family name alone")
    if _initial_of(given[0], others[0]):
        return Match(0.85, "family name and initial")
    if not _alike(given[0], others[0]):
        return Match(0.1, "another given name")
    if len(given) > 1 < len(others) and not any(
        _alike(one, other) for one in given[1:] for other in others[1:]
    ):
        return Match(0.3, "other middle names")
    whole = len(given) == len(others) and all(map(_alike, given, others))
    return Match(0.95, "all names sound alike") if whole else Match(0.9, "first and family name")


def _in_another_order(words: tuple[str, ...], others: tuple[str, ...]) -> Match:
    """Whether the words are the same in another order, as where the family name comes first."""
    if len(words) == len(others) > 1:
        left = list(others)
        for word in words:
            twin = next((o for o in left if _alike(word, o)), None)
            if twin is None:
                return Match(0.0, "another family name")
            left.remove(twin)
        return Match(0.85, "the same names in another order")
    return Match(0.0, "another family name")


def _initial_of(one: str, other: str) -> bool:
    short, long = sorted((romanise(one), romanise(other)), key=len)
    return len(short) == 1 and long[:1].lower() == short.lower()


def _alike(one: str, other: str) -> bool:
    """Whether two words may be one name: their consonants agree, and their letters do roughly."""
    (letters, bones), (others_letters, others) = _sound(one), _sound(other)
    if bones != others and not _but_for_a_v(bones, others):
        return False
    return _ratio(letters, others_letters) >= _LEAST_ALIKE


@lru_cache(maxsize=65536)
def _sound(word: str) -> tuple[str, str]:
    """A word in small Latin letters, and its consonants."""
    latin = romanise(word)
    return latin.lower(), skeleton(latin)


_LEAST_ALIKE = 0.5


def _but_for_a_v(bones: str, others: str) -> bool:
    """Arabic writes v and u with one letter, so that a v may be missing inside a skeleton."""
    return len(bones) > 1 < len(others) and bones.replace("v", "") == others.replace("v", "") != ""


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@lru_cache(maxsize=65536)
def _words(name: str) -> tuple[str, ...]:
    titles, particles = _titles(), frozenset(_lists()["particles"])
    words = [word for word in _BETWEEN.split(name) if word]
    kept = [w for w in words if w.casefold() not in titles and w.casefold() not in particles]
    return tuple(kept or words)


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for words in _lists()["titles"].values() for word in words)


@cache
def _lists() -> dict[str, Any]:
    loaded: dict[str, Any] = read_table("legation.entities", "persons.yaml")
    return loaded
