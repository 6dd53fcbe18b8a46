"""A ledger of an earlier version is opened as one of this version, with all that it knew when."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from legation.ledger import Ledger
from legation.ledger.sqlite import APPLICATION_ID
from legation.model.claims import Claim, Source
from legation.model.decisions import Decision
from legation.model.documents import Document

FIRST, SECOND, THIRD = (f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2, 3))
DOCUMENT = Document("Iraq closed its embassy in Oslo.", "a.txt", "en")
FORMER = Path(__file__).parent / "former"


def claim(kind: str, extractor: str) -> Claim:
    source = Source(DOCUMENT.id, DOCUMENT.uri, DOCUMENT.language, 0, 4, DOCUMENT.text[:4])
    return Claim(kind, {"sender": "IRQ", "host": "NOR"}, source, extractor=extractor)


OLD, NEW = claim("mission_closed", "rules@1"), claim("mission_opened", "rules@2")


def former(path: Path, version: int) -> Path:
    """A ledger as an earlier version wrote it: one document, read twice, and one decision."""
    connection = sqlite3.connect(path)
    for number in range(1, version + 1):
        connection.executescript((FORMER / f"version_{number}.sql").read_text("utf-8"))
    connection.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)",
        (DOCUMENT.id, DOCUMENT.uri, DOCUMENT.language, None, DOCUMENT.text, FIRST),
    )
    for number, (told, moment) in enumerate(((OLD, FIRST), (NEW, THIRD)), start=1):
        reading = (number, DOCUMENT.id, told.extractor, "rules", moment)
        connection.execute("INSERT INTO readings VALUES (?, ?, ?, ?, ?)", reading)
        row = (number, told.id, told.kind, json.dumps(told.to_json()))
        connection.execute("INSERT INTO claims VALUES (?, ?, ?, ?)", row)
    if version > 1:
        decision = ("split", "Ana", "Anna", "A. Reader", "two ministers", SECOND)
        connection.execute("INSERT INTO decisions VALUES (1, ?, ?, ?, ?, ?, ?)", decision)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize("version", [1, 2])
def test_a_ledger_of_an_earlier_version_answers_as_it_did(tmp_path: Path, version: int) -> None:
    with Ledger.open(former(tmp_path / "a.ledger", version)) as ledger:
        assert ledger.claims() == [NEW]
        assert ledger.claims(("IRQ", "NOR"), as_of="2026-01-02") == [OLD]
        assert ledger.documents() == [DOCUMENT]
        assert [run.recorded_at for run in ledger.readings()] == [FIRST, THIRD]


def test_the_decisions_of_an_earlier_version_are_kept_with_their_times(tmp_path: Path) -> None:
    with Ledger.open(former(tmp_path / "a.ledger", 2)) as ledger:
        made = Decision("split", ("Ana", "Anna"), "A. Reader", "two ministers", SECOND)
        assert ledger.decisions() == [made]
        assert ledger.decisions(as_of="2026-01-01") == []


def test_a_ledger_is_brought_up_once_and_takes_more(tmp_path: Path) -> None:
    path = former(tmp_path / "a.ledger", 2)
    with Ledger.open(path) as ledger:
        before = ledger.content_hash(), ledger.head()
    with Ledger.open(path) as ledger:
        assert (ledger.content_hash(), ledger.head()) == before
        assert ledger.add(DOCUMENT, [NEW]) == "unchanged"
        assert ledger.add(DOCUMENT, [claim("war", "rules@3")]) == "read"
