"""`legation extract`: the claims of documents, to standard output; no ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.exits import exit_for
from legation.doors.options import Documents, JsonLinesOrTable, Language
from legation.doors.streams import data_line, lines, words
from legation.model.claims import Claim
from legation.model.errors import InputError, LegationError

EXAMPLE = "Example: legation extract iraq-belarus.txt | head -3"


def extract(
    documents: Documents,
    shape: Annotated[
        JsonLinesOrTable, typer.Option("--format", "-f", help="A claim a line, or a table.")
    ] = JsonLinesOrTable.jsonl,
    lang: Language = None,
) -> None:
    """Write the claims of documents, each with its words."""
    from legation.documents import find

    sources = find(documents).sources
    if not sources:
        raise InputError("LG-I007", "there is no document here", where=", ".join(documents))
    refused = 0
    for source in sources:
        try:
            _write(_claims(source, lang), shape)
        except LegationError as refusal:
            words(str(refusal))
            refused += 1
    raise typer.Exit(exit_for(len(sources), refused))


def _claims(source: str, language: str | None) -> tuple[Claim, ...]:
    from legation.documents import open_document
    from legation.ledger.harvest import harvest, rules

    reading = open_document(source, language=language)
    if reading.note:
        words(f"note: {reading.note}")
    taken = harvest(reading, *rules())
    return tuple(sorted(taken.claims, key=lambda claim: (claim.source.start, claim.id)))


def _write(claims: tuple[Claim, ...], shape: JsonLinesOrTable) -> None:
    if shape is JsonLinesOrTable.jsonl:
        for claim in claims:
            data_line(claim.to_json())
        return
    from legation.views.claims_text import claims_text

    lines(claims_text(claims))
