"""`legation resolve`: the identity behind a name, as JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from legation.doors.options import Language
from legation.doors.streams import data_line
from legation.model.errors import InputError

EXAMPLE = "Example: legation resolve Iraq বেলারুশ بلاروس NAM"

_MOST_CHARACTERS = 1000


def resolve(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Names; one a line on standard input if none."),
    ] = None,
    lang: Language = None,
) -> None:
    """Write the identity behind each name as JSON Lines.

    Each has its name, id, kind and score; the id is null where nothing is sure enough.
    """
    from legation.entities import resolution_rows

    for row in resolution_rows(names or _lines_of_standard_input(), lang):
        data_line(row)


def _lines_of_standard_input() -> Iterator[str]:
    """The names on standard input, in order; a line that is no name is refused."""
    for number, line in enumerate(_decoded(sys.stdin.buffer), start=1):
        name = line.strip()
        if len(name) > _MOST_CHARACTERS:
            raise InputError(
                "LG-I005", f"line {number} is too long for a name", remedy="give one name a line"
            )
        if name:
            yield name


def _decoded(rows: Iterable[bytes]) -> Iterator[str]:
    for number, row in enumerate(rows, start=1):
        try:
            yield row.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise InputError(
                "LG-I003", f"line {number} is not UTF-8", remedy="convert the names to UTF-8"
            ) from None
