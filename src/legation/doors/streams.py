"""Standard output for data, standard error for words; UTF-8 on both, whatever the locale."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.text import Text


def speak_utf8() -> None:
    """Have both streams write UTF-8, and escape what cannot be written."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def words(line: str) -> None:
    """Say a line to the person at the terminal."""
    print(line, file=sys.stderr)


def data_line(row: Any) -> None:
    """Write one JSON object on a line of its own."""
    print(json.dumps(row, ensure_ascii=False))


def data(value: Any) -> None:
    """Write one JSON object, laid out for reading."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def lines(texts: Iterable[Text]) -> None:
    """Write styled lines; the styles only where a terminal reads them."""
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    for text in texts:
        console.print(text)


def counted(number: int, one: str, several: str) -> str:
    """A number with its noun.

    >>> counted(1, "entry", "entries"), counted(0, "batch", "batches")
    ('1 entry', '0 batches')
    """
    return f"{number} {one if number == 1 else several}"
