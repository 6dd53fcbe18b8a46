"""`legation review apply` and `export`: verdicts by file, for readers who work together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.doors.options import AsOf, LedgerFile
from legation.doors.streams import data

APPLY = "Example: legation review apply verdicts.jsonl --dry-run --ledger relations.ledger"
EXPORT = "Example: legation review export -o verdicts.jsonl --ledger relations.ledger"


def apply(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Verdicts, one a line.")],
    ledger: LedgerFile,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would be recorded, and record nothing.")
    ] = False,
) -> None:
    """Record the verdicts of a file, all or none; what holds already is not recorded again."""
    from legation.exports.json_lines import read_lines
    from legation.exports.review_lines import apply as record
    from legation.exports.review_lines import planned
    from legation.ledger import Ledger

    lines = read_lines(file)
    with Ledger.open(ledger) as opened:
        plan = planned(opened, lines)
        plan = plan if dry_run else record(opened, plan)
    data({"dry_run": dry_run, **plan.to_json()})


def export(
    ledger: LedgerFile,
    file: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="The file; standard output if none."),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Write the last verdict on each claim, pair of names and document, in a fixed order."""
    from legation.doors.outputs import written_to
    from legation.exports.review_lines import review_lines
    from legation.ledger import Ledger

    with Ledger.open(ledger) as opened, written_to(file):
        for line in review_lines(opened, as_of):
            print(line)
