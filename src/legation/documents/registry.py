"""Readers by the suffix of a file; built-in ones and plugins come in by the same entry points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from legation.documents.text import read_text

Reader = Callable[[bytes, str], str]
"""From the bytes of a file and its name to the text, raising InputError."""

GROUP = "legation.readers"


@cache
def _entries() -> Mapping[str, EntryPoint]:
    """The entry points by suffix without its dot."""
    return {entry.name.lower(): entry for entry in entry_points(group=GROUP)}


def suffixes() -> frozenset[str]:
    """The suffixes of files that have a reader, without the dot, in lower case.

    >>> "txt" in suffixes()
    True
    """
    return frozenset(_entries())


def reader_for(suffix: str) -> Reader:
    """The reader of files with this suffix; plain text where no reader claims it.

    >>> reader_for("TXT")(b"Oslo", "a.txt")
    'Oslo'
    """
    entry = _entries().get(suffix.lower().lstrip("."))
    return _load(entry) if entry else read_text


@cache
def _load(entry: EntryPoint) -> Reader:
    loaded: Reader = entry.load()
    return loaded
