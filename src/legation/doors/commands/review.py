"""`legation review`: what a reader decides, recorded with author and reason, and reversible."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.options import LedgerFile
from legation.doors.streams import data
from legation.model.decisions import Verdict

EXAMPLE = (
    "Example: legation review split 'George Bush' 'George W. Bush' --by 'A. Reader' "
    "--reason 'father and son' --ledger relations.ledger"
)


def review(
    verdict: Annotated[
        Verdict, typer.Argument(help="One person, two persons, or as the rules say.")
    ],
    name: Annotated[str, typer.Argument(help="A name as `legation persons` shows it.")],
    other: Annotated[str, typer.Argument(help="The other name.")],
    by: Annotated[str, typer.Option("--by", metavar="AUTHOR", help="Who decides.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")],
    ledger: LedgerFile,
) -> None:
    """Decide whether two names are one person's; every answer follows, and none is lost.

    A decision is an entry of its own with its time: what is asked `--as-of` before still answers
    as it did, and `undo` leaves the names to the rules again.
    """
    from legation.ledger import Ledger
    from legation.model.decisions import Decision
    from legation.views.persons import decide

    decision = Decision(verdict, (name, other), by, reason)
    with Ledger.open(ledger) as opened:
        recorded = decide(opened, decision)
    data(
        {
            "verdict": recorded.verdict,
            "names": list(recorded.names),
            "by": recorded.by,
            "reason": recorded.reason,
            "recorded_at": recorded.recorded_at,
        }
    )
