"""Text of documents as it may be shown on a terminal: nothing in it can command the terminal."""

from __future__ import annotations

import unicodedata

_PICTURES = 0x2400
_DELETE = 0x7F
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what follows them around."""


def visible(text: str) -> str:
    """The text with its control characters made visible, each by one character in its place.

    >>> visible("a\\x1b[2Jb"), len(visible("a\\u202eb"))
    ('a␛[2Jb', 3)
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cf", "Cs"):
        return char
    if ord(char) < ord(" "):
        return chr(_PICTURES + ord(char))
    return "␡" if ord(char) == _DELETE else "�" if _commands(char) else char


def _commands(char: str) -> bool:
    return char in _OVERRIDES or unicodedata.category(char) in ("Cc", "Cs")
