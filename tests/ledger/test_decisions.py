"""Readers' decisions are entries like any other: kept, dated, and never changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from legation.ledger import Ledger
from legation.model.decisions import Decision
from legation.model.errors import LedgerError

FIRST, SECOND = (f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2))
SPLIT = Decision("split", ("Ana", "Anna"), by="A. Reader", reason="two ministers")


def test_a_decision_comes_back_with_its_recorded_time(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.ledger", create=True) as ledger:
        recorded = ledger.decide(SPLIT, recorded_at=FIRST)
        assert recorded.recorded_at == FIRST
        assert ledger.decisions() == [recorded]


def test_a_decision_is_not_known_before_it_was_recorded(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.ledger", create=True) as ledger:
        ledger.decide(SPLIT, recorded_at=SECOND)
        assert ledger.decisions("2026-01-01") == []
        assert len(ledger.decisions("2026-01-02")) == 1


def test_a_decision_is_not_recorded_before_the_last_one(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.ledger", create=True) as ledger:
        ledger.decide(SPLIT, recorded_at=SECOND)
        with pytest.raises(LedgerError, match="LG-L006"):
            ledger.decide(SPLIT, recorded_at=FIRST)


def test_a_decision_changes_the_content_hash_whenever_it_was_recorded(tmp_path: Path) -> None:
    hashes = []
    for name, moment in (("a", None), ("b", FIRST), ("c", SECOND)):
        with Ledger.open(tmp_path / name, create=True) as ledger:
            if moment:
                ledger.decide(SPLIT, recorded_at=moment)
            hashes.append(ledger.content_hash())
    assert hashes[0] != hashes[1] == hashes[2]


@pytest.mark.parametrize("change", ["UPDATE decisions SET author = 'B'", "DELETE FROM decisions"])
def test_a_decision_is_never_changed(tmp_path: Path, change: str) -> None:
    path = tmp_path / "a.ledger"
    with Ledger.open(path, create=True) as ledger:
        ledger.decide(SPLIT)
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(change)
    connection.close()
