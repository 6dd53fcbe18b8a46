"""Bytes become text: UTF-8, or UTF-16 that says so by its byte order mark.

No newline is translated and no character dropped, so that positions in the text are
positions in the file as any other program decodes it. A byte order mark of UTF-8 stays as
the first character; that of UTF-16 belongs to the encoding and is no character.
"""

from __future__ import annotations

import codecs

from legation.model.errors import InputError

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TEXT_CONTROLS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")
_SAMPLE = 1 << 16


def decode(data: bytes, where: str) -> str:
    """The text of `data`, from the file or stream called `where`.

    Raises InputError: LG-I001 nothing but white space, LG-I002 no text at all, LG-I003 bytes
    that are not of the encoding.

    >>> decode("Bağdat\\r\\n".encode(), "a.txt")
    'Bağdat\\r\\n'
    """
    encoding = "utf-16" if data.startswith(_UTF16_MARKS) else "utf-8"
    if encoding == "utf-8" and b"\0" in data:
        raise _no_text(where)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise _wrong_encoding(problem, where) from None
    if not text.strip("\ufeff \t\r\n\v\f"):
        raise InputError(
            "LG-I001", "the document is empty", where=where, remedy="give one with text"
        )
    if _looks_binary(text):
        raise _no_text(where)
    return text


def _looks_binary(text: str) -> bool:
    """Whether more than one character in fifty of the beginning is a control character."""
    sample = text[:_SAMPLE]
    controls = sum(1 for c in sample if (c < " " or c == "\x7f") and c not in _TEXT_CONTROLS)
    return "\0" in sample or controls * 50 > len(sample)


def _no_text(where: str) -> InputError:
    return InputError(
        "LG-I002",
        "this is no text but binary data",
        where=where,
        remedy="give a text file in UTF-8",
    )


def _wrong_encoding(problem: UnicodeDecodeError, where: str) -> InputError:
    name = problem.encoding.upper().replace("UTF8", "UTF-8")
    return InputError(
        "LG-I003",
        f"byte {problem.start} is not {name}",
        where=where,
        remedy="convert the file to UTF-8 (iconv does it) and read it again",
    )
