"""The one tree of errors: each has a stable code, what happened, where, and what to do.

LegationError
  InputError        a document or name that cannot be read
    LanguageError   a text in a language that has no pack
  DataError         a data file of the package or of a plugin that is malformed
  DateError         a date that is not EDTF
  LedgerError       a ledger that is missing, locked or damaged
  UsageError        a question that makes no sense as put
"""

from __future__ import annotations


class LegationError(Exception):
    """Any failure that legation can explain.

    >>> str(InputError("LG-I001", "the file is empty", where="a.txt", remedy="give one with text"))
    'LG-I001: the file is empty (a.txt); give one with text'
    """

    exit_code = 5

    def __init__(self, code: str, what: str, *, where: str = "", remedy: str = "") -> None:
        self.code, self.what, self.where, self.remedy = code, what, where, remedy
        place = f" ({where})" if where else ""
        advice = f"; {remedy}" if remedy else ""
        super().__init__(f"{code}: {what}{place}{advice}")


class InputError(LegationError):
    """A document or a name that cannot be read."""

    exit_code = 3


class LanguageError(InputError):
    """A text in a language for which there is no pack."""


class DataError(LegationError):
    """A data file, of the package or of a plugin, that breaks its own schema."""


class DateError(LegationError):
    """A date that is not EDTF as legation writes it."""

    exit_code = 2


class LedgerError(LegationError):
    """A ledger that is missing, locked, of another version, or damaged."""

    exit_code = 3


class UsageError(LegationError):
    """A question that makes no sense as put: an unknown state, a day that is no day."""

    exit_code = 2
