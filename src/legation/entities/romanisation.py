"""Romanisation: a name in Latin letters where nobody knows its own, and the skeleton beneath.

Letter by letter from the tables of `romanisation.yaml`, one a script. A vowel that a script does
not write is not invented, so that 'مینسک' is 'minsk' and 'عراق' 'eraq'.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

from legation.model.tables import read_table


@cache
def _tables() -> dict[str, Any]:
    loaded: dict[str, Any] = read_table("legation.entities", "romanisation.yaml")
    return loaded


def script_of(text: str) -> str:
    """The script of a name: bengali, arabic, cyrillic or latin, by its first letter of any.

    >>> script_of("লুকাশেনকো"), script_of("Минск"), script_of("Minsk")
    ('bengali', 'cyrillic', 'latin')
    """
    for char in text:
        for script, prefix in _SCRIPTS.items():
            if char.isalpha() and unicodedata.name(char, "").startswith(prefix):
                return script
    return "latin"


_SCRIPTS = {
    "bengali": "BENGALI",
    "arabic": "ARABIC",
    "cyrillic": "CYRILLIC",
    "latin": "LATIN",
}


def romanise(text: str, language: str | None = None) -> str:
    """A name in plain Latin letters, each word with a capital.

    >>> romanise("লুকাশেনকো"), romanise("لوکاشنکو"), romanise("Лукашенко"), romanise("Škoda")
    ('Lukashenko', 'Lukashnku', 'Lukashenko', 'Skoda')
    """
    words = unicodedata.normalize("NFC", text).replace("\u200c", "").split()
    return " ".join(_capital(_word(word, script_of(word))) for word in words)


def _word(word: str, script: str) -> str:
    if script == "latin":
        decomposed = unicodedata.normalize("NFKD", word.translate(_LATIN))
        return "".join(c for c in decomposed if not unicodedata.combining(c))
    if script == "bengali":
        return _bengali(word)
    letters: dict[str, str] = _tables()[script]["letters"]
    first: dict[str, str] = letters | _tables()[script].get("initial", {})
    return first.get(word[0], "") + "".join(letters.get(char, "") for char in word[1:])


def _bengali(word: str) -> str:
    """Bengali writes its vowels but the 'o' within a consonant, heard in a first syllable."""
    table = _tables()["bengali"]
    for cluster, latin in table["clusters"].items():
        word = word.replace(unicodedata.normalize("NFC", cluster), latin)
    out: list[str] = []
    consonants, vowels = table["consonants"], table["vowels"]
    for at, char in enumerate(word):
        if char in consonants:
            following = word[at + 1] if at + 1 < len(word) else ""
            out.append(consonants[char] + ("o" if not out and following in consonants else ""))
        else:
            out.append(vowels.get(char, char if char.isascii() else ""))
    return "".join(out)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


_LATIN = str.maketrans(
    {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ı": "i", "ß": "ss", "æ": "ae"}
)
