"""`legation timeline`: all that is known of a pair in the order of time."""

from __future__ import annotations

from legation.doors.options import AsOf, Format, LedgerFile, PartyA, PartyB, RanksFile, TextOrJson
from legation.doors.streams import data, lines

EXAMPLE = "Example: legation timeline IRQ BLR --ledger relations.ledger --format json"


def timeline(
    a: PartyA,
    b: PartyB,
    ledger: LedgerFile,
    shape: Format = TextOrJson.text,
    as_of: AsOf = None,
    ranks: RanksFile = None,
) -> None:
    """Tell all that is known of two states, by time.

    Each fact with who says it, and how it stands: in dispute, superseded by what came after, or
    corrected. What has no date comes at the end, and then what is only planned or alleged.
    """
    from legation.doors.questions import two_parties
    from legation.ledger import Ledger
    from legation.views.ranks import read_ranks
    from legation.views.timeline import timeline as timeline_of

    first, second = two_parties(a, b)
    preferred = read_ranks(ranks) if ranks else ()
    with Ledger.open(ledger) as opened:
        found = timeline_of(opened, first, second, as_of, preferred)
    if shape is TextOrJson.json:
        data(found.to_json())
        return
    from legation.views.timeline_text import timeline_text

    lines(timeline_text(found))
