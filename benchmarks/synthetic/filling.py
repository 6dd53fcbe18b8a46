"""Synthetic documents put into a ledger through its public functions."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from legation.ledger import Entry, Ledger

BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
A_BATCH = 1000
"""Documents recorded at once; each batch is told to have come an hour after the one before."""


@dataclass(frozen=True, slots=True)
class Load:
    """What was put in, and the seconds that the ledger took, without those of making it up."""

    documents: int
    claims: int
    batches: int
    seconds: float

    @property
    def rate(self) -> float:
        """Claims recorded in a second."""
        return self.claims / self.seconds

    @property
    def middle(self) -> str:
        """The day on which half of the batches had come."""
        return (BEGINNING + timedelta(hours=self.batches // 2)).isoformat()


def fill(
    ledger: Ledger,
    entries: Iterable[Entry],
    a_batch: int = A_BATCH,
    progress: Callable[[str], None] | None = None,
) -> Load:
    """Put documents into a ledger, `a_batch` at once."""
    waiting, documents, claims, batches, seconds = iter(entries), 0, 0, 0, 0.0
    while part := list(islice(waiting, a_batch)):
        moment = (BEGINNING + timedelta(hours=batches)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        start = time.perf_counter()
        ledger.add_all(part, recorded_at=moment)
        seconds += time.perf_counter() - start
        documents += len(part)
        claims += sum(len(entry.claims) for entry in part)
        batches += 1
        if progress and batches % 5 == 0:
            progress(f"{claims:,} claims, {claims / seconds:,.0f} a second")
    return Load(documents, claims, batches, seconds)


def told(line: str) -> None:
    """Progress, on standard error."""
    print(line, file=sys.stderr, flush=True)


def middle(ledger: Ledger) -> str:
    """The recorded time by which half of the batches had come."""
    moments = sorted({one.recorded_at for one in ledger.sources().values()})
    return moments[len(moments) // 2]


def size_of(place: str) -> int:
    """The bytes of a ledger in a file; nought of one on a server."""
    file = Path(place)
    return file.stat().st_size if file.exists() else 0
