"""`legation diff`: what a re-reading changed, or what changed between two recorded times."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.options import AsOf, Format, LedgerFile, TextOrJson
from legation.doors.streams import data_line, lines
from legation.model.errors import UsageError

EXAMPLE = (
    "Example: legation diff articles/iraq.txt --ledger relations.ledger; "
    "legation diff --before 2026-01-31 --after 2026-02-28 --ledger relations.ledger"
)


def diff(
    ledger: LedgerFile,
    document: Annotated[
        str | None,
        typer.Argument(metavar="[DOC]", help="A document, by its uri or the start of its id."),
    ] = None,
    before: Annotated[
        str | None,
        typer.Option("--before", metavar="TIME", help="What counted then: a day, a time."),
    ] = None,
    after: Annotated[
        str | None, typer.Option("--after", metavar="TIME", help="And then; now if none.")
    ] = None,
    shape: Format = TextOrJson.text,
    as_of: AsOf = None,
) -> None:
    """Tell which claims are new, gone or told otherwise since a document was last read.

    With --before, and --after, tell what counted at one time and not at the other, for whatever
    reason: documents read, read again or withdrawn, and what readers decided.
    """
    from legation.ledger import Ledger
    from legation.ledger.moments import require_order
    from legation.views.differences_text import differences_text

    if (after is not None and before is None) or (as_of is not None and before is not None):
        raise UsageError(
            "LG-U042",
            "--after goes with --before, and --as-of with neither",
            remedy="give --before, and --after where it is not now",
        )
    if before is not None:
        require_order(before, after)
    with Ledger.open(ledger) as opened:
        last = after if before is not None else as_of
        of = opened.find_document(document, last).id if document is not None else None
        if before is None:
            found = opened.diff_last(of, as_of)
        else:
            found = [one for one in opened.diff(before, after) if of in (None, one.document)]
    if shape is TextOrJson.json:
        for one in found:
            data_line(one.to_json())
        return
    lines(differences_text(found))
