"""`legation explain`: why a finding, a fact, a claim or an anomaly is so."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.options import AsOf, Format, LedgerFile, TextOrJson
from legation.doors.streams import data, lines

EXAMPLE = (
    "Example: legation explain IRQ-BLR@2012-06-01/missions/IRQ-BLR-embassy "
    "--ledger relations.ledger"
)


def explain(
    named: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The id of a finding of `status` or of an anomaly; of a fact or a claim its "
            "beginning is enough.",
        ),
    ],
    ledger: LedgerFile,
    shape: Format = TextOrJson.text,
    as_of: AsOf = None,
) -> None:
    """Tell why: the rules in their order with their sources, the facts with their dates, the claims
    with their words, and what disagrees.
    """
    from legation.ledger import Ledger
    from legation.views.explain import explain as explain_it

    with Ledger.open(ledger) as opened:
        proof = explain_it(opened, named, as_of)
    if shape is TextOrJson.json:
        data(proof.to_json())
        return
    from legation.views.proof_text import proof_text

    lines(proof_text(proof))
