"""The declared rules: every step from claims to an answer has one, so that it can be told.

A rule is a small function with a stable name; an answer lists the names of those that led to
it, the first sentence of each function's docstring says what it holds, and the authorities say
where it is from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ParamSpec, TypeVar

from legation.reconciliation.authorities import Authority

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Rule:
    """A declared rule: its name, what it holds in a sentence, what it rests on, and the module of
    the package that applies it."""

    name: str
    holds: str
    authorities: tuple[Authority, ...]
    module: str = ""

    def to_json(self) -> dict[str, Any]:
        """The rule as a JSON object."""
        sources = [{"source": str(one), "says": one.says} for one in self.authorities]
        return {"name": self.name, "holds": self.holds, "sources": sources}


_RULES: dict[str, Rule] = {}


def rule(name: str, *authorities: Authority) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare the function below as the rule called `name`; its docstring is what it holds.

    Raises ValueError where the name is taken, or the rule lacks its sentence or its source.
    """

    def declare(function: Callable[P, R]) -> Callable[P, R]:
        holds = " ".join((function.__doc__ or "").strip().partition("\n\n")[0].split())
        if name in _RULES or not holds or not authorities:
            raise ValueError(f"the rule {name!r} is named twice, or lacks its sentence or source")
        _RULES[name] = Rule(name, holds, authorities, function.__module__)
        return function

    return declare


def rules() -> Mapping[str, Rule]:
    """Every declared rule by its name, in the order of the names.

    >>> str(rules()["embassy-implies-relations"].authorities[0])
    'Vienna Convention on Diplomatic Relations, 1961, art. 2'
    """
    return MappingProxyType(dict(sorted(_RULES.items())))
