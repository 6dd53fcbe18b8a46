"""Sheets: the tab-separated files that people keep and that legation reads."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

SUPPLEMENT = Path(__file__).parent.parent / "supplement"
LANGUAGES = ("en", "fa", "bn", "ru")

_PERSIAN_LETTERS = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی"})


@cache
def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a sheet under its heading; '-' stands for nothing, '#' begins a remark."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
    heading = lines[0].split("\t")
    found = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(heading):
            raise ValueError(f"{path.name}: {len(cells)} cells instead of {len(heading)}: {line}")
        found.append(dict(zip(heading, ("" if c == "-" else c for c in cells), strict=True)))
    return found


def text_of(heading: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    """The sheet as text, a line a row."""
    lines = ["\t".join(heading), *("\t".join(row) for row in body)]
    return "\n".join(lines) + "\n"


def light(text: str, language: str) -> str:
    """A name normalised lightly: composed, with Persian letters where the language is Persian."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return composed.translate(_PERSIAN_LETTERS) if language == "fa" else composed


def values(cell: str, language: str) -> list[tuple[str, str]]:
    """The values of a cell as (text, risk): 'a|b!' is a, and b at risk of meaning another thing."""
    found = []
    for value in cell.split("|") if cell else []:
        risk = "high" if value.endswith("!") else ""
        found.append((light(value.rstrip("!"), language), risk))
    return found
