"""Answering for what is decided: an author and a reason, each of them a line of text."""

from __future__ import annotations

import unicodedata

from legation.model.errors import UsageError

_NO_LINE = frozenset(("Cc", "Cs", "Zl", "Zp"))
"""The categories of what breaks a line, steers a terminal, or is no character at all."""


def require_answered(by: str, reason: str, recorded_at: str = "") -> None:
    """Hold that somebody answers for a decision, and says why.

    Of what is recorded already only that is asked: it stays as it was written. Raises UsageError
    (LG-U014, LG-U044).

    >>> require_answered("A. Reader", "read it in the source")
    """
    if not by.strip() or not reason.strip():
        raise UsageError(
            "LG-U014",
            "a decision has an author and a reason",
            remedy="give both, with --by and --reason",
        )
    if not recorded_at:
        require_line("the author", by)
        require_line("the reason", reason)


def require_line(what: str, told: str) -> None:
    """Raise UsageError (LG-U044) where a text is no single line, or cannot be kept everywhere.

    >>> require_line("the citation", "Yearbook 2011, p. 4")
    """
    if any(unicodedata.category(char) in _NO_LINE for char in told):
        raise UsageError(
            "LG-U044",
            f"{what} is no line of text: {told!r}",
            remedy="write it on one line, without tabs and other control characters",
        )
