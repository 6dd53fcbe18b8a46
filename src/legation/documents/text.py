"""The reader of plain text: text, Markdown and wiki source alike, taken as they are."""

from __future__ import annotations

from legation.documents.decoding import decode


def read_text(data: bytes, where: str) -> str:
    """The decoded text of a file; raises InputError as `decode` does.

    >>> read_text("تهران".encode(), "a.txt")
    'تهران'
    """
    return decode(data, where)
