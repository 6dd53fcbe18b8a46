"""What is no ledger, or none for this legation, is told and left as it is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from legation.ledger import Ledger
from legation.ledger.tables import SCHEMA_VERSION
from legation.model.errors import LedgerError


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
