"""Writes src/legation/extraction/confidence.yaml from how often the extraction is right.

    python genscripts/confidence.py [--into FILE]

Extracts the documents of tests/corpora, judges each claim strictly, and fits odds and factors on
the open ones. Of those set aside only the totals are used, for one factor. The same rules and
documents give the same bytes on every machine.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from confidence_table.fitting import Fit, Trial, fit  # noqa: E402
from confidence_table.writing import table  # noqa: E402
from legation.extraction.confidence import doubts  # noqa: E402
from legation.model.claims import Claim  # noqa: E402
from legation.model.kinds import kinds  # noqa: E402
from scoring.judging import Judgement  # noqa: E402
from scoring.reliability import Verdict, discount  # noqa: E402
from scoring.samples import samples  # noqa: E402
from scoring.trial import trials  # noqa: E402

TABLE = ROOT / "src" / "legation" / "extraction" / "confidence.yaml"


def tried(judgements: Iterable[Judgement]) -> list[Trial]:
    """The claims among judgements that count strictly, as trials to learn from."""
    return [
        Trial(one.kind, doubts(Claim.from_json(one.row)), "strict" in one.hit)
        for one in judgements
        if one.side == "given" and "strict" in one.counted and one.row
    ]


def chance(trial: Trial, fitted: Fit) -> float:
    """How likely a trial is right by what was fitted."""
    odds = fitted.odds(trial.kind, kinds()[trial.kind].family)
    for doubt in trial.doubts:
        odds *= fitted.factor(doubt)
    return odds / (1 + odds)


def main() -> None:
    """Writes the table: the package's own, unless another file is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=TABLE, help="file to write the table to")
    into = parser.parse_args().into
    seen, unseen = (tried(trials(samples(name))) for name in ("open", "aside"))
    fitted = fit(seen, {name: kind.family for name, kind in kinds().items()})
    factor = discount([Verdict(chance(trial, fitted), trial.right) for trial in unseen])
    into.write_text(table(fitted, seen, min(factor, 1.0)), "utf-8")


if __name__ == "__main__":
    main()
