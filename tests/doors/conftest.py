"""A ledger with one claim in it, and a way to run commands on the ledger of a test."""

from __future__ import annotations

import pytest
from minsk import CLAIM, DOCUMENT, FIRST, Said

from legation.doors.cli import run
from legation.ledger import Ledger


@pytest.fixture
def ledger(ledger_place: str) -> str:
    """The place of a ledger with one claim; a module of tests may have another."""
    with Ledger.open(ledger_place, create=True) as opened:
        opened.add(DOCUMENT, [CLAIM], extractor="rules@1", recorded_at=FIRST)
    return ledger_place


@pytest.fixture
def said(ledger: str, capsys: pytest.CaptureFixture[str]) -> Said:
    """Runs a command on the ledger of the test."""

    def told(*arguments: str, ends: int = 0) -> str:
        assert run([*arguments, "--ledger", ledger]) == ends
        return capsys.readouterr().out

    return told
