"""Editions of rules: a hash of what stands in the stations, so that a change is seen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

_RULES = (".py", ".yaml", ".tsv")


def edition_of(*stations: str) -> str:
    """A hash of the rules and tables of some stations, the same wherever these are the same.

    >>> edition_of("model") == edition_of("model") != edition_of("dates")
    True
    """
    digest = hashlib.sha256()
    for station in stations:
        for file in _files(resources.files("legation") / station):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def _files(folder: Traversable) -> Iterator[Traversable]:
    """The rules and tables of a folder and those below it, in order of their names."""
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry)
        elif entry.name.endswith(_RULES):
            yield entry
