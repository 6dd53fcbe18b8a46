"""`legation prepare`: works out ahead what questions on two parties rest on."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.options import AsOf, Format, LedgerFile, TextOrJson
from legation.doors.streams import data

EXAMPLE = "Example: legation prepare --ledger relations.ledger"


def prepare(
    ledger: LedgerFile,
    as_of: AsOf = None,
    forget: Annotated[
        bool, typer.Option("--forget", help="Take away all that was worked out, and no more.")
    ] = False,
    shape: Format = TextOrJson.text,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Work out ahead what questions on each two parties rest on, and keep it with the ledger.

    No answer changes by it; status and timeline come sooner. What was recorded since is worked out
    when it is asked for, or by the next prepare, which does only what is missing.
    """
    from legation.doors.progress import progress_bar
    from legation.ledger import Ledger
    from legation.views.preparing import prepare as prepare_it

    with Ledger.open(ledger) as opened:
        if forget:
            opened.forget()
            return
        with progress_bar(quiet) as told:
            found = prepare_it(opened, as_of, progress=told)
    if shape is TextOrJson.json:
        data({"worked_out": found.worked_out, "held": found.held})
    else:
        print(f"worked out: {found.worked_out}; held already: {found.held}")
