"""Facts in words: what one tells, how it stands, and its quotes in the order to show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from legation.model.claims import Claim
from legation.model.facts import Fact
from legation.model.preferences import REASONS
from legation.views.conflicts_text import value_of
from legation.views.dates_in_words import date_in_words
from legation.views.naming import kind_in_words


def as_claim(fact: Fact) -> Claim:
    """The first claim of a fact with the roles and the date that the fact prefers."""
    return replace(fact.claims[0], roles=fact.roles, when=fact.when)


def standing_in_words(fact: Fact, known: Mapping[str, Fact]) -> str:
    """How a fact stands, among the `known` ones by their ids; empty where all agree.

    >>> standing_in_words(Fact("war", {}, "1980", "affirmed", ()), {})
    ''
    """
    other = known.get(fact.standing.by or "")
    match fact.standing.status:
        case "superseded":
            return f"superseded by {_told(other)}"
        case "corrected" if fact.standing.note:
            return f"corrected: {fact.standing.note}"
        case "corrected":
            return f"corrected by a newer edition: {_told(other)}"
        case "disputed":
            return "; ".join(_dispute(fact, name) for name in fact.differs)
        case _:
            return ""


def each_language_first(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those with a language not yet heard first, each words of a document once."""
    words = {(c.source.document, c.source.start, c.source.end): c for c in reversed(claims)}
    once = list(reversed(words.values()))
    first = {claim.source.language: claim for claim in reversed(once)}
    return [*first.values(), *(claim for claim in once if claim not in first.values())]


def _told(fact: Fact | None) -> str:
    if fact is None:
        return "what is told elsewhere"
    when = f", {date_in_words(fact.when)}" if fact.when else ""
    return f"{kind_in_words(as_claim(fact))}{when}"


def _dispute(fact: Fact, name: str) -> str:
    preferred = fact.preferences[name]
    others = sorted({value_of(name, o.value) for o in preferred.alternatives if o.disputed})
    value = value_of(name, preferred.value)
    return f"in dispute: {value} ({REASONS[preferred.reason]}), or {' or '.join(others)}"
