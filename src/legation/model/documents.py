"""Document: a text as it was read, with what is known about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded text. `language` is ISO 639-1; `date` the document's own date in EDTF, if known."""

    text: str
    uri: str
    language: str
    date: str | None = None

    @property
    def id(self) -> str:
        """The hash of the text: the same text is the same document, wherever it lies.

        >>> Document("Oslo", "a.txt", "en").id[:14]
        'sha256:43152cc'
        """
        return "sha256:" + hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
