"""Words: a set that may name a word by its beginning or its end."""

from __future__ import annotations

from collections.abc import Iterable


class Words:
    """Words as they are, `beginning*` and `*end`.

    >>> few = Words(["the", "neighbour*", "*ly"])
    >>> "neighbouring" in few, "newly" in few, "then" in few
    (True, True, False)
    """

    __slots__ = ("begins", "ends", "whole")

    def __init__(self, forms: Iterable[str]) -> None:
        listed = list(forms)
        self.whole = frozenset(f for f in listed if not (f.startswith("*") or f.endswith("*")))
        self.begins = tuple(f[:-1] for f in listed if f.endswith("*") and len(f) > 1)
        self.ends = tuple(f[1:] for f in listed if f.startswith("*") and len(f) > 1)

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        return word in self.whole or word.startswith(self.begins) or word.endswith(self.ends)
