"""Which claims are asked for: all, those on a pair, of some kinds, or of one document."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select

from legation.model.errors import UsageError

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Scope:
    """All claims; or those on a `pair`, and there those of some `kinds`; or of a `document`.

    `kinds` without a pair narrow nothing.
    """

    pair: Pair | None = None
    kinds: Collection[str] | None = None
    document: str | None = None

    @property
    def values(self) -> dict[str, Any]:
        """What the query of this scope is given."""
        if self.document is not None:
            return {"document": self.document}
        if self.pair is None:
            return {}
        of_pair = {"a": self.pair[0], "b": self.pair[1]}
        return of_pair if self.kinds is None else {**of_pair, "kinds": sorted(self.kinds)}


@dataclass(frozen=True, slots=True)
class Queries:
    """One question for every scope."""

    all: Select[Any]
    of_pair: Select[Any]
    of_kinds: Select[Any]
    of_document: Select[Any]

    def within(self, scope: Scope) -> Select[Any]:
        """The question within a scope."""
        if scope.document is not None:
            return self.of_document
        if scope.pair is None:
            return self.all
        return self.of_pair if scope.kinds is None else self.of_kinds


def pair_of(parties: Collection[str] | None) -> Pair | None:
    """The key under which claims on one party, or on two, are entered; None for all claims.

    Raises UsageError (LG-U004).

    >>> pair_of(["NOR", "IRQ"]), pair_of(["NOR"]), pair_of(None)
    (('IRQ', 'NOR'), ('NOR', 'NOR'), None)
    """
    if parties is None:
        return None
    codes = sorted(set(parties))
    if not 1 <= len(codes) <= 2:
        raise UsageError(
            "LG-U004", "claims are found by one party or by two", remedy="name one or two"
        )
    return codes[0], codes[-1]
