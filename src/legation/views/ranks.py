"""The asker's ranks: a small file that says whose word to prefer where others leave it open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml

from legation.model.errors import InputError
from legation.model.evidence import Evidence, Provenance

_KEYS = {"uri", "language", "rank"}


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank, from 1, for the documents of a language, or at uris of a pattern, or of both.

    In a pattern `*` stands for any letters; case means nothing.

    >>> Rank(1, uri="*.gov.by/*").fits(Provenance("https://MFA.gov.by/press", "en"))
    True
    """

    rank: int
    uri: str | None = None
    language: str | None = None

    def fits(self, source: Provenance) -> bool:
        """Whether the rank is for documents from `source`."""
        uri = self.uri is None or fnmatchcase(source.uri.casefold(), self.uri.casefold())
        return uri and self.language in (None, source.language)


def read_ranks(file: Path) -> tuple[Rank, ...]:
    """The ranks in a YAML file: a list of rows with `rank`, and `uri` or `language` or both.

    Raises InputError: LG-I011 a row is not as it must be, LG-I012 the file cannot be read.
    """
    try:
        rows = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, RecursionError, yaml.YAMLError) as problem:
        why = getattr(problem, "strerror", None) or str(problem).splitlines()[0]
        raise InputError(
            "LG-I012",
            f"the ranks cannot be read: {why.casefold()}",
            where=str(file),
            remedy="give a YAML file, such as one with the line `- {language: fa, rank: 1}`",
        ) from None
    if not isinstance(rows, list) or not rows:
        raise _broken(file, "it is not a list of rows")
    return tuple(_rank(row, number, file) for number, row in enumerate(rows, 1))


def ranked(evidence: Evidence, ranks: Sequence[Rank]) -> Evidence:
    """The evidence with the rank of each document: that of the first row that fits it.

    >>> ranked(Evidence([], sources={"sha256:0": Provenance("a.txt", "fa")}),
    ...     [Rank(2, language="fa")]).ranks
    {'sha256:0': 2}
    """
    return replace(evidence, ranks=_of(evidence.sources, ranks)) if ranks else evidence


def _of(sources: Mapping[str, Provenance], ranks: Sequence[Rank]) -> dict[str, int]:
    fitting = {
        document: next((row.rank for row in ranks if row.fits(source)), None)
        for document, source in sources.items()
    }
    return {document: rank for document, rank in fitting.items() if rank is not None}


def _rank(row: Any, number: int, file: Path) -> Rank:
    if not isinstance(row, dict) or not set(row) <= _KEYS:
        raise _broken(file, f"row {number} has other keys than uri, language and rank")
    rank, uri, language = (row.get(key) for key in ("rank", "uri", "language"))
    if not isinstance(rank, int) or isinstance(rank, bool) or rank < 1:
        raise _broken(file, f"the rank of row {number} is no whole number from 1")
    if uri is None and language is None:
        raise _broken(file, f"row {number} has neither a uri nor a language")
    if any(told is not None and not isinstance(told, str) for told in (uri, language)):
        raise _broken(file, f"the uri or the language of row {number} is no text")
    return Rank(rank, uri, language)


def _broken(file: Path, what: str) -> InputError:
    return InputError(
        "LG-I011",
        f"the ranks are not as they must be: {what}",
        where=str(file),
        remedy="write each as `- {uri: '*.example.org/*', rank: 1}` or `- {language: fa, rank: 2}`",
    )
