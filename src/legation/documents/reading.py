"""One document, from a path, a stream or bytes, with its language and what is left unread."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from legation.documents.folders import STANDARD_INPUT
from legation.documents.languages import (
    Passage,
    foreign_passages,
    main_language,
    passages_of,
    require_pack,
)
from legation.documents.limits import Limits
from legation.documents.registry import reader_for
from legation.model.documents import Document
from legation.model.errors import InputError
from legation.model.spans import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """A document in its main language, and its passages in others, which are not read."""

    document: Document
    foreign: tuple[Passage, ...] = ()

    @property
    def note(self) -> str:
        """What is left unread, in words; empty where nothing is.

        >>> Reading(Document("Oslo", "a.txt", "en")).note
        ''
        """
        if not self.foreign:
            return ""
        languages = ", ".join(sorted({passage.language for passage in self.foreign}))
        count = len(self.foreign)
        noun = "passage" if count == 1 else "passages"
        return (
            f"{self.document.uri}: read as {self.document.language!r}; "
            f"{count} {noun} in another language left unread ({languages})"
        )

    def reads(self, span: Span) -> bool:
        """Whether `span` lies in what is read, clear of every passage in another language.

        >>> Reading(Document("Oslo", "a.txt", "en")).reads(Span(0, 4))
        True
        """
        return not any(passage.span.overlaps(span) for passage in self.foreign)


def read(
    source: str | Path | bytes,
    *,
    uri: str | None = None,
    language: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """The document in a file, in bytes, or on standard input ('-').

    `language` decides where given; otherwise the text does. Raises InputError: LG-I001 empty,
    LG-I002 binary, LG-I003 wrong encoding, LG-I005 too large, LG-I006 no such file; and
    LanguageError LG-I004 for a language without a pack.

    >>> read("Iraq closed its embassy in Oslo in 1991.".encode(), uri="a.txt").language
    'en'
    """
    return open_document(source, uri=uri, language=language, limits=limits).document


def open_document(
    source: str | Path | bytes,
    *,
    uri: str | None = None,
    language: str | None = None,
    limits: Limits | None = None,
) -> Reading:
    """As `read`, with the passages that are in another language than the document.

    >>> open_document("Iraq closed its embassy in Oslo in 1991.".encode()).foreign
    ()
    """
    bounds = limits or Limits.from_environment()
    name = uri or ("bytes" if isinstance(source, bytes) else str(source))
    data = _bytes_of(source, name, bounds)
    text = reader_for(Path(name).suffix)(data, name)
    bounds.check_line(text, name)
    if language:
        return Reading(Document(text, name, require_pack(language, name, given=True)))
    passages = passages_of(text)
    main = require_pack(main_language(passages), name)
    return Reading(Document(text, name, main), foreign_passages(passages, main))


def again(document: Document) -> Reading:
    """A document that was read before, with its passages in other languages found anew.

    Where its language was given to it and is not the text's main one, all of it is read.

    >>> again(Document("Iraq closed its embassy in Oslo in 1991.", "a.txt", "en")).foreign
    ()
    """
    passages = passages_of(document.text)
    if main_language(passages) != document.language:
        return Reading(document)
    return Reading(document, foreign_passages(passages, document.language))


def _bytes_of(source: str | Path | bytes, name: str, bounds: Limits) -> bytes:
    if isinstance(source, bytes):
        data = source[: bounds.bytes + 1]
    elif str(source) == STANDARD_INPUT:
        data = _bounded(sys.stdin.buffer, bounds)
    else:
        data = _bytes_of_file(Path(source), bounds)
    if len(data) > bounds.bytes:
        raise bounds.too_large(name)
    return data


def _bytes_of_file(path: Path, bounds: Limits) -> bytes:
    try:
        with path.open("rb") as stream:
            return _bounded(stream, bounds)
    except OSError as problem:
        raise InputError(
            "LG-I006",
            f"the file cannot be read: {(problem.strerror or str(problem)).lower()}",
            where=str(path),
            remedy="check the path and your right to read it",
        ) from None


def _bounded(stream: BinaryIO, bounds: Limits) -> bytes:
    """What the stream holds, and never more than one byte beyond the bound."""
    return stream.read(bounds.bytes + 1)
