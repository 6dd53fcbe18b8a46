"""By which rules something was worked out: what others worked out is worked out anew."""

from __future__ import annotations

from functools import cache

from legation.model.editions import edition_of


@cache
def edition() -> str:
    """The edition of all that facts and states are worked out by.

    >>> len(edition())
    12
    """
    return edition_of("model", "entities", "reconciliation")
