"""`legation conflicts`: what sources disagree on, with the words of both sides."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.exits import Exit
from legation.doors.options import AsOf, Format, LedgerFile, RanksFile, TextOrJson
from legation.doors.streams import data_line, lines, words

EXAMPLE = "Example: legation conflicts Iraq Iran --ledger relations.ledger --ranks ranks.yaml"


def conflicts(
    ledger: LedgerFile,
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A [B]]", help="Only of these two, or of one with all others."),
    ] = None,
    shape: Format = TextOrJson.text,
    as_of: AsOf = None,
    ranks: RanksFile = None,
) -> None:
    """Tell what sources disagree on, which side is preferred, and why.

    Both sides stay in the record. Leaves with 1 where there is anything in dispute.
    """
    from legation.doors.questions import one_or_two
    from legation.ledger import Ledger
    from legation.views.conflicts import conflicts as conflicts_of
    from legation.views.conflicts_text import conflict_text
    from legation.views.ranks import read_ranks

    a, b = one_or_two(parties or [])
    preferred = read_ranks(ranks) if ranks else ()
    count = 0
    with Ledger.open(ledger) as opened:
        for conflict in conflicts_of(opened, a, b, as_of, preferred):
            count += 1
            if shape is TextOrJson.json:
                data_line(conflict.to_json())
            else:
                lines(conflict_text(conflict))
    words(f"{count or 'nothing'} in dispute")
    if count:
        raise typer.Exit(Exit.FINDINGS)
