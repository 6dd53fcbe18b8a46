"""Presents of documents of which several parts of the evidence tell."""

from __future__ import annotations

import pytest

from legation.reconciliation.dating import Days
from legation.reconciliation.kept import memberships
from legation.reconciliation.lazily import Lazily
from legation.reconciliation.memberships import Memberships
from legation.reconciliation.presents import Present, Together

SOON, LATE = Present(tells_of=7, recorded=20), Present(tells_of=9, recorded=20)
NEVER = Present(recorded=20)


def test_the_last_day_that_any_part_tells_of_counts() -> None:
    together = Together([{"a": SOON, "b": NEVER}, {"a": LATE, "c": SOON}, {"b": NEVER}])
    assert dict(together) == {"a": LATE, "b": NEVER, "c": SOON}
    assert together["a"] is together["a"]
    assert len(together) == 3


def test_of_a_document_in_no_part_nothing_is_known() -> None:
    together = Together([{"a": SOON}])
    assert "b" not in together
    with pytest.raises(KeyError):
        together["b"]


def test_presents_that_were_written_down_are_those_that_were_known() -> None:
    days = Days(1, 2, 3, 4, True)
    known = {"a": SOON, "b": Present(days, None, 20), "c": NEVER}
    read = memberships.read(memberships.written(Memberships({}, known, 3))).presents
    assert dict(read) == known
    assert len(read) == 3


def test_what_is_made_lazily_is_made_once() -> None:
    made: list[int] = []
    row = Lazily(range(3), lambda at: made.append(at) or at)
    assert [row[0], *row[:1], *row][:2] == [0, 0]
    assert sorted(made) == [0, 1, 2]
