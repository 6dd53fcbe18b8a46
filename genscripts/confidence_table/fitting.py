"""Fitting: the odds of each kind and the factor of each doubt that tell best what was right.

A logistic model with one constant a kind and one weight a doubt. Kinds lean on their family and
families on all kinds, the more so the fewer claims they have; weights lean on nought and are
never above it, so that a doubt only ever lowers confidence. Found one figure after another by
Newton's steps, always in the same order: the same claims give the same table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, inf
from typing import NamedTuple

_ROUNDS = 60
_LEAN_ALL = 0.1
_LEAN_KIND = 4.0
_LEAN_FAMILY = 2.0
_LEAN_DOUBT = 2.0
"""How strongly a figure is held back: about as many claims as would outweigh it."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A claim that was judged: its kind, the doubts that it raises, and whether it is right."""

    kind: str
    doubts: tuple[str, ...]
    right: bool


@dataclass(slots=True)
class Fit:
    """Logarithms of odds: of all, of families and kinds on top of it, and of doubts."""

    all: float = 0.0
    families: dict[str, float] = field(default_factory=dict)
    kinds: dict[str, float] = field(default_factory=dict)
    doubts: dict[str, float] = field(default_factory=dict)

    def odds(self, kind: str, family: str) -> float:
        """The odds of a kind without doubts; those of its family where it was never met."""
        return exp(self.all + self.families.get(family, 0.0) + self.kinds.get(kind, 0.0))

    def factor(self, doubt: str) -> float:
        """By what a doubt lowers the odds; 1 where it was never met."""
        return exp(self.doubts.get(doubt, 0.0))


def fit(trials: Sequence[Trial], family_of: Mapping[str, str]) -> Fit:
    """The odds and factors that tell best which trials are right.

    >>> seen = [Trial("war", (), True)] * 9 + [Trial("war", ("denied",), False)] * 3
    >>> found = fit(seen, {"war": "conflict"})
    >>> found.odds("war", "conflict") > 2, found.factor("denied") < 0.5
    (True, True)
    """
    found, every = Fit(), {"all": 0.0}
    logits = [0.0] * len(trials)
    groups = _groups(trials, family_of, found, every)
    for _ in range(_ROUNDS):
        for group in groups:
            new = _step(trials, logits, group)
            moved = new - group.figures.get(group.name, 0.0)
            group.figures[group.name] = new
            for i in group.members:
                logits[i] += moved
    found.all = every["all"]
    return found


class _Group(NamedTuple):
    """Trials that share a figure: where it goes, who they are, how far it is held back."""

    figures: dict[str, float]
    name: str
    members: list[int]
    lean: float
    most: float = inf


def _groups(
    trials: Sequence[Trial], family_of: Mapping[str, str], found: Fit, every: dict[str, float]
) -> list[_Group]:
    """What is fitted, in order."""
    families = _members(trials, lambda t: (family_of[t.kind],))
    kinds = _members(trials, lambda t: (t.kind,))
    doubts = _members(trials, lambda t: t.doubts)
    return [
        _Group(every, "all", list(range(len(trials))), _LEAN_ALL),
        *(_Group(found.families, name, who, _LEAN_FAMILY) for name, who in families),
        *(_Group(found.kinds, name, who, _LEAN_KIND) for name, who in kinds),
        *(_Group(found.doubts, name, who, _LEAN_DOUBT, most=0.0) for name, who in doubts),
    ]


def _members(
    trials: Sequence[Trial], names_of: Callable[[Trial], Iterable[str]]
) -> list[tuple[str, list[int]]]:
    """Every name with the places of the trials that bear it, by name."""
    members: dict[str, list[int]] = {}
    for i, trial in enumerate(trials):
        for name in names_of(trial):
            members.setdefault(name, []).append(i)
    return sorted(members.items())


def _step(trials: Sequence[Trial], logits: Sequence[float], group: _Group) -> float:
    """The figure of a group after one step of Newton's, of at most 1, towards the best."""
    old = group.figures.get(group.name, 0.0)
    slope, bend = -group.lean * old, group.lean
    for i in group.members:
        chance = 1 / (1 + exp(-logits[i]))
        slope += trials[i].right - chance
        bend += chance * (1 - chance)
    return min(old + max(-1.0, min(1.0, slope / bend)), group.most)
