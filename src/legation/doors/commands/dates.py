"""`legation dates`: the dates of documents, as JSON Lines."""

from __future__ import annotations

import typer

from legation.doors.exits import exit_for
from legation.doors.options import Documents, Language
from legation.doors.streams import data_line, words
from legation.model.errors import InputError, LegationError

EXAMPLE = "Example: echo 'since May 1993' | legation dates - --lang en"


def dates(documents: Documents, lang: Language = None) -> None:
    """Write the dates of documents as JSON Lines.

    Each has its start and end in characters, its text, and when in EDTF.
    """
    from legation.documents import find

    sources = find(documents).sources
    if not sources:
        raise InputError("LG-I007", "there is no document here", where=", ".join(documents))
    refused = 0
    for source in sources:
        try:
            _write(source, lang, {"document": source} if len(sources) > 1 else {})
        except LegationError as refusal:
            words(str(refusal))
            refused += 1
    raise typer.Exit(exit_for(len(sources), refused))


def _write(source: str, language: str | None, told: dict[str, str]) -> None:
    from legation.dates import date_rows
    from legation.documents import open_document

    document = open_document(source, language=language).document
    for row in date_rows(document.text, document.language):
        data_line(told | row)
