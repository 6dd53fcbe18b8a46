"""Lines drawn once: what facts draw does not hang on the day that is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from legation.model.facts import Fact
from legation.reconciliation.presents import Presents
from legation.reconciliation.timeline import Timeline, timeline

Key = tuple[str, ...]
"""The facts of a line, by their ids."""

Group = tuple[Any, Sequence[Fact]]
"""Facts on one subject, with what tells them from others."""

Sorting = Callable[..., list[Group]]


class Lines:
    """The lines that the facts on two parties draw, each drawn once.

    `presents` are those of the documents of the facts; `known` are the numbers of lines that were
    drawn before, which `read` gives.

    >>> lines = Lines()
    >>> lines.of([]) is lines.of([])
    True
    """

    def __init__(
        self,
        presents: Presents | None = None,
        known: Mapping[Key, int] | None = None,
        read: Callable[[int], Timeline] | None = None,
    ) -> None:
        self._presents: Presents = {} if presents is None else presents
        self._known, self._read = known or {}, read
        self.drawn: dict[Key, tuple[Sequence[Fact], Timeline]] = {}
        self._sorted: dict[tuple[object, ...], tuple[Sequence[Fact], list[Group]]] = {}

    def sorted(self, facts: Sequence[Fact], sort: Sorting, *by: str) -> list[Group]:
        """The groups into which `sort` sorts facts, `by` whatever else it is given: sorted once."""
        key = (id(facts), sort, *by)
        if key not in self._sorted:
            self._sorted[key] = facts, sort(facts, *by)  # with the facts, whose id stays theirs
        return self._sorted[key][1]

    def of(self, facts: Sequence[Fact]) -> Timeline:
        """The line that facts of one subject draw."""
        key = tuple([fact.id for fact in facts])
        if key not in self.drawn:
            number = self._known.get(key)
            known = self._read(number) if self._read and number else None
            self.drawn[key] = facts, known or timeline(facts, self._presents)
        return self.drawn[key][1]
