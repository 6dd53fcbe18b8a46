"""Readers' decisions are entries like any other: kept, dated, and never changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.ledger import Ledger
from legation.model.decisions import Decision
from legation.model.errors import LedgerError

FIRST, SECOND = (f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2))
SPLIT = Decision("split", ("Ana", "Anna"), by="A. Reader", reason="two ministers")


def test_a_decision_comes_back_with_its_recorded_time(ledger_place: str) -> None:
    with Ledger.open(ledger_place, create=True) as ledger:
        recorded = ledger.decide(SPLIT, recorded_at=FIRST)
        assert recorded.recorded_at == FIRST
        assert ledger.decisions() == [recorded]


def test_a_decision_is_not_known_before_it_was_recorded(ledger_place: str) -> None:
    with Ledger.open(ledger_place, create=True) as ledger:
        ledger.decide(SPLIT, recorded_at=SECOND)
        assert ledger.decisions("2026-01-01") == []
        assert len(ledger.decisions("2026-01-02")) == 1


def test_a_decision_is_not_recorded_before_the_last_one(ledger_place: str) -> None:
    with Ledger.open(ledger_place, create=True) as ledger:
        ledger.decide(SPLIT, recorded_at=SECOND)
        with pytest.raises(LedgerError, match="LG-L006"):
            ledger.decide(SPLIT, recorded_at=FIRST)


def test_a_decision_changes_the_content_hash_whenever_it_was_recorded(
    new_ledger_place: Callable[[], str],
) -> None:
    hashes = []
    for moment in (None, FIRST, SECOND):
        with Ledger.open(new_ledger_place(), create=True) as ledger:
            if moment:
                ledger.decide(SPLIT, recorded_at=moment)
            hashes.append(ledger.content_hash())
    assert hashes[0] != hashes[1] == hashes[2]
