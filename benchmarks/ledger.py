"""How fast a ledger records and answers, beside DuckDB and pyoxigraph.

    python benchmarks/ledger.py [--claims N] [--ledger PLACE] [--pairs N] [--without-peers]

A ledger of synthetic claims on 200 states is made, or taken as it is where it is there already.
Status and timeline are asked of pairs drawn by chance, the first time and again of another day;
status also as of the middle of the record. The peers hold the same claims, and are asked in the
same run what is claimed of a pair, which is the part of the work that they can do.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from legation.ledger import Ledger
from legation.views.status import status
from legation.views.timeline import timeline
from synthetic.documents import entries
from synthetic.filling import A_BATCH, fill, middle, size_of, told
from synthetic.peers import Ask, bears, in_duckdb, in_oxigraph, rows
from synthetic.questions import Pair, drawn, half, most, timed
from synthetic.shape import Pairs

DAY, ANOTHER = date(2012, 6, 1), date(1985, 6, 1)
SEED = 1


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        place = options.ledger or str(Path(folder) / "synthetic.ledger")
        _fill(place, options.claims)
        pairs = drawn(options.pairs, SEED + 1, Pairs.of(random.Random(SEED)))
        _answers(place, pairs)
        if not options.without_peers:
            _beside_peers(place, options.claims, pairs, Path(folder))
    told(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=2_000_000, help="how many claims to make up")
    parser.add_argument("--ledger", help="where the ledger lies or is to lie: a file or an address")
    parser.add_argument("--pairs", type=int, default=500, help="how many pairs to draw, each way")
    parser.add_argument("--without-peers", action="store_true", help="ask the ledger alone")
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


def _answers(place: str, pairs: dict[str, list[Pair]]) -> None:
    """Tell what status and timeline take, the first time, again, and as of the middle."""
    with Ledger.open(place) as ledger:
        then = middle(ledger)
        questions: list[tuple[str, Callable[[str, str], object]]] = [
            ("timeline", lambda a, b: timeline(ledger, a, b)),
            ("status", lambda a, b: status(ledger, a, b, DAY)),
            ("status as of the middle", lambda a, b: status(ledger, a, b, DAY, then)),
        ]
        status(ledger, *next(iter(pairs.values()))[0], DAY)
        print(f"{'milliseconds, 50th and 99th percentile':42}{'first':>18}{'another day':>18}")
        for how, row in pairs.items():
            for name, ask in questions:
                first, again = [], []
                for pair in row:
                    first += timed(ask, [pair])
                    again += timed(_on_another_day(ledger, name, then), [pair])
                print(f"{name + ', ' + how:42}{_shown(first):>18}{_shown(again):>18}")


def _on_another_day(ledger: Ledger, name: str, then: str) -> Callable[[str, str], object]:
    if name == "timeline":
        return lambda a, b: timeline(ledger, a, b)
    as_of = then if "middle" in name else None
    return lambda a, b: status(ledger, a, b, ANOTHER, as_of)


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


def _numbered(claims: int):  # type: ignore[no-untyped-def]
    """The claims that were put in, each once a document, with the number of their batch."""
    for number, entry in enumerate(entries(claims, SEED)):
        for claim in {claim.id: claim for claim in entry.claims}.values():
            yield 1 + number // A_BATCH, claim


def _shown(taken: Sequence[float]) -> str:
    return f"{half(taken):.1f}  {most(taken):.1f}"


if __name__ == "__main__":
    main()
