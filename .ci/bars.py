"""Hold the score of the extraction above its bars.

    score.py … | bars.py bars.json

Reads the table that the scorer prints on standard input, and from the JSON file the least
strict F1 of each `language/tier` and the most ungrounded claims. Exit status 0 where every
bar is reached, 1 where one is not, 2 where a row is missing or the table cannot be read.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

ROW = re.compile(r"^(\w+)\s+(core|wide)\s+\d+\s+\d+ \|\s+[\d.]+\s+[\d.]+\s+([\d.]+) \|", re.M)
UNGROUNDED = re.compile(r"(\d+) ungrounded")


def main() -> int:
    bars = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    table = sys.stdin.read()
    reached = {f"{language}/{tier}": float(f1) for language, tier, f1 in ROW.findall(table)}
    ungrounded = UNGROUNDED.search(table)
    missing = [row for row in bars["strict_f1"] if row not in reached]
    if missing or ungrounded is None:
        print(f"the table has no row for {', '.join(missing) or 'ungrounded claims'}")
        return 2
    short = [
        f"{row}: strict F1 {reached[row]:.3f}, below {bar:.3f}"
        for row, bar in bars["strict_f1"].items()
        if reached[row] < bar
    ]
    if int(ungrounded[1]) > bars["ungrounded"]:
        short.append(f"{ungrounded[1]} ungrounded claims, at most {bars['ungrounded']} allowed")
    print("\n".join(short) or "every bar is reached")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
