"""Questions on pairs drawn by chance, and the milliseconds that each takes."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Sequence

from synthetic.shape import Pairs

Pair = tuple[str, str]
Clock = Callable[[], float]


def drawn(how_many: int, seed: int, pairs: Pairs) -> dict[str, list[Pair]]:
    """Pairs drawn with the same chance each, and pairs drawn as their share of all claims is."""
    chance = random.Random(seed)
    return {
        "each pair alike": [chance.choice(pairs.ranked) for _ in range(how_many)],
        "by their claims": [pairs.drawn(chance.random()) for _ in range(how_many)],
    }


def timed(
    ask: Callable[[str, str], object], pairs: Sequence[Pair], clock: Clock = time.process_time
) -> list[float]:
    """The milliseconds that each question took of the processor, which the ledger in a file and
    the peers share with nobody: other work on the machine counts for little. A server works in a
    process of its own: it takes a clock that counts that too."""
    taken = []
    for a, b in pairs:
        start = clock()
        ask(a, b)
        taken.append(1000 * (clock() - start))
    return taken


def half(taken: Sequence[float]) -> float:
    """The 50th percentile."""
    return statistics.median(taken)


def most(taken: Sequence[float]) -> float:
    """The 99th percentile."""
    row = sorted(taken)
    return row[min(len(row) - 1, int(0.99 * len(row)))]
