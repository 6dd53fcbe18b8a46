"""How well the openings, elevations and closings of missions are found in guides to relations.

    python benchmarks/missions.py [SET …] [--genre us] [--show]

Reads the English guides of the sets (evaluation, open, aside) and prints precision, recall and F1
of the events of missions, by the day and by the year. An event is right where its kind (an
elevation is an opening), both states and the date are the reader's.
"""

from __future__ import annotations

import argparse

from scoring.missions import GRAINS, Compared, Count, compare
from scoring.samples import SETS, samples
from scoring.trial import claims_of


def figures(count: Count) -> str:
    """A count as a line of precision, recall and F1.

    >>> figures(Count(wanted=4, given=2, right=1))
    'wanted   4 given   2 right   1   P 0.500 R 0.250 F1 0.333'
    """
    precision, recall = count.right / max(count.given, 1), count.right / max(count.wanted, 1)
    f1 = 2 * count.right / max(count.given + count.wanted, 1)
    rates = f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
    return f"wanted {count.wanted:3} given {count.given:3} right {count.right:3}   {rates}"


def differences(name: str, compared: Compared) -> str:
    """A document's events that were missed or are wrong, a line each."""
    rows = [("missed", event) for event in compared.missed]
    rows += [("wrong", event) for event in compared.wrong]
    sides = "{:7} {:8} {}>{} {}".format
    lines = [
        sides(label, event.what, *map(min, (event.sender, event.host)), event.when)
        for label, event in rows
    ]
    return "\n  ".join([name, *lines])


def main() -> None:
    """Prints the figures of each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "sets", nargs="*", default=SETS, help="evaluation, open, aside; all if none"
    )
    parser.add_argument("--genre", default="us", help="of the documents")
    parser.add_argument("--show", action="store_true", help="what is missed and wrong, by the day")
    options = parser.parse_args()
    for name in options.sets:
        chosen = [sample for sample in samples(name) if sample.genre == options.genre]
        read = [(sample, claims_of(sample)) for sample in chosen]
        for grain in GRAINS:
            results = [compare(sample.wanted, given, grain) for sample, given in read]
            total = sum((result.count for result in results), Count())
            print(f"{name:10} {len(read):3} documents, by the {grain:4}: {figures(total)}")
            if options.show and grain == "day":
                for sample, result in zip(chosen, results, strict=True):
                    print(differences(sample.path.stem, result))


if __name__ == "__main__":
    main()
