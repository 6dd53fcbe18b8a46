"""A ledger of an earlier version is opened as one of this version, with all that it knew when."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from legation.ledger import Ledger
from legation.ledger.connection import connect
from legation.ledger.sqlite import APPLICATION_ID
from legation.model.claims import Claim, Source
from legation.model.decisions import Decision
from legation.model.documents import Document
from legation.model.reviews import Review

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


def as_version_3(place: str) -> None:
    """Make of a ledger what the version before this one would have written."""
    with connect(place, create=False) as connection:
        connection.exec_driver_sql("DROP INDEX reviews_by_document")
        for table in ("touches", "prepared", "prepared_facts"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA user_version = 3")
        else:
            mark = "COMMENT ON TABLE batches IS 'legation ledger, version 3'"
            connection.exec_driver_sql(mark)


def test_a_ledger_without_touches_is_told_its_touches(ledger_place: str) -> None:
    other = Document("Iraq opened an embassy in Lima.", "b.txt", "en")
    source = Source(other.id, other.uri, other.language, 0, 4, other.text[:4])
    told = Claim("mission_opened", {"sender": "IRQ", "host": "PER"}, source)
    right = Claim("mission_opened", {"sender": "IRQ", "host": "SWE"}, source)
    with Ledger.open(ledger_place, create=True) as ledger:
        ledger.add(DOCUMENT, [OLD])
        ledger.add(DOCUMENT, [NEW])
        ledger.add(other, [told])
        ledger.review(Review(told.id, "correct", "A. Reader", "Sweden is meant", right))
        before = ledger.concerned(), ledger.content_hash(), ledger.head()
    as_version_3(ledger_place)
    for _ in range(2):
        with Ledger.open(ledger_place) as ledger:
            assert (ledger.concerned(), ledger.content_hash(), ledger.head()) == before
            assert ledger.verify() == []


def test_of_two_that_bring_up_a_ledger_one_finds_it_done(
    ledger_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from legation.ledger import upgrade

    with Ledger.open(ledger_place, create=True) as ledger:
        ledger.add(DOCUMENT, [OLD])
    as_version_3(ledger_place)
    done: list[bool] = []
    real = upgrade.add_touches
    monkeypatch.setattr(upgrade, "add_touches", lambda c: (done.append(True), real(c)))
    with Ledger.open(ledger_place) as ledger, Ledger.open(ledger_place) as other:
        assert (done, ledger.verify(), other.verify()) == ([True], [], [])
