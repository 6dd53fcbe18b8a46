"""What is given as NAME=VALUE on the command line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from legation.model.errors import UsageError


def assigned(given: Iterable[str] | None, option: str) -> dict[str, Any]:
    """Names with their values, those of a name that is given more than once in a list.

    Raises UsageError (LG-U039).

    >>> assigned(["parties=IRQ", "parties=IRN", "when=1980"], "--set")
    {'parties': ['IRQ', 'IRN'], 'when': '1980'}
    """
    found: dict[str, Any] = {}
    for one in given or ():
        name, equals, value = one.partition("=")
        name = name.strip()
        if not equals or not name:
            raise UsageError(
                "LG-U039",
                f"{option} takes NAME=VALUE",
                where=one,
                remedy=f"write it as {option} when=2011-05",
            )
        if name in found:
            before = found[name] if isinstance(found[name], list) else [found[name]]
            found[name] = [*before, value]
        else:
            found[name] = value
    return found
