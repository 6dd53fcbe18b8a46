"""What processes do to a ledger under hardship, for the tests to run them: each tells its end.

In a module of its own, since a process that is started anew must find it.
"""

from __future__ import annotations

import os
import resource
import signal
import tempfile
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kills import take
from legation.ledger import Ledger
from legation.model.documents import Document
from legation.model.errors import LedgerError

_processes = get_context("forkserver")
NOBODY = 65534


def ends(*tasks: tuple[Any, ...]) -> list[str]:
    """Run tasks at the same time, each in a process of its own, and give what each told."""
    started = []
    for task, *values in tasks:
        hear, tell = _processes.Pipe(duplex=False)
        process = _processes.Process(target=_told, args=(tell, task, *values))
        process.start()
        tell.close()
        started.append((process, hear))
    told = [hear.recv() for _, hear in started]
    for process, _ in started:
        process.join()
    return told


def _told(tell: Connection, task: Callable[..., str], *values: Any) -> None:
    try:
        tell.send(task(*values))
    except LedgerError as problem:
        tell.send(problem.code)


def write_all(place: str, folder: str, batch: int) -> str:
    """Ingest a folder, beside whoever else does."""
    with Ledger.open(place, create=True) as ledger:
        take(folder, ledger, batch)
    return "done"


def write_as_nobody(place: str) -> str:
    """Write as a user who owns nothing, who may do what the rights of the file say."""
    _be_nobody()
    with Ledger.open(place) as ledger:
        return ledger.add(Document("Bergen", "b.txt", "en"), [])


def read_as_nobody(place: str) -> str:
    """Read as a user who owns nothing; tells the uris and whether all is sound."""
    _be_nobody()
    with Ledger.open(place) as ledger:
        return f"{[document.uri for document in ledger.documents()]} {ledger.verify()}"


def _be_nobody() -> None:
    with tempfile.TemporaryDirectory() as folder:  # What is imported late is, while it may be read.
        Ledger.open(Path(folder) / "a.ledger", create=True).close()
    if os.geteuid() == 0:
        os.setegid(NOBODY)
        os.seteuid(NOBODY)


def write_too_much(place: str) -> str:
    """Write more than the process may, and then what it may."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    with Ledger.open(place) as ledger:
        try:
            return ledger.add(Document("Oslo " * 100_000, "b.txt", "en"), [])
        except LedgerError as problem:
            return f"{problem.code} {ledger.add(Document('Bergen', 'c.txt', 'en'), [])}"
