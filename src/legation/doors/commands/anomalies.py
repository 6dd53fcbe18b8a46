"""`legation anomalies`: facts that do not go together, with both quotes."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.exits import Exit
from legation.doors.options import AsOf, Format, LedgerFile, TextOrJson
from legation.doors.streams import data, lines

EXAMPLE = "Example: legation anomalies Iraq بلاروس --ledger relations.ledger"


def anomalies(
    ledger: LedgerFile,
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A [B]]", help="Only those of these parties; all if none."),
    ] = None,
    shape: Format = TextOrJson.text,
    as_of: AsOf = None,
) -> int:
    """Tell what does not go together: an ambassador in post while relations are broken off, an
    embassy opened twice, a visit before the state was there.

    Nothing is repaired: each is told with the words of both. The exit code is 1 if there are any.
    """
    from legation.doors.questions import party
    from legation.ledger import Ledger
    from legation.views.anomalies import anomalies_text, known_anomalies

    of = [party(name) for name in parties] if parties else None
    with Ledger.open(ledger) as opened:
        found = known_anomalies(opened, of, as_of)
    if shape is TextOrJson.json:
        data([one.to_json() for one in found])
    else:
        lines(anomalies_text(found))
    return Exit.FINDINGS if found else Exit.OK
