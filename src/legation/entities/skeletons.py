"""Skeletons: the consonants of a name, which survive the way from one script to another.

Vowels, doubled letters, and the difference of f and v, q and k, s and z are gone; so that a name
in Persian, Bengali and English has one skeleton. Many names share a skeleton: it finds
candidates, it proves nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from legation.entities.romanisation import romanise

_SOUNDS = (
    ("shch", "1"),
    ("tch", "2"),
    ("sch", "1"),
    ("tsch", "2"),
    ("sh", "1"),
    ("zh", "3"),
    ("chh", "2"),
    ("ch", "2"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("bh", "b"),
    ("jh", "3"),
    ("dj", "3"),
    ("ck", "k"),
    ("ts", "5"),
    ("tz", "5"),
    ("x", "ks"),
    ("q", "k"),
    ("c", "k"),
    ("f", "v"),
    ("z", "s"),
    ("j", "3"),
    ("5", "s"),
    ("g", "k"),
    ("p", "b"),
    ("d", "t"),
    ("3", "1"),
    ("2", "1"),
)
_UNHEARD = re.compile(r"[^a-z0-9]+")
_VOWELS = re.compile(r"[aeiouyhw]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def skeleton(text: str) -> str:
    """The consonants of one name, whatever its script, '' where it has none.

    >>> skeleton("Lukashenko"), skeleton("لوکاشنکو"), skeleton("লুকাশেনকো")
    ('lk1nk', 'lk1nk', 'lk1nk')
    >>> skeleton("Mogilev") == skeleton("مگیلف")
    True
    """
    return coarse(sounds(text))


def sounds(text: str) -> str:
    """A name in small Latin letters without anything between them."""
    return _UNHEARD.sub("", romanise(text).lower())


def coarse(latin: str) -> str:
    """The consonants of Latin letters, those that languages confuse brought together."""
    for written, heard in _SOUNDS:
        latin = latin.replace(written, heard)
    head = "a" if latin[:1] and latin[0] in "aeiouhwy" else ""
    return _DOUBLED.sub(r"\1", head + _VOWELS.sub("", latin))
