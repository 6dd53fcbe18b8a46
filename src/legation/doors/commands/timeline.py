"""`legation timeline`: all claims on a pair in the order of time."""

from __future__ import annotations

from legation.doors.options import AsOf, Format, LedgerFile, PartyA, PartyB, TextOrJson
from legation.doors.streams import data, lines

EXAMPLE = "Example: legation timeline IRQ BLR --ledger relations.ledger --format json"


def timeline(
    a: PartyA,
    b: PartyB,
    ledger: LedgerFile,
    shape: Format = TextOrJson.text,
    as_of: AsOf = None,
) -> None:
    """Tell all that is claimed of two states, by time.

    What has no date comes at the end.
    """
    from legation.doors.questions import two_parties
    from legation.ledger import Ledger
    from legation.views.timeline import timeline as timeline_of

    first, second = two_parties(a, b)
    with Ledger.open(ledger) as opened:
        found = timeline_of(opened, first, second, as_of)
    if shape is TextOrJson.json:
        data(found.to_json())
        return
    from legation.views.timeline_text import timeline_text

    lines(timeline_text(found))
