"""How much of a document is read before it is refused."""

from __future__ import annotations

import os
from dataclasses import dataclass

from legation.model.errors import InputError, UsageError

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a document: its size in bytes, its longest line in characters."""

    bytes: int = 32 * MEBIBYTE
    line: int = 2 * MEBIBYTE

    @classmethod
    def from_environment(cls) -> Limits:
        """The bounds that LEGATION_MAX_BYTES and LEGATION_MAX_LINE set, or the usual ones.

        Raises UsageError (LG-U001) where a bound is no whole number above nought.

        >>> Limits.from_environment().line > 1000
        True
        """
        usual = cls()
        return cls(
            bytes=_bound("LEGATION_MAX_BYTES", usual.bytes),
            line=_bound("LEGATION_MAX_LINE", usual.line),
        )

    def check_line(self, text: str, where: str) -> None:
        """Raise InputError (LG-I005) if a line of `text` is longer than the bound.

        >>> Limits(line=5).check_line("Oslo\\nBergen", "a.txt")
        Traceback (most recent call last):
        ...
        legation.model.errors.InputError: LG-I005: line 2 has more than 5 characters (a.txt); \
break it into paragraphs, or raise LEGATION_MAX_LINE
        """
        number, start = 1, 0
        while len(text) - start > self.line:
            end = text.find("\n", start, start + self.line + 1)
            if end < 0:
                raise InputError(
                    "LG-I005",
                    f"line {number} has more than {self.line:,} characters",
                    where=where,
                    remedy="break it into paragraphs, or raise LEGATION_MAX_LINE",
                )
            number, start = number + 1, end + 1

    def too_large(self, where: str) -> InputError:
        """The refusal of a document that has more bytes than the bound."""
        return InputError(
            "LG-I005",
            f"the document has more than {self.bytes:,} bytes",
            where=where,
            remedy="split it, or raise LEGATION_MAX_BYTES",
        )


def _bound(name: str, usual: int) -> int:
    text = os.environ.get(name, "")
    if not text:
        return usual
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    raise UsageError(
        "LG-U001",
        f"{name} is {text!r}, which is no whole number above nought",
        remedy="unset it or give a number",
    )
