"""Samples: documents with the claims that careful readers found in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from scoring.agreement import Row

ROOT = Path(__file__).parents[2]
CORPORA = ROOT / "tests" / "corpora"
BESIDE = ROOT.parent / "shared"
"""Where the evaluation documents lie, if they lie beside the checkout."""
SETS = ("evaluation", "open", "aside")
_GOLD = ".gold.jsonl"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Sample:
    """A document's path and text, its set, language and genre, and what readers found in it."""

    path: Path
    text: str
    set: str
    language: str
    genre: str
    wanted: tuple[Row, ...]


def samples(name: str) -> list[Sample]:
    """The samples of a set, by language and name; none where the set does not lie here.

    >>> {sample.set for sample in samples("open")}
    {'open'}
    """
    return [sample(gold, name) for gold in sorted(_golds(name))]


def sample(gold: Path, name: str = "open") -> Sample:
    """The sample whose readers' claims a file holds; its document lies beside, as NAME.txt."""
    path = gold.with_name(gold.name.removesuffix(_GOLD) + ".txt")
    folder = gold.parent if name == "evaluation" else gold.parent.parent
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    text = path.read_bytes().decode("utf-8")
    return Sample(path, text, name, folder.name, genre_of(path.stem), tuple(rows))


def genre_of(stem: str) -> str:
    """The genre of a document by the name of its file.

    >>> genre_of("mfa-iran-finland"), genre_of("peru-poland-encyclopedia")
    ('mfa', 'encyclopedia')
    """
    named = _genres()["names"].get(stem)
    first = (genre for genre in _genres()["prefixes"] if stem.startswith(f"{genre}-"))
    return str(named or next(first, _genres()["otherwise"]))


def _golds(name: str) -> Iterator[Path]:
    if name != "evaluation":
        return CORPORA.glob(f"*/{name}/*{_GOLD}")
    folders = (BESIDE / "seeds", BESIDE / "evaluation" / "dev")
    return (gold for folder in folders for gold in folder.glob(f"*/*{_GOLD}"))


@cache
def _genres() -> dict[str, Any]:
    genres: dict[str, Any] = yaml.load((CORPORA / "genres.yaml").read_text("utf-8"), _LOADER)
    return genres
