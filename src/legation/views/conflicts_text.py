"""Conflicts for people: what differs, what is preferred and why, and both sides' words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from legation.model.preferences import REASONS
from legation.views.conflicts import Conflict, Side
from legation.views.dates_in_words import date_in_words
from legation.views.naming import kind_in_words, parties_in_words, value_in_words
from legation.views.quotes import quote_line

_NAMES = {"when": "date", "polarity": "whether it was so", "by": "who did it"}
_MOST_QUOTES = 3


def conflict_text(conflict: Conflict) -> Iterator[Text]:
    """The lines of one conflict: its title, then the preferred side, then each other one."""
    first = conflict.preferred.claims[0]
    names = ", ".join(_NAMES.get(name, name.replace("_", " ")) for name in conflict.differs)
    title = Text(f"{parties_in_words(first)}: ", style="bold")
    title.append(kind_in_words(first), style="bold")
    title.append(f", in dispute: {names}")
    yield title
    yield from _side("  preferred ", conflict.preferred, f" ({REASONS[conflict.reason]})")
    for other in conflict.others:
        yield from _side("  but also  ", other, "")


def value_of(name: str, value: Any) -> str:
    """One of the values that differ, in words.

    >>> value_of("when", "1980-09"), value_of("polarity", "denied"), value_of("number", 30)
    ('1980-09', 'denied', '30')
    """
    if value is None:
        return "nothing"
    if name == "when":
        return date_in_words(value)
    return value_in_words(value) or str(value)


def _side(mark: str, side: Side, why: str) -> Iterator[Text]:
    told = ", ".join(value_of(name, value) for name, value in sorted(side.values.items()))
    line = Text(mark, style="green" if why else "red")
    line.append(told, style="bold")
    line.append(why, style="dim")
    yield line
    for claim in side.claims[:_MOST_QUOTES]:
        yield quote_line(claim, indent=6)
    if len(side.claims) > _MOST_QUOTES:
        yield Text(f"      and {len(side.claims) - _MOST_QUOTES} more", style="dim")
