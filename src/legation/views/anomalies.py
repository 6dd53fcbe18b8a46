"""The anomalies of a ledger: facts that do not go together, with the words of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from legation.ledger import Ledger
from legation.reconciliation import anomalies, rules
from legation.reconciliation.anomalous.anomaly import Anomaly
from legation.views.dates_in_words import date_in_words
from legation.views.naming import details_in_words, kind_in_words, parties_in_words, party_name
from legation.views.quotes import quote_line


def known_anomalies(
    ledger: Ledger, parties: Sequence[str] | None = None, as_of: str | None = None
) -> list[Anomaly]:
    """The anomalies in what the ledger knew `as_of`: of two parties, of one, or all.

    Raises UsageError (LG-U003, LG-U004), LedgerError.
    """
    return anomalies(ledger.evidence(parties, as_of))


def anomalies_text(found: Iterable[Anomaly]) -> Iterator[Text]:
    """The lines that tell of anomalies: the rule, then each fact with its words.

    >>> [line.plain for line in anomalies_text([])]
    []
    """
    for place, anomaly in enumerate(found):
        if place:
            yield Text("")
        yield Text(rules()[anomaly.rule].holds, style="bold") + Text(f"  {anomaly.id}", style="dim")
        yield from _known(anomaly)
        for fact in anomaly.facts:
            claim = fact.claims[0]
            details = details_in_words(claim)
            said = f"{kind_in_words(claim)}: {parties_in_words(claim)}"
            said += f" ({details})" if details else ""
            when = f"{date_in_words(fact.when)}, " if fact.when else ""
            yield Text(f"  {when}{said}")
            for told in fact.claims:
                yield quote_line(told, indent=6)


def _known(anomaly: Anomaly) -> Iterator[Text]:
    state = anomaly.known.get("state")
    for what, when in anomaly.known.items():
        if what != "state":
            verb = "began in" if what == "began" else "was no more from"
            yield Text(f"  {party_name(str(state))} {verb} {when}")
