"""A crew: work on many things by several processes, handed back in the order of the things.

Each worker has a line of its own to the one who leads, so that it is known what it was at when it
dies. Workers are started anew rather than forked: none holds a copy of an open ledger.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Generic, TypeVar

from legation.model.errors import LegationError

Thing = TypeVar("Thing")
Result = TypeVar("Result")
Work = Callable[[Thing], Result]

_AHEAD = 8
"""How many things a worker may be ahead of the slowest: what is done and waits is in memory."""


def in_order(
    things: Sequence[Thing], work: Work[Thing, Result], workers: int = 1
) -> Iterator[Result]:
    """What `work` makes of each of `things`, in their order.

    With more than one worker, `work` and what it takes and gives must be such as can be sent to
    another process. Raises LegationError (LG-X003) where a worker dies, which names the thing.

    >>> list(in_order(["Oslo", "Minsk"], len))
    [4, 5]
    """
    if workers == 1 or len(things) < 2:
        yield from map(work, things)
        return
    with _crew(work, min(workers, len(things))) as crew:
        yield from _Lead(things, crew).results()


class _Lead(Generic[Thing, Result]):
    """Hands things to whoever is free, and keeps what is done until its turn has come."""

    def __init__(self, things: Sequence[Thing], crew: Sequence[Connection]) -> None:
        self.things, self.free = things, list(crew)
        self.ahead = _AHEAD * len(crew)
        self.at: dict[Connection, int] = {}
        self.done: dict[int, Result] = {}
        self.handed_out = 0

    def results(self) -> Iterator[Result]:
        """What becomes of each thing, in order."""
        for number in range(len(self.things)):
            self._hand_out(until=number + self.ahead)
            while number not in self.done:
                self._take_in()
                self._hand_out(until=number + self.ahead)
            yield self.done.pop(number)

    def _hand_out(self, until: int) -> None:
        while self.free and self.handed_out < min(until, len(self.things)):
            line = self.free.pop()
            self.at[line] = self.handed_out
            self.handed_out += 1
            try:
                line.send(self.things[self.at[line]])
            except OSError:
                raise self._lost(line) from None

    def _take_in(self) -> None:
        for line in wait(list(self.at)):
            assert isinstance(line, Connection)
            try:
                self.done[self.at[line]] = line.recv()
            except (EOFError, OSError):
                raise self._lost(line) from None
            del self.at[line]
            self.free.append(line)

    def _lost(self, line: Connection) -> LegationError:
        thing = self.things[self.at[line]]
        return LegationError(
            "LG-X003",
            "a worker died on it; what was recorded before is whole",
            where=str(getattr(thing, "uri", thing)),
            remedy="read it by itself, to see why; the rest may be ingested again",
        )


@contextmanager
def _crew(work: Work[Thing, Result], size: int) -> Iterator[list[Connection]]:
    """Lines to workers, who are sent away when all is done, or when all is lost."""
    context = get_context("spawn")
    lines: list[Connection] = []
    workers: list[SpawnProcess] = []
    try:
        for _ in range(size):
            ours, theirs = context.Pipe()
            worker = context.Process(target=_serve, args=(theirs, work), daemon=True)
            worker.start()
            theirs.close()
            lines.append(ours)
            workers.append(worker)
        yield lines
    finally:
        for line in lines:
            line.close()
        for worker in workers:
            worker.terminate()
            worker.join()
            worker.close()


def _serve(line: Connection, work: Work[Thing, Result]) -> None:
    """What a worker does until its line is closed; an interrupt is for who leads."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            thing = line.recv()
        except (EOFError, OSError):
            return
        line.send(work(thing))
