"""A document of one claim, and what commands are given about it, for the tests of several."""

from __future__ import annotations

from collections.abc import Callable

from legation.model.claims import Claim, Source
from legation.model.documents import Document

Said = Callable[..., str]
"""Runs a command that ends with a code, and gives what it wrote to standard output."""

DOCUMENT = Document("Iraq opened its embassy in Minsk in 2003, some say in 2004.", "a.txt", "en")
SOURCE = Source(DOCUMENT.id, "a.txt", "en", 0, 40, DOCUMENT.text[:40])
ROLES = {"sender": "IRQ", "host": "BLR", "mission_type": "embassy"}
CLAIM = Claim("mission_opened", ROLES, SOURCE, when="2003")
FIRST = "2026-01-01T00:00:00.000000Z"
READER = ["--by", "A. Reader", "--reason", "read it again"]
STATUS = ["status", "IRQ", "BLR", "--on", "2012-06-01"]
ENTERED = [
    *("record", "recognition", "--role", "recognizer=Iraq", "--role", "recognized=Belarus"),
    *("--when", "1992", "--words", "Iraq recognised Belarus", "--cite", "Yearbook", "--lang", "en"),
    *READER,
]
