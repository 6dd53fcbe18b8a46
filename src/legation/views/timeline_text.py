"""A timeline for people: a line for each claim, and below it its words."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from legation.model.claims import Claim
from legation.views.dates_in_words import date_in_words
from legation.views.naming import details_in_words, kind_in_words, parties_in_words, party_name
from legation.views.quotes import quote_line
from legation.views.timeline import Timeline

_WIDTH = len("1980-09-22 to 1988-08-20") + 2
UNDATED = "undated"


def timeline_text(timeline: Timeline) -> Iterator[Text]:
    """The lines of a timeline.

    >>> [line.plain for line in timeline_text(Timeline("IRQ", "BLR", None, ()))]
    ['Iraq and Belarus: nothing is known']
    """
    title = f"{party_name(timeline.a)} and {party_name(timeline.b)}"
    known = len(timeline.claims)
    languages = sorted({claim.source.language for claim in timeline.claims})
    noun = "claim" if known == 1 else "claims"
    count = f"{known} {noun} in {', '.join(languages)}" if known else "nothing is known"
    yield Text(f"{title}: {count}", style="bold")
    for claim in timeline.claims:
        yield _line(claim)
        yield quote_line(claim, indent=_WIDTH)


def _line(claim: Claim) -> Text:
    when = (date_in_words(claim.when) if claim.when else UNDATED).ljust(_WIDTH)
    line = Text(when, style="cyan" if claim.when else "dim")
    line.append(kind_in_words(claim), style="bold")
    line.append(f": {parties_in_words(claim)}", style="default")
    details = details_in_words(claim)
    if details:
        line.append(f" ({details})", style="default")
    return line
