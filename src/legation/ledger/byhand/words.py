"""Where the words that a person names stand in a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from legation.model.claims import Claim
from legation.model.errors import UsageError
from legation.model.spans import Span


def only_place(text: str, words: str) -> Span:
    """Where `words` stand in a text that has them once.

    Raises UsageError (LG-U035) where it has them never, or more than once.

    >>> only_place("Oslo and Bergen", "Bergen")
    Span(start=9, end=15)
    """
    places = list(_places(text, words))
    if len(places) == 1:
        return places[0]
    if not places:
        raise _not_there(words, "give them as they stand there, to the letter")
    raise UsageError(
        "LG-U035",
        f"the words stand in the document {len(places)} times",
        where=words,
        remedy="give more of them, so that one place is meant",
    )


def nearest_place(text: str, words: str, quote: Span) -> Span:
    """Where `words` stand: inside the quote, or else nearest to its beginning.

    Raises UsageError (LG-U035) where the text does not have them.

    >>> nearest_place("Oslo, then Oslo again", "Oslo", Span(6, 21))
    Span(start=11, end=15)
    """
    places = sorted(
        _places(text, words),
        key=lambda place: (not quote.covers(place), abs(place.start - quote.start)),
    )
    if not places:
        raise _not_there(words, "give them as they stand there, to the letter")
    return places[0]


def role_spans(text: str, given: Mapping[str, Any], quote: Span) -> dict[str, Span]:
    """Where the words of roles stand, each given as words or as two offsets.

    Raises UsageError (LG-U035).

    >>> role_spans("Iraq and Iran", {"to": "Iran", "from": [0, 4]}, Span(0, 13))["to"]
    Span(start=9, end=13)
    """
    return {name: _span(text, one, quote) for name, one in given.items()}


def without(spans: Mapping[str, Span], role: str) -> dict[str, Span]:
    """The spans of a claim without those of one role.

    >>> list(without({"parties.IRQ": Span(0, 4), "when": Span(5, 9)}, "parties"))
    ['when']
    """
    return {name: span for name, span in spans.items() if name.partition(".")[0] != role}


def quote_of(claim: Claim) -> Span:
    """Where a claim's quote stands."""
    return Span(claim.source.start, claim.source.end)


def _span(text: str, given: Any, quote: Span) -> Span:
    if isinstance(given, str):
        return nearest_place(text, given, quote)
    ends = list(given) if isinstance(given, (list, tuple)) else []
    if [type(end) for end in ends] == [int, int] and 0 <= ends[0] < ends[1] <= len(text):
        return Span(*ends)
    raise _not_there(str(given), "give words, or the offsets of the first and after the last")


def _places(text: str, words: str) -> Iterator[Span]:
    start = text.find(words) if words.strip() else -1
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


def _not_there(words: str, remedy: str) -> UsageError:
    return UsageError(
        "LG-U035", "the words do not stand in the document", where=words, remedy=remedy
    )
