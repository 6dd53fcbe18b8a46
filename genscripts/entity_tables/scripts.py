"""Scripts: which of GeoNames' untagged alternate names a language can use."""

from __future__ import annotations

import re

_PERSIAN = re.compile(r"[ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیٔ\u200c \-]+")
_BENGALI = re.compile(r"[\u0981-\u09ce\u09d7-\u09df\u200c\u200d \-'.]+")
_ASSAMESE = re.compile(r"[\u09f0\u09f1]")
_RUSSIAN = re.compile(r"[А-Яа-яЁё \-.’']+")
_LATIN = re.compile(
    r"[A-Z\u00c0-\u024f\u1e00-\u1eff‘’'ʻ][A-Za-z\u00c0-\u024f\u1e00-\u1eff‘’'ʻ .\-()]+"
)
_ARABIC = re.compile(r"[\u0600-\u06ff\u200c \-]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff \-.’']+")

_OF = {"fa": _PERSIAN, "bn": _BENGALI, "ru": _RUSSIAN, "en": _LATIN}


def fits(name: str, language: str) -> bool:
    """Whether a name is spelt with the letters of a language and nothing else.

    >>> fits("مینسک", "fa"), fits("مينسك", "fa"), fits("Минск", "ru"), fits("Мінск", "ru")
    (True, False, True, False)
    """
    return len(name) > 1 and bool(_OF[language].fullmatch(name)) and not _ASSAMESE.search(name)


def is_indexed(name: str) -> bool:
    """Whether a name is in a script that `resolve` looks cities up by."""
    scripts = (_LATIN, _ARABIC, _BENGALI, _CYRILLIC)
    return len(name) > 1 and any(script.fullmatch(name) for script in scripts)
