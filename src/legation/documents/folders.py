"""The files that paths lead to: those with a reader, and those passed over."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from legation.documents.registry import suffixes

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """What lies under some paths: sources to read, and files of folders that no reader takes."""

    sources: tuple[str, ...]
    passed_over: tuple[str, ...]


def find(paths: Iterable[str | Path]) -> Found:
    """The documents under `paths`: a file as it is, a folder by what is in it, in a fixed order.

    A file named by itself is always a source, whatever its suffix, so that its refusal is told;
    in a folder, files without a reader are passed over and counted.

    >>> find(["-"]).sources
    ('-',)
    """
    sources: dict[str, None] = {}
    passed: dict[str, None] = {}
    for path in paths:
        for file, in_folder in _files(str(path)):
            readable = not in_folder or Path(file).suffix.lower().lstrip(".") in suffixes()
            (sources if readable else passed)[file] = None
    return Found(tuple(sources), tuple(passed))


def _files(path: str) -> Iterator[tuple[str, bool]]:
    """Each file at or below `path`, and whether it was met in a folder; hidden ones are left."""
    if path == STANDARD_INPUT or not Path(path).is_dir():
        yield path, False
        return
    for folder, below, files in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield str(Path(folder) / name), True
