"""A timeline for people: a line for each fact, how it stands, and below it the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from legation.model.claims import Claim
from legation.views.dates_in_words import date_in_words
from legation.views.fact_words import as_claim, each_language_first, standing_in_words
from legation.views.naming import (
    details_in_words,
    kind_in_words,
    language_name,
    parties_in_words,
    party_name,
)
from legation.views.quotes import quote_line
from legation.views.timeline import Timeline

_WIDTH = len("1980-09-22 to 1988-08-20") + 2
_MOST_QUOTES = 4
_COLOURS = {"disputed": "red", "superseded": "yellow", "corrected": "magenta"}
UNDATED = "undated"


def timeline_text(timeline: Timeline) -> Iterator[Text]:
    """The lines of a timeline: the facts by time, then what is only planned or alleged.

    >>> [line.plain for line in timeline_text(Timeline("IRQ", "BLR", None, ()))]
    ['Iraq and Belarus: nothing is known']
    """
    yield Text(f"{party_name(timeline.a)} and {party_name(timeline.b)}: {_count(timeline)}", "bold")
    known = {fact.id: fact for fact in timeline.facts}
    for fact in timeline.facts:
        yield _line(as_claim(fact))
        standing = standing_in_words(fact, known)
        if standing:
            yield Text(" " * _WIDTH + standing, style=_COLOURS[fact.standing.status])
        yield from _quotes(fact.claims)
        for claim in each_language_first(fact.disputed)[:_MOST_QUOTES]:
            yield Text(" " * _WIDTH + "but ", style="red") + quote_line(claim, indent=0)
    if timeline.facts and timeline.unsettled:
        yield Text("")
        yield Text("Only planned or alleged", style="bold cyan")
    for claim in timeline.unsettled:
        yield _line(claim)
        yield quote_line(claim, indent=_WIDTH)


def _count(timeline: Timeline) -> str:
    number = len(timeline.claims)
    if not number:
        return "nothing is known"
    languages = sorted({language_name(claim.source.language) for claim in timeline.claims})
    counting = sum(fact.standing.status != "corrected" for fact in timeline.facts)
    facts = f"{counting} {'fact' if counting == 1 else 'facts'} from "
    return f"{facts}{number} {'claim' if number == 1 else 'claims'} in {', '.join(languages)}"


def _line(claim: Claim) -> Text:
    when = (date_in_words(claim.when) if claim.when else UNDATED).ljust(_WIDTH)
    line = Text(when, style="cyan" if claim.when else "dim")
    line.append(kind_in_words(claim), style="bold")
    line.append(f": {parties_in_words(claim)}", style="default")
    details = details_in_words(claim)
    if details:
        line.append(f" ({details})", style="default")
    return line


def _quotes(claims: Sequence[Claim]) -> Iterator[Text]:
    once = each_language_first(claims)
    for claim in once[:_MOST_QUOTES]:
        yield quote_line(claim, indent=_WIDTH)
    if len(once) > _MOST_QUOTES:
        yield Text(" " * _WIDTH + f"and {len(once) - _MOST_QUOTES} more", style="dim")
