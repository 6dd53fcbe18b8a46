"""Tables: the generated sheets of identities and names that the package carries."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from importlib.resources import files

from legation.model.errors import DataError


def lines(name: str) -> Iterator[list[str]]:
    """The rows of a table below its heading, cell by cell; `name` is below entities/data.

    Raises DataError (LG-E001) where there is no such table.

    >>> next(lines("states.tsv"))[:2]
    ['AFG', 'member']
    """
    for line in text(name).split("\n")[1:]:
        if line:
            yield line.split("\t")


def text(name: str) -> str:
    """The whole of a table as text, unpacked where it is packed.

    Raises DataError (LG-E001) where there is no such table.
    """
    path = files("legation.entities").joinpath("data", *name.split("/"))
    if not path.is_file():
        raise DataError(
            "LG-E001", "no such table of names", where=name, remedy="reinstall legation"
        )
    raw = path.read_bytes()
    return (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
