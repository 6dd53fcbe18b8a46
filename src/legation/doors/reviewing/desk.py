"""`legation review [A B]`: the desk, at which a reader goes through the claims that wait."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.options import LedgerFile
from legation.doors.streams import words

DESK = "Example: legation review Iraq Belarus --by 'A. Reader' --ledger relations.ledger"


def desk(
    ledger: LedgerFile,
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A [B]]", help="Only the claims on these parties."),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            envvar="LEGATION_AUTHOR",
            metavar="AUTHOR",
            help="Who reads; as git knows you if none.",
        ),
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="The reason of every verdict.")
    ] = "",
) -> None:
    """Go through the claims that wait for a reader, at a terminal: one key a verdict.

    The disputed come first, then those of which the extractor was least sure, each with its words
    in their context. Every verdict is recorded at once, and u takes it back.
    """
    from legation.doors.desk import terminal
    from legation.doors.desk.author import author
    from legation.doors.desk.keys import Desk, sit
    from legation.doors.desk.screen import progress
    from legation.doors.desk.session import Session
    from legation.doors.questions import party
    from legation.ledger import Ledger
    from legation.views.waiting import waiting

    terminal.require_terminal()
    of = [party(name) for name in parties] if parties else None
    with Ledger.open(ledger) as opened:
        session = Session(opened, waiting(opened, of), author(by, terminal.ask))
        sit(Desk(session, terminal.ask, reason), terminal.read_key, terminal.show)
    words(progress(session))
