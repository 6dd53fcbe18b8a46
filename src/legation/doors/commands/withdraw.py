"""`legation withdraw`: take a document out of what counts, or put it back."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.options import Author, Format, LedgerFile, Reason, TextOrJson
from legation.doors.streams import data

EXAMPLE = (
    "Example: legation withdraw articles/forged.txt --by 'A. Reader' --reason 'a forgery' "
    "--ledger relations.ledger"
)


def withdraw(
    document: Annotated[
        str, typer.Argument(metavar="DOC", help="A document, by its uri or the start of its id.")
    ],
    by: Author,
    reason: Reason,
    ledger: LedgerFile,
    restore: Annotated[
        bool, typer.Option("--restore", help="Put back what was withdrawn.")
    ] = False,
    shape: Format = TextOrJson.text,
) -> None:
    """Withdraw a document: nothing that it says counts any more, and nothing of it is lost.

    Answers are then those that would be without it; what is asked --as-of before is as it was.
    """
    from legation.ledger import Ledger
    from legation.ledger.byhand.withholding import withdrawal_of

    with Ledger.open(ledger) as opened:
        found, decided = withdrawal_of(opened, document, by, reason, restore=restore)
        before = opened.claims_of(found.id)
        recorded = opened.withdraw(decided)
        count = len(before or opened.claims_of(found.id))
    if shape is TextOrJson.json:
        data({**recorded.to_json(), "uri": found.uri, "claims": count})
        return
    noun = "claim" if count == 1 else "claims"
    done = "restored" if restore else "withdrawn"
    print(f"{found.uri}, {found.id}: {count} {noun} {done}")
