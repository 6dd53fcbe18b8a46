"""Suffixes: the endings of case and number that names wear in a sentence."""

from __future__ import annotations

from functools import cache
from typing import Any

from legation.model.tables import read_table


@cache
def _endings() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, Any] = read_table("legation.entities", "suffixes.yaml")
    return loaded


def without_suffixes(name: str, language: str | None) -> list[str]:
    """What a name may be without the ending and the title it wears, the longest ending first.

    >>> without_suffixes("ইরাকের", "bn")[0]
    'ইরাক'
    >>> without_suffixes("کشور ایران", "fa")
    ['ایران']
    """
    rules = _endings().get(language or "", {})
    bare = [name[len(head) :] for head in rules.get("before", []) if name.startswith(head)]
    for ending in rules.get("after", []):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            bare.append(name[: -len(ending)])
    return [one.strip(" \u200c-") for one in bare if len(one.strip(" \u200c-")) > 1]
