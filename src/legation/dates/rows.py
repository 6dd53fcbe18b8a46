"""Dates as rows for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legation.dates.finder import find_dates


def date_rows(text: str, language: str) -> Iterator[dict[str, Any]]:
    """A row for each date of `text` whose value is known: start, end, text, when and basis.

    Raises LanguageError LG-T010 where the language has no table of dates.

    >>> next(date_rows("Closed since 1990", "en"))["when"]
    '1990/..'
    """
    for found in find_dates(text, language):
        if found.when is not None:
            yield {
                "start": found.span.start,
                "end": found.span.end,
                "text": found.text,
                "when": found.when,
                "basis": found.basis,
            }
