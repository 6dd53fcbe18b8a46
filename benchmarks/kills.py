"""Kills processes that ingest, at random instants, and looks at what they leave behind.

    python benchmarks/kills.py --sqlite 200 --postgresql 100

A process ingests a folder of documents, with a stub for an extractor, and tells of each batch on
a pipe once it is committed. It is killed (SIGKILL) anywhere: while it makes the ledger, between
batches, inside of one. On PostgreSQL every third time it is not the process that is killed but
the server's end of its connection. After each kill the ledger is opened again, and held to this:

- `verify` finds no damage, and no batch of before is missing;
- every document that was told is there, with all of its claims;
- of what was not told there is the whole batch that was at hand, or nothing of it.

Then another process goes on with the same folder. Once all documents are in, the ledger must have
the content hash of one that nobody disturbed, and the next ledger is begun.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import tempfile
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from legation.ledger import Entry, Ledger, ingest
from legation.ledger.postgresql import is_address
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import LedgerError

DOCUMENTS = 24
Outcome = str
EXTRACTOR = "stub@1"
BATCHES = (1, 3, 5)
TERMINATE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s"
LEFT = "SELECT count(*) FROM pg_stat_activity WHERE application_name = %s"

_processes = get_context("forkserver")
_processes.set_forkserver_preload(["legation.ledger.store", "legation.documents", "psycopg"])


@dataclass
class Tally:
    """How often what was killed, and what was found then."""

    kills: int = 0
    ledgers: int = 0
    terminated: int = 0
    before_the_first: int = 0
    committed_untold: int = 0
    told: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """The tally in one line."""
        return (
            f"{self.kills} kills ({self.terminated} of them of the server's end), "
            f"{self.before_the_first} before the first document was told; "
            f"{self.told} documents told, {self.committed_untold} committed and not yet told; "
            f"{self.ledgers} ledgers whole in the end; {len(self.faults)} faults"
        )


def extract(document: Document) -> list[Claim]:
    """A claim for each sentence, by a rule that costs nothing."""
    return [
        Claim(
            "mission_closed",
            {"sender": "IRQ", "host": "NOR"},
            Source(document.id, document.uri, document.language, *found.span(), found[0]),
            when=found[1],
            when_basis="stated",
            extractor=EXTRACTOR,
        )
        for found in re.finditer(r"Iraq closed its embassy in Oslo in (\d{4})\.", document.text)
    ]


def write_documents(folder: Path) -> None:
    """The documents that are ingested: sentences enough that a commit takes its time."""
    for number in range(DOCUMENTS):
        years = range(1920, 1920 + 4 * (number % 12 + 1))
        said = [f"Iraq closed its embassy in Oslo in {year}." for year in years]
        text = f"The embassy, part {number}. " + " ".join(said)
        (folder / f"{number:03}.txt").write_text(text, "utf-8")


class Telling(Ledger):
    """A ledger that tells of every batch as soon as it is acknowledged."""

    tell: Connection

    def add_all(self, entries: Iterable[Entry], **how: Any) -> list[Outcome]:
        """As the ledger does; then it is told."""
        held = list(entries)
        outcomes = super().add_all(held, **how)
        self.tell.send([entry.document.id for entry in held])
        return outcomes


def write(place: str, folder: str, batch: int, tell: Connection) -> None:
    """What the process does that is killed: it ingests, and tells of all that is committed."""
    try:
        with Telling.open(place, create=True) as ledger:
            ledger.tell = tell
            take(folder, ledger, batch)
    except LedgerError as problem:
        if problem.code != "LG-L010":  # The server's end may be gone: that is the test.
            raise


def take(folder: str, ledger: Ledger, batch: int) -> None:
    """Ingest the documents as everybody does, with an extractor that costs nothing."""
    ingest([folder], ledger, language="en", extract=extract, extractor=EXTRACTOR, batch=batch)


class Killer:
    """Kills writers of ledgers, one after the other, and looks at what they left."""

    def __init__(self, folder: Path, new_place: Callable[[], str], seed: int) -> None:
        self.folder, self.new_place = str(folder), new_place
        self.chance = random.Random(seed)
        self.tally = Tally()
        with Ledger.open(new_place(), create=True) as ledger:
            take(self.folder, ledger, 1)
            self.expected = ledger.content_hash()
            documents = sorted(ledger.documents(), key=lambda document: document.uri)
        self.whole = {one.id: {claim.id for claim in extract(one)} for one in documents}

    def kill(self, times: int) -> Tally:
        """Kill so many times, through as many ledgers as that takes; the last one is finished."""
        while self.tally.kills < times:
            place, held, head = self.new_place(), set[str](), ""
            while len(held) < DOCUMENTS and self.tally.kills < times:
                held, head = self._kill_one(place, held, head)
            self._finish(place)
        return self.tally

    def _kill_one(self, place: str, before: set[str], head: str) -> tuple[set[str], str]:
        """Let one writer go on, kill it, and look at the documents that it leaves."""
        hear, tell = _processes.Pipe(duplex=False)
        batch, name = self.chance.choice(BATCHES), f"killed-{uuid.uuid4().hex[:12]}"
        to = (_named(place, name), self.folder, batch, tell)
        writer = _processes.Process(target=write, args=to)
        writer.start()
        tell.close()
        told = self._wait(hear, len(before) // batch)
        if is_address(place) and self.tally.kills % 3 == 2:
            _on_server(place, TERMINATE, name)
            self.tally.terminated += 1
            writer.join()
        writer.kill()
        writer.join()
        while is_address(place) and _on_server(place, LEFT, name):
            time.sleep(0.002)  # The server may still be about the last that it was sent.
        told += _heard(hear)
        hear.close()
        self.tally.kills += 1
        self.tally.before_the_first += not told
        at_hand = list(self.whole)[len(told) : len(told) + batch]
        return self._look(place, before | set(told), set(at_hand), head)

    def _wait(self, hear: Connection, batches: int) -> list[str]:
        """Hear some batches told, and wait for a moment that fits no plan."""
        if self.chance.random() < 0.15:
            time.sleep(self.chance.uniform(0, 0.1))
            return []
        told: list[str] = []
        for _ in range(batches + self.chance.randint(0, 4)):
            if not hear.poll(30):
                break
            try:
                told += hear.recv()
            except EOFError:
                break
        time.sleep(self.chance.expovariate(1 / 0.005))
        return told

    def _look(
        self, place: str, told: set[str], at_hand: set[str], head: str
    ) -> tuple[set[str], str]:
        """Hold what is there to what was told; give the documents, and the head of the chain."""
        with Ledger.open(place, create=True) as ledger:
            for damage in ledger.verify(head or None):
                self._fault(place, f"is damaged: {damage}")
            held: dict[str, set[str]] = {document.id: set() for document in ledger.documents()}
            for claim in ledger.claims():
                held[claim.source.document].add(claim.id)
            if {run.document for run in ledger.readings()} != held.keys():
                self._fault(place, "has a document without its reading")
            head = ledger.head()
        for document in held:
            if held[document] != self.whole[document]:
                self._fault(place, f"has half of {document}")
        if told - held.keys():
            self._fault(place, f"has lost {len(told - held.keys())} documents that were told")
        untold = held.keys() - told
        if untold not in (set(), at_hand - told):
            self._fault(place, f"has half of a batch, {len(untold)} of {len(at_hand)}")
        self.tally.told += len(told)
        self.tally.committed_untold += bool(untold)
        return set(held), head

    def _finish(self, place: str) -> None:
        with Ledger.open(place, create=True) as ledger:
            take(self.folder, ledger, 4)
            if ledger.content_hash() == self.expected and not ledger.verify():
                self.tally.ledgers += 1
            else:
                self._fault(place, "differs from one that nobody disturbed")

    def _fault(self, place: str, what: str) -> None:
        self.tally.faults.append(f"{place} {what}, after {self.tally.kills} kills")


def _heard(hear: Connection) -> list[str]:
    """All that was told before the end."""
    found: list[str] = []
    try:
        while hear.poll():
            found += hear.recv()
    except (EOFError, OSError):
        pass  # The last of it was cut off with the teller.
    return found


def _named(place: str, name: str) -> str:
    """A place whose connection bears a name on the server."""
    if not is_address(place):
        return place
    return f"{place}{'&' if '?' in place else '?'}application_name={name}"


def _on_server(place: str, statement: str, name: str) -> int:
    """What the server answers, about connections of a name."""
    import psycopg

    with psycopg.connect(place.partition("?")[0], autocommit=True) as connection:
        row = connection.execute(statement, (name,)).fetchone()  # type: ignore[call-overload]
    return int(row[0]) if row else 0


@contextmanager
def _places(kind: str, folder: str) -> Iterator[Callable[[], str]]:
    """New places for ledgers; on a server, in a database that is dropped in the end."""
    if kind == "sqlite":
        yield lambda: f"{folder}/{uuid.uuid4().hex}.ledger"
        return
    import psycopg

    server, name = os.environ["LEGATION_POSTGRES"], f"killed_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")  # type: ignore[call-overload]
        try:
            yield lambda: f"{server}/{name}?schema=s{uuid.uuid4().hex}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[call-overload]


def main() -> int:
    """Kill as often as asked, and tell what was found."""
    told = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    told.add_argument("--sqlite", type=int, default=200, metavar="KILLS")
    told.add_argument("--postgresql", type=int, default=100, metavar="KILLS")
    told.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked = told.parse_args()
    print(f"seed {asked.seed}")
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        documents = Path(folder) / "documents"
        documents.mkdir()
        write_documents(documents)
        for kind, times in (("sqlite", asked.sqlite), ("postgresql", asked.postgresql)):
            if times:
                began = time.monotonic()
                with _places(kind, folder) as new_place:
                    tally = Killer(documents, new_place, asked.seed).kill(times)
                print(f"{kind}: {tally}, in {time.monotonic() - began:.0f} s")
                print(*tally.faults, sep="\n", end="")
                faults += len(tally.faults)
    return int(faults > 0)


if __name__ == "__main__":
    raise SystemExit(main())
