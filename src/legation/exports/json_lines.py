"""JSON Lines: one object a line, in a fixed order of keys, so that files differ where they do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legation.model.errors import InputError, LegationError


@dataclass(frozen=True, slots=True)
class Line:
    """One object of a file of JSON Lines, with the file and the number of its line."""

    file: str
    number: int
    row: Mapping[str, Any]

    def text(self, field: str, default: str | None = None) -> str:
        """The text of a field; raises InputError (LG-I010) where it is none."""
        held = self.row.get(field, default)
        if not isinstance(held, str) or not (held.strip() or default is not None):
            raise self.wrong(f"{field!r} is no text", "give it, between quotation marks")
        return held

    def mapping(self, field: str) -> Mapping[str, Any]:
        """The object of a field, an empty one where it is left out; raises InputError."""
        held = self.row.get(field, {})
        if not isinstance(held, dict):
            raise self.wrong(f"{field!r} is no object", "write it as {name: value}")
        return held

    def require_fields(self, known: Iterable[str]) -> None:
        """Raise InputError (LG-I010) where the line has a field that is not known."""
        unknown = sorted(set(self.row) - set(known))
        if unknown:
            raise self.wrong(f"{unknown[0]!r} is no field", f"use {', '.join(known)}")

    def wrong(self, what: str, remedy: str) -> InputError:
        """The error that this line is to blame for."""
        return InputError("LG-I010", what, where=f"{self.file}, line {self.number}", remedy=remedy)

    def blamed(self, problem: LegationError) -> InputError:
        """An error that came of this line, with where it stands."""
        where = f" ({problem.where})" if problem.where else ""
        return self.wrong(f"{problem.code}: {problem.what}{where}", problem.remedy)


def read_lines(file: Path) -> list[Line]:
    """The objects of a file, with their places; empty lines are none.

    Raises InputError: LG-I006 the file cannot be read, LG-I010 a line is no JSON object.
    """
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(
            "LG-I006",
            f"the file cannot be read: {getattr(problem, 'strerror', None) or problem}".lower(),
            where=str(file),
            remedy="name a file of JSON Lines in UTF-8",
        ) from None
    return list(_lines(str(file), text))


def written_line(row: Mapping[str, Any]) -> str:
    """A row as one line, its keys in the order of the row, those below in that of the alphabet.

    >>> written_line({"verdict": "accept", "claim": "5f0c"})
    '{"verdict": "accept", "claim": "5f0c"}'
    """
    ordered = {key: _sorted(value) for key, value in row.items()}
    return json.dumps(ordered, ensure_ascii=False)


def _sorted(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _sorted(below) for key, below in sorted(value.items())}
    return [_sorted(part) for part in value] if isinstance(value, (list, tuple)) else value


def _lines(file: str, text: str) -> Iterator[Line]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):  # the latter where brackets are nested too deep
            row = None
        found = Line(file, number, row if isinstance(row, dict) else {})
        if not isinstance(row, dict):
            raise found.wrong("the line is no JSON object", 'write it as {"verdict": "accept", …}')
        yield found
