"""Which edition of the rules took a claim: a hash of the rules, so that a change is seen."""

from __future__ import annotations

from functools import cache

from legation.model.editions import edition_of

_STATIONS = ("extraction", "languages", "dates", "entities")


@cache
def extractor() -> str:
    """The name that claims of this installation bear, the same wherever the rules are the same.

    >>> extractor().startswith("rules@")
    True
    """
    return f"rules@{edition_of(*_STATIONS)}"
