"""The named rules: every step from claims to an answer has one, so that it can be told.

A rule is a small function with a stable name; an answer lists the names of those that led to
it, and the first sentence of each function's docstring says what it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_RULES: dict[str, str] = {}


def rule(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Register the function below as the rule called `name`; its docstring is what it holds."""

    def register(function: Callable[P, R]) -> Callable[P, R]:
        holds = (function.__doc__ or "").strip().partition("\n\n")[0]
        if name in _RULES or not holds:
            raise ValueError(f"the rule {name!r} is named twice, or does not say what it holds")
        _RULES[name] = " ".join(holds.split())
        return function

    return register


def rules() -> Mapping[str, str]:
    """Every rule by its name, with the sentence on what it holds.

    >>> rules()["carried-forward"].startswith("Where nothing later is known")
    True
    """
    return MappingProxyType(dict(sorted(_RULES.items())))
