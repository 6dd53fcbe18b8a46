"""Sealed values: the rest of them is read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

Rest = Callable[[], Mapping[str, Any]]
"""Gives the fields that a sealed value lacks, by their names."""


class Sealed:
    """What frozen values inherit that may be sealed: equal to others, opened or not.

    A keeper of many values that knows how to read each makes them so, since most are never looked
    into: it makes one without its fields, and puts those into it that are at hand, and `_rest`.

    >>> class Name(Sealed):
    ...     __slots__ = ("short", "long")
    >>> oslo = Name()
    >>> oslo.short, oslo._rest = "Oslo", lambda: {"long": "Oslo, formerly Christiania"}
    >>> oslo.long
    'Oslo, formerly Christiania'
    """

    __slots__ = ("_rest",)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Only asked for fields that are not there: open the value, and give the field."""
            if name.startswith("_"):
                raise AttributeError(name)
            for field, given in self._rest().items():
                object.__setattr__(self, field, given)
            return object.__getattribute__(self, name)
