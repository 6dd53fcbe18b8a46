"""The order of time, in which a story is told: what has no date comes at the end."""

from __future__ import annotations

from legation.model.claims import Claim
from legation.model.edtf import parse
from legation.model.extent import sort_key
from legation.model.facts import Fact

Place = tuple[object, ...]


def place_of_claim(claim: Claim) -> Place:
    """Where a claim stands among others: by its date, then by where its words stand."""
    return (*_time(claim.when), claim.source.uri, claim.source.start, claim.id)


def place_of_fact(fact: Fact) -> Place:
    """Where a fact stands among others: by its date, then by the first of its words."""
    words = min((c.source.uri, c.source.start, c.id) for c in fact.claims)
    return (*_time(fact.when), *words, fact.id)


def _time(when: str | None) -> Place:
    return (1, 0, 0, "") if when is None else (0, *sort_key(parse(when)))
