"""Which edition of the rules took a claim: a hash of the rules, so that a change is seen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

_STATIONS = ("extraction", "languages", "dates", "entities")
_RULES = (".py", ".yaml", ".tsv")


@cache
def extractor() -> str:
    """The name that claims of this installation bear, the same wherever the rules are the same.

    >>> extractor().startswith("rules@")
    True
    """
    digest = hashlib.sha256()
    for station in _STATIONS:
        for file in _files(resources.files("legation") / station):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"rules@{digest.hexdigest()[:12]}"


def _files(folder: Traversable) -> Iterator[Traversable]:
    """The rules and tables of a folder and those below it, in order of their names."""
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry)
        elif entry.name.endswith(_RULES):
            yield entry
