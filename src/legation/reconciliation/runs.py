"""Runs: marks that follow each other and say the same, so that a value holds since the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.model.facts import Fact
from legation.reconciliation.marks import Mark


@dataclass(frozen=True, slots=True)
class Run:
    """Marks in the order of time that all give the value of the last; never empty."""

    marks: tuple[Mark, ...]

    @property
    def since(self) -> str | None:
        """When the value began, as the first mark that knows it says; None if none does."""
        return next((mark.since for mark in self.marks if mark.onset and mark.since), None)

    @property
    def last_evidence(self) -> int:
        """The last day of which there is evidence that the value held then."""
        return max(max(mark.latest, mark.holds_until) for mark in self.marks)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts behind the run, each once."""
        return tuple({fact.id: fact for mark in self.marks for fact in mark.facts}.values())

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that made its facts and set its marks, each once."""
        made = [name for fact in self.facts for name in fact.rules]
        return tuple(dict.fromkeys(made + [name for mark in self.marks for name in mark.rules]))


def run_of(past: Sequence[Mark]) -> Run:
    """The run that ends with the last of `past`; a change that presupposes another value begins it.

    A restored relation holds since it was restored, not since it was first established.
    """
    run: list[Mark] = []
    for mark in reversed(past):
        if run and not mark.says_as(run[0]):
            break
        run.insert(0, mark)
        if mark.presupposes not in (None, mark.value):
            break
    return Run(tuple(run))


def last_covering(past: Sequence[Mark], day: int) -> Mark | None:
    """The last mark that itself says it holds through `day`, unless a later one overturns it; at
    least one of them says so."""
    at = max(number for number, mark in enumerate(past) if mark.holds_until >= day)
    changes = (mark for mark in past[at + 1 :] if mark.onset and mark.value is not None)
    return past[at] if all(mark.says_as(past[at]) for mark in changes) else None
