"""`legation ingest`: documents and folders into a ledger, and what became of each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from legation.doors.exits import exit_for
from legation.doors.options import Format, Language, LedgerFile, TextOrJson
from legation.doors.streams import data, words
from legation.model.errors import InputError, UsageError

if TYPE_CHECKING:
    from legation.ledger import Report

EXAMPLE = "Example: legation ingest articles/ note.txt --ledger relations.ledger"


def ingest(
    ledger: LedgerFile,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Files or folders; - is standard input."),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read again the documents that the ledger has.")
    ] = False,
    workers: Annotated[
        int, typer.Option("--workers", "-w", min=1, help="How many processes read.")
    ] = 1,
    batch: Annotated[
        int, typer.Option("--batch", min=1, help="How many documents are recorded at once.")
    ] = 20,
    shape: Format = TextOrJson.text,
    lang: Language = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Read documents into a ledger, and account for each.

    The ledger is made where it is missing; reading a document twice changes nothing. With
    --again the documents that the ledger has are read by this edition of the rules, without their
    files: both readings are kept, and the newest counts.
    """
    from legation.doors.progress import progress_bar
    from legation.ledger import Ledger, reread
    from legation.ledger import ingest as read_into

    if again == bool(paths):
        raise UsageError(
            "LG-U023",
            "either documents are named, or those of the ledger are read again",
            remedy="name files or folders, or give --again",
        )
    with Ledger.open(ledger, create=not again) as opened, progress_bar(quiet) as told:
        if paths:
            report = read_into(paths, opened, told, language=lang, workers=workers, batch=batch)
        else:
            report = reread(opened, told, workers=workers, batch=batch)
    if paths and not report.documents:
        raise InputError("LG-I007", "there is no document here", where=", ".join(paths))
    tell(report, shape)
    raise typer.Exit(exit_for(report.documents, len(report.refused)))


def tell(report: Report, shape: TextOrJson) -> None:
    """Write a report of an ingestion: what was refused to standard error, the sums as data."""
    for refusal in report.refused:
        words(f"refused: {refusal.uri}: {refusal.code}: {refusal.reason}")
    for note in report.notes:
        words(f"note: {note}")
    if shape is TextOrJson.json:
        data(report.to_json())
        return
    from legation.views.report_text import report_lines

    sys.stdout.write("".join(f"{line}\n" for line in report_lines(report)))
