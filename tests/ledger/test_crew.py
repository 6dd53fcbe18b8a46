"""A crew hands back what it made in the order of the things, and a lost worker is named."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

import pytest

from legation.ledger.crew import _Lead, _serve, in_order
from legation.model.errors import LegationError


def slow_if_first(number: int) -> int:
    time.sleep(0.3 if number == 0 else 0)
    return -number


def die_at_three(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_are_in_the_order_of_the_things(workers: int) -> None:
    assert list(in_order(range(30), slow_if_first, workers)) == [-n for n in range(30)]


def test_one_thing_needs_no_crew() -> None:
    here = os.getpid()
    assert list(in_order([1], lambda _: os.getpid(), workers=4)) == [here]


def test_a_worker_that_dies_is_told_with_what_it_was_at() -> None:
    with pytest.raises(LegationError, match=r"LG-X003: .*\(3\)"):
        list(in_order(range(9), die_at_three, workers=2))


class Line:
    """A line to a worker of which one end is gone."""

    def __init__(self, things: Sequence[object] = ()) -> None:
        self.things = list(things)
        self.sent: list[object] = []

    def send(self, thing: object) -> None:
        if not self.things and self.sent == []:
            raise BrokenPipeError
        self.sent.append(thing)

    def recv(self) -> object:
        if not self.things:
            raise EOFError
        return self.things.pop(0)


def test_a_worker_that_is_gone_before_it_is_given_anything_is_told() -> None:
    lead: _Lead[str, int] = _Lead(["a.txt"], [Line()])  # type: ignore[list-item]
    with pytest.raises(LegationError, match=r"LG-X003: .*\(a\.txt\)"):
        list(lead.results())


def test_a_worker_serves_until_its_line_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("signal.signal", lambda *_: None)
    line = Line(["Oslo", "Minsk"])
    _serve(line, len)  # type: ignore[arg-type]
    assert line.sent == [4, 5]
