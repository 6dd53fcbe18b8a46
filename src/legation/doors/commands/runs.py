"""`legation runs`: who read what, and when."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.options import AsOf, Format, LedgerFile, TextOrJson
from legation.doors.streams import data_line

EXAMPLE = "Example: legation runs articles/iraq.txt --ledger relations.ledger"


def runs(
    ledger: LedgerFile,
    document: Annotated[
        str | None,
        typer.Argument(metavar="[DOC]", help="A document, by its uri or the start of its id."),
    ] = None,
    shape: Format = TextOrJson.text,
    as_of: AsOf = None,
) -> None:
    """Tell which extractor, or which person, read which document, and when it was recorded."""
    from legation.ledger import Ledger

    with Ledger.open(ledger) as opened:
        wanted = opened.find_document(document, as_of).id if document is not None else None
        where = opened.sources(as_of)
        told = [run for run in opened.readings(as_of) if wanted in (None, run.document)]
    for run in told:
        uri = where[run.document].uri
        if shape is TextOrJson.json:
            data_line(
                {
                    "recorded_at": run.recorded_at,
                    "extractor": run.extractor,
                    "document": run.document,
                    "uri": uri,
                }
            )
        else:
            print(f"{run.recorded_at}  {run.extractor}  {uri}")
