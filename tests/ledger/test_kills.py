"""A writer killed at any instant loses nothing that it told, and leaves nothing half there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kills import Killer, write_documents


def test_a_killed_writer_leaves_a_whole_ledger(
    new_ledger_place: Callable[[], str], tmp_path: Path
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    write_documents(folder)
    tally = Killer(folder, new_ledger_place, seed=0).kill(12)
    assert tally.faults == []
    assert (tally.kills, tally.told > 0, tally.ledgers > 0) == (12, True, True)
