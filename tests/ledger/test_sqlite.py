"""What is no ledger, or none for this legation, is told and left as it is."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from legation.ledger import Ledger
from legation.ledger.sqlite import _bring_up
from legation.ledger.tables import SCHEMA_VERSION
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import LedgerError, UsageError

OSLO = Document("Oslo", "a.txt", "en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.ledger"


def test_a_missing_file_is_not_made(path: Path) -> None:
    with pytest.raises(LedgerError, match="LG-L001"):
        Ledger.open(path)
    assert not path.exists()


def test_a_ledger_in_a_missing_folder_is_told(path: str) -> None:
    with pytest.raises(LedgerError, match="LG-L001: the folder"):
        Ledger.open(path / "b.ledger", create=True)


@pytest.mark.parametrize("data", [b"", b"no database at all" * 100])
def test_a_file_that_is_no_ledger_is_told(path: str, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(LedgerError, match="LG-L002"):
        Ledger.open(path)


def test_a_folder_is_no_ledger(path: str) -> None:
    with pytest.raises(LedgerError, match=r"LG-L002: .* folder"):
        Ledger.open(path.parent)


def test_another_database_is_never_written_to(path: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    with pytest.raises(LedgerError, match="LG-L002"):
        Ledger.open(path, create=True)


def test_a_ledger_of_a_later_version_is_told(path: str) -> None:
    Ledger.open(path, create=True).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(LedgerError, match="LG-L003"):
        Ledger.open(path)


def test_a_full_disk_is_told_and_nothing_is_half_there(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(Document("Oslo", "a.txt", "en"), [])
        before = ledger.content_hash()
        ledger._connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(LedgerError, match="LG-L007"):
            ledger.add(Document("Oslo " * 100_000, "b.txt", "en"), [])
        assert ledger.content_hash() == before
        assert ledger.verify() == []


def test_a_file_that_may_not_be_written_is_told(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger._connection.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(LedgerError, match="LG-L008"):
            ledger.add(Document("Oslo", "a.txt", "en"), [])
        assert ledger.documents() == []


def test_a_folder_in_the_place_of_a_file_is_told(path: Path) -> None:
    path.mkdir()
    with pytest.raises(LedgerError, match=r"LG-L002.*it is a folder"):
        Ledger.open(path)


def test_what_sqlite_finds_amiss_is_told(path: Path) -> None:
    Ledger.open(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (c)")
        connection.execute("INSERT INTO t VALUES (NULL)")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = 'CREATE TABLE t (c NOT NULL)' WHERE name = 't'"
        )
    with Ledger.open(path) as ledger:
        assert any("NULL value in t.c" in damage.what for damage in ledger.verify())


def test_a_ledger_brought_up_meanwhile_is_left_as_it_is(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(Document("Oslo", "a.txt", "en"), [])
        before = ledger.head()
        _bring_up(ledger._connection)
        assert ledger.head() == before


def test_a_text_in_the_file_that_is_no_json_is_told(path: Path) -> None:
    source = Source(OSLO.id, OSLO.uri, OSLO.language, 0, 4, "Oslo")
    with Ledger.open(path, create=True) as ledger:
        ledger.add(OSLO, [Claim("war", {}, source)])
        ledger._connection.exec_driver_sql("DROP TRIGGER claims_UPDATE")
        ledger._connection.exec_driver_sql("UPDATE claims SET content = '{'")
        with pytest.raises(LedgerError, match="LG-L002: the ledger is damaged"):
            ledger.claims()


def test_where_nothing_can_be_written_a_ledger_is_read_as_it_lies(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = path.with_name("per cent %41? #1.ledger")
    with Ledger.open(place, create=True) as ledger:
        ledger.add(OSLO, [])
    monkeypatch.setattr(os, "access", lambda *asked, **more: False)
    with Ledger.open(place) as ledger:
        assert ledger.documents() == [OSLO]
        assert ledger.verify() == []
        with pytest.raises(LedgerError, match="LG-L008"):
            ledger.add(Document("Bergen", "b.txt", "en"), [])
    assert [file.name for file in path.parent.iterdir()] == [place.name]


@pytest.mark.parametrize("place", ["mysql://host/relations", "sqlite:///a.ledger"])
def test_the_address_of_another_database_is_no_path(place: str) -> None:
    with pytest.raises(UsageError, match="LG-U048"):
        Ledger.open(place, create=True)
