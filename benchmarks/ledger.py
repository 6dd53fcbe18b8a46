"""How fast a ledger records and answers, beside DuckDB and pyoxigraph.

    python benchmarks/ledger.py [--claims N] [--ledger PLACE] [--pairs N] [--only PART…]

A ledger of synthetic claims on 200 states is made, or taken as it is where it is there already.
Status and timeline are asked of pairs drawn by chance: in a ledger just opened, without and with
what `prepare` works out ahead, and of another day. The parts are `answers`, `before` (as of the
middle of the record, beside a ledger that has no more than that), `cold` (the command line) and
`peers`, which hold the same claims and are asked what is claimed of a pair: the part of the work
that they can do.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path

from legation.ledger import Ledger
from legation.model.claims import Claim
from legation.views.preparing import prepare
from legation.views.status import status
from legation.views.timeline import timeline
from synthetic.documents import entries
from synthetic.filling import A_BATCH, BEGINNING, fill, middle, size_of, told
from synthetic.peers import Ask, bears, in_duckdb, in_oxigraph, rows
from synthetic.questions import Clock, Pair, drawn, half, most, timed
from synthetic.shape import Pairs

DAY, ANOTHER = date(2012, 6, 1), date(1985, 6, 1)
SEED = 1
TIMES = 2
PARTS = ("answers", "before", "cold", "peers")
Question = Callable[[Ledger, str, str], object]


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        place = options.ledger or str(Path(folder) / "synthetic.ledger")
        clock = time.perf_counter if "://" in place else time.process_time
        _fill(place, options.claims)
        pairs = drawn(options.pairs, SEED + 1, Pairs.of(random.Random(SEED)))
        pairs["by their claims"] = pairs["by their claims"][: max(3, options.pairs // 5)]
        if "answers" in options.only:
            _answers(place, pairs, clock)
        if "before" in options.only:
            _before(place, options.half or str(Path(folder) / "half"), pairs, options.claims)
        if "cold" in options.only:
            _cold(place, pairs)
        if "peers" in options.only:
            _beside_peers(place, options.claims, pairs, Path(folder))
    told(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=2_000_000, help="how many claims to make up")
    parser.add_argument("--ledger", help="where the ledger lies or is to lie: a file or an address")
    parser.add_argument("--half", help="where a ledger of the first half lies or is to lie")
    parser.add_argument("--pairs", type=int, default=300, help="how many pairs to draw, each way")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="these parts alone")
    return parser.parse_args()


def _fill(place: str, claims: int) -> None:
    """Make the ledger unless it is there, and tell how quickly."""
    with Ledger.open(place, create=True) as ledger:
        if not ledger.head():
            load = fill(ledger, entries(claims, SEED), progress=told)
            print(f"{load.claims:,} claims of {load.documents:,} documents, {A_BATCH:,} at once")
            print(f"recorded: {load.rate:,.0f} claims a second")
    size = size_of(place)
    if size:
        print(f"on disk: {size / 1e6:,.0f} MB")


def _answers(place: str, pairs: dict[str, list[Pair]], clock: Clock) -> None:
    """Tell what status and timeline take: not prepared, prepared, and of another day."""
    print(f"{'milliseconds':42}{'50th and 99th':>18}")
    questions: dict[str, Question] = {
        "status": lambda ledger, a, b: status(ledger, a, b, DAY),
        "status, as JSON": lambda ledger, a, b: json.dumps(status(ledger, a, b, DAY).to_json()),
        "timeline": timeline,
        "timeline, as JSON": lambda ledger, a, b: json.dumps(timeline(ledger, a, b).to_json()),
    }
    with Ledger.open(place) as ledger:
        ledger.forget()
    few = {how: row[: max(20, len(row) // 15)] for how, row in pairs.items()}
    for name in ("status", "timeline"):
        for how, row in few.items():
            taken = _of_each(place, questions[name], row, clock)
            print(f"{name + ', not prepared, ' + how:42}{_shown(taken):>18}", flush=True)
    _prepare(place, pairs)
    for name, ask in questions.items():
        for how, row in pairs.items():
            taken = _of_each(place, ask, row, clock)
            print(f"{name + ', prepared, ' + how:42}{_shown(taken):>18}", flush=True)
    again = [ms for row in pairs.values() for ms in _of_another_day(place, row, clock)]
    print(f"{'status of another day, all of them':42}{_shown(again):>18}")


def _of_each(place: str, ask: Question, row: Sequence[Pair], clock: Clock) -> list[float]:
    """The milliseconds that a question takes of each pair in a ledger just opened, of which one
    thing was asked: of two others. The least of some times: other work is in the way of some."""
    taken = []
    for pair in row:
        others = next(other for other in row if not set(other) & set(pair))
        times = []
        for _ in range(TIMES):
            with Ledger.open(place) as ledger:
                ask(ledger, *others)
                gc.collect()
                times += timed(lambda a, b, of=ledger: ask(of, a, b), [pair], clock)  # type: ignore[misc]
        taken.append(min(times))
    return taken


def _of_another_day(place: str, row: Sequence[Pair], clock: Clock) -> list[float]:
    taken: list[float] = []
    with Ledger.open(place) as ledger:
        for pair in row:
            status(ledger, *pair, DAY)
            taken += timed(lambda a, b: status(ledger, a, b, ANOTHER), [pair], clock)
    return taken


def _prepare(place: str, pairs: dict[str, list[Pair]], as_of: str | None = None) -> None:
    """Work out what the questions on the pairs rest on, and tell what that takes."""
    asked = {(min(pair), max(pair)) for row in pairs.values() for pair in row}
    alone = {(party, party) for pair in asked for party in pair}
    for name, wanted in (("pairs", asked), ("memberships", alone)):
        with Ledger.open(place) as ledger:
            start = time.process_time()
            done = prepare(ledger, as_of, sorted(wanted)).worked_out
            taken = time.process_time() - start
        print(f"prepared: {done} {name}, {1000 * taken / max(1, done):.0f} milliseconds each")


def _before(place: str, other: str, pairs: dict[str, list[Pair]], claims: int) -> None:
    """Tell what status takes as of the middle of the record, and in a ledger that has no more than
    was known then; hold that the answers are the same."""
    with Ledger.open(place) as ledger:
        then = middle(ledger)
    with Ledger.open(other, create=True) as ledger:
        if not ledger.head():
            hours = (datetime.fromisoformat(then) - BEGINNING) // timedelta(hours=1)
            fill(ledger, islice(entries(claims, SEED), (1 + hours) * A_BATCH))
    row = next(iter(pairs.values()))
    row = row[: max(20, len(row) // 6)]
    for prepared in (False, True):
        if prepared:
            _prepare(place, {"": row}, then)
            _prepare(other, {"": row})
        taken: list[list[float]] = [[], []]
        for pair in row:
            found = [_then(place, pair, then, taken[0]), _then(other, pair, None, taken[1])]
            if found[0] != found[1]:
                raise SystemExit(f"the answers on {pair} differ")
        name = "prepared" if prepared else "not prepared"
        print(f"status as of the middle, {name}: {_shown(taken[0])}")
        print(f"the same in a ledger of no more: {_shown(taken[1])}")


def _then(place: str, pair: Pair, as_of: str | None, taken: list[float]) -> dict[str, object]:
    """The answer on a pair; what it takes is added to `taken`."""
    with Ledger.open(place) as ledger:
        status(ledger, "NRU", "TUV", DAY, as_of)
        start = time.process_time()
        found = status(ledger, *pair, DAY, as_of)
        taken.append(1000 * (time.process_time() - start))
    return {**found.to_json(), "as_of": None}


def _cold(place: str, pairs: dict[str, list[Pair]]) -> None:
    """Tell what the command line takes from its start to its end."""
    command = [sys.executable, "-c", "from legation.doors.cli import main; main()"]
    spent, waited = [], []
    for a, b in next(iter(pairs.values()))[:20]:
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        arguments = ["status", a, b, "--on", DAY.isoformat(), "--ledger", place]
        subprocess.run([*command, *arguments], check=True, stdout=subprocess.DEVNULL)
        waited.append(1000 * (time.perf_counter() - start))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    print(f"`legation status`: {_shown(spent)} of the processor, {_shown(waited)} by the clock")


def _beside_peers(place: str, claims: int, pairs: dict[str, list[Pair]], folder: Path) -> None:
    """Tell what the question that all can answer takes, in turns."""
    with Ledger.open(place) as ledger:

        def of_ledger(a: str, b: str, day: int, batch: int) -> int:
            on = date.fromordinal(day)
            return sum(bears(claim, on) for claim in ledger.claims((a, b)))

        asks: dict[str, Ask | None] = {
            "legation": of_ledger,
            "DuckDB": in_duckdb(folder / "claims.duckdb", rows(_numbered(claims))),
            "pyoxigraph": in_oxigraph(folder / "graph", rows(_numbered(claims))),
        }
        _take_turns({name: ask for name, ask in asks.items() if ask}, pairs)


def _take_turns(asks: dict[str, Ask], pairs: dict[str, list[Pair]]) -> None:
    print(f"{'claims of a pair that may bear on a day':42}{'50th and 99th':>18}{'of legation':>18}")
    for how, row in pairs.items():
        taken: dict[str, list[float]] = {name: [] for name in asks}
        for pair in row:
            found = {ask(*sorted(pair), DAY.toordinal(), 1 << 30) for ask in asks.values()}
            if len(found) != 1:
                raise SystemExit(f"the answers on {pair} differ: {found}")
            for name, ask in asks.items():
                taken[name] += timed(lambda a, b: ask(a, b, DAY.toordinal(), 1 << 30), [pair])  # noqa: B023
        own = half(taken["legation"]), most(taken["legation"])
        for name, times in taken.items():
            ratio = f"{half(times) / own[0]:.1f}  {most(times) / own[1]:.1f}"
            print(f"{name + ', ' + how:42}{_shown(times):>18}{ratio:>18}")


def _numbered(claims: int) -> Iterable[tuple[int, Claim]]:
    """The claims that were put in, each once a document, with the number of their batch."""
    for number, entry in enumerate(entries(claims, SEED)):
        for claim in {claim.id: claim for claim in entry.claims}.values():
            yield 1 + number // A_BATCH, claim


def _shown(taken: Sequence[float]) -> str:
    return f"{half(taken):.1f}  {most(taken):.1f}"


if __name__ == "__main__":
    main()
