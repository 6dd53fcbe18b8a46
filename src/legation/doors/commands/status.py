"""`legation status`: the state of a relation on a day, with the quotes behind it."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.options import AsOf, Format, LedgerFile, PartyA, PartyB, RanksFile, TextOrJson
from legation.doors.streams import data, lines

EXAMPLE = "Example: legation status Iraq বেলারুশ --on 2012-06-01 --ledger relations.ledger"


def status(
    a: PartyA,
    b: PartyB,
    ledger: LedgerFile,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="A day as 2012-06-01; today if none.")
    ] = None,
    shape: Format = TextOrJson.text,
    as_of: AsOf = None,
    ranks: RanksFile = None,
) -> None:
    """Tell the state of a relation on a day, and in whose words.

    Every line says how sure it is: certain, possible (the dates are too coarse to say) or
    presumed (carried forward from the last evidence).
    """
    from legation.doors.questions import day, two_parties
    from legation.ledger import Ledger
    from legation.views.ranks import read_ranks
    from legation.views.status import status as status_of

    first, second = two_parties(a, b)
    asked = day(on)
    preferred = read_ranks(ranks) if ranks else ()
    with Ledger.open(ledger) as opened:
        found = status_of(opened, first, second, asked, as_of, preferred)
    if shape is TextOrJson.json:
        data(found.to_json())
        return
    from legation.views.status_text import status_text

    lines(status_text(found))
