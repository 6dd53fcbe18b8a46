"""Hold what the program says of three relations against states written by hand.

    triangle.py SEEDS triangle.json

Reads the documents under SEEDS into a ledger and asks it for the state of a relation on every
day of the cases (tests/reconciliation/triangle.yaml). Prints for each line of the state how many
answers are as written (strict), are at least among those that the case lets stand (lenient), or
are wrong, and every one that is not as written. The JSON file has the fewest strict answers of each
line. Exit status 0 where every bar is reached and nothing is wrong, 1 where not.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "reconciliation"))

from triangle_answers import LINES, Cases, Judged

from legation.ledger import Ledger, ingest
from legation.views.status import status


def judged(seeds: str) -> list[Judged]:
    """The judgement on every line, by a ledger of what lies under `seeds`."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "triangle.ledger", create=True) as ledger,
    ):
        report = ingest([seeds], ledger)
        print(f"{report.read} documents read, {len(report.refused)} refused")

        def ask(a: str, b: str, on: date) -> dict[str, Any]:
            return status(ledger, a, b, on).to_json()

        return Cases.read().judged(ask)


def main() -> int:
    bars = json.loads(Path(sys.argv[2]).read_text("utf-8"))
    found = judged(sys.argv[1])
    print("\n".join(str(one) for one in found if one.judgement != "strict"))
    print(f"{'line':14}{'all':>6}{'strict':>8}{'lenient':>9}{'wrong':>7}")
    short = []
    for line in LINES:
        count = Counter(one.judgement for one in found if one.line == line)
        strict, right = count["strict"], count["strict"] + count["lenient"]
        print(f"{line:14}{count.total():6}{strict:8}{right:9}{count['wrong']:7}")
        if count["wrong"]:
            short.append(f"{line}: {count['wrong']} wrong")
        if strict < bars["strict"][line]:
            short.append(f"{line}: {strict} as written, below {bars['strict'][line]}")
    print("\n".join(short) or "every bar is reached")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
