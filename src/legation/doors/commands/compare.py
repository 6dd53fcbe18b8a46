"""`legation compare`: what each language, or source, tells of a pair that others do not."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from legation.doors.options import (
    AsOf,
    Format,
    LedgerFile,
    PartyA,
    PartyB,
    RanksFile,
    TextOrJson,
)
from legation.doors.streams import data, lines

EXAMPLE = "Example: legation compare IRQ BLR --by language --on 2012-06-01 --ledger a.ledger"


class Teller(StrEnum):
    """Whose tellings are compared."""

    language = "language"
    source = "source"


def compare(
    a: PartyA,
    b: PartyB,
    ledger: LedgerFile,
    by: Annotated[
        Teller, typer.Option("--by", help="Compare languages, or documents.")
    ] = Teller.language,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="Only what was by this day, and the state on it."),
    ] = None,
    shape: Format = TextOrJson.text,
    as_of: AsOf = None,
    ranks: RanksFile = None,
) -> None:
    """Tell what each language says of two states that others do not.

    Then what several share, and where they differ, with the words of each.
    """
    from legation.doors.questions import day, two_parties
    from legation.ledger import Ledger
    from legation.views.compare import By
    from legation.views.compare import compare as compare_of
    from legation.views.ranks import read_ranks

    first, second = two_parties(a, b)
    asked = day(on) if on else None
    preferred = read_ranks(ranks) if ranks else ()
    with Ledger.open(ledger) as opened:
        found = compare_of(opened, first, second, By(by.value), asked, as_of, preferred)
    if shape is TextOrJson.json:
        data(found.to_json())
        return
    from legation.views.compare_text import compare_text

    lines(compare_text(found))
