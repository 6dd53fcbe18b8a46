"""`legation persons`: who is who in a ledger, with the reasons."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.options import AsOf, Format, LedgerFile, TextOrJson
from legation.doors.streams import data_line, lines

EXAMPLE = "Example: legation persons Iraq بلاروس --ledger relations.ledger"


def persons(
    ledger: LedgerFile,
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A [B]]", help="Only those named in claims on these parties."),
    ] = None,
    shape: Format = TextOrJson.text,
    as_of: AsOf = None,
) -> None:
    """Tell which names are one person's, how likely, and why.

    What is wrong is put right with `legation review merge`, `split` and `undo`.
    """
    from legation.doors.questions import party
    from legation.ledger import Ledger
    from legation.views.persons import known_persons, persons_text

    of = [party(name) for name in parties] if parties else None
    with Ledger.open(ledger) as opened:
        found = known_persons(opened, of, as_of)
    if shape is TextOrJson.json:
        for person in found:
            data_line(person.to_json())
        return
    lines(persons_text(found))
