"""Writes docs/scorecard.md and docs/calibration.svg: how right the extraction is, and how sure.

    python benchmarks/scorecard.py [--into FOLDER]

Reads the evaluation documents where they lie beside the checkout, and the documents of
tests/corpora. The same rules and documents give the same bytes.
"""

from __future__ import annotations

import argparse
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path

from legation import __version__
from legation.extraction.edition import extractor
from reporting.diagram import diagram
from reporting.sections import Sets, by_cause, by_genre, by_kind, by_language, of_languages
from reporting.tables import table
from scoring.judging import Judgement
from scoring.reliability import (
    Verdict,
    bins,
    calibration_error,
    crossed,
    mean_chance,
    share_right,
    verdicts,
)
from scoring.samples import ROOT, SETS, Sample, samples
from scoring.tallies import ungrounded
from scoring.trial import trials

WHAT = {
    "evaluation": "the seeds and the development documents, annotated by others; where they lie "
    "beside the checkout",
    "open": "`tests/corpora/*/open`: the rules were written with them at hand",
    "aside": "`tests/corpora/*/aside`: the rules were not written on them, and nobody who writes "
    "rules reads them; six of the guides are by the hand that then wrote the rules for guides",
}
HEAD = """\
# Scorecard

How far the extraction agrees with careful readers. Written by `make scorecard`; do not edit.

legation {version} · {edition} · Python {python}

| set | documents | claims given | ungrounded | what it is |
| --- | ---: | ---: | ---: | --- |
{rows}

*Strict*: kind, key roles, polarity, modality and date agree. *Loose*: roles and polarity agree, and
the kind but for reopened and opened, restored and established. *Core* kinds are annotated
exhaustively, *wide* ones are scored apart. *Dates right*: of the dated claims whose parties were
found, the share whose date agrees. What readers marked as optional is neither missed nor wrong.
"""
CAUSES = """\
Told from the nearest claim on the other side: what it has otherwise. *Nothing near*: none of that
kind in the same words.
"""
CONFIDENCE = """\
Confidence says how likely a claim is right in every part, on a document of which the rules know
nothing. *Error* is the expected error of calibration over ten bins of equal width. One figure of
`confidence.yaml`, the factor for unseen documents, is taken from the totals of the set aside;
*crossed* gives the error where each language takes that figure from the other languages alone.
On the other two sets, which the rules know, claims are more often right than they say.

![How often claims are right, by how sure they are](calibration.svg)
"""


def page(sets: Sets, read: Mapping[str, Sequence[Sample]]) -> str:
    """The scorecard as Markdown, of the judgements and the samples of each set."""
    lines = [_head(sets, read)]
    for title, section in (("language", by_language), ("genre", by_genre)):
        lines.append(f"## By {title}\n")
        for name, judged in sets.items():
            lines += [f"### {name.capitalize()}\n", *section(judged, read[name])]
    lines += ["## By kind\n", *by_kind(sets)]
    lines += ["## What is amiss\n", CAUSES, *by_cause(sets)]
    lines += ["Aside, by language:\n", *by_cause(of_languages(sets["aside"]))]
    lines += ["## Confidence\n", CONFIDENCE, *_confidence(sets)]
    return "\n".join(lines)


def _head(sets: Sets, read: Mapping[str, Sequence[Sample]]) -> str:
    rows = [
        f"| {name} | {len(read[name])} | {sum(one.side == 'given' for one in judged)} "
        f"| {ungrounded(judged)} | {WHAT[name]} |"
        for name, judged in sets.items()
    ]
    facts = {"version": __version__, "edition": extractor(), "python": platform.python_version()}
    return HEAD.format(**facts, rows="\n".join(rows))


def _confidence(sets: Sets) -> list[str]:
    rows = []
    for name, judged in sets.items():
        found = verdicts(judged)
        apart = f"{calibration_error(crossed(found)):.3f}" if name == "aside" else ""
        rows.append([name, *_summary(found), apart])
    heads = ["set", "claims", "mean confidence", "right", "error", "crossed"]
    held = [
        [f"{b.low:.1f} to {b.high:.1f}", b.claims, f"{b.chance:.2f}", f"{b.right:.2f}"]
        for b in bins(verdicts(sets["aside"]))
    ]
    of_bins = table(["confidence, aside", "claims", "mean", "right"], held)
    return [*table(heads, rows), *of_bins[:-1], ""]


def _summary(found: Sequence[Verdict]) -> list[str]:
    shares = (f"{mean_chance(found):.2f}", f"{share_right(found):.2f}")
    return [str(len(found)), *shares, f"{calibration_error(found):.3f}"]


def main() -> None:
    """Writes the page and its diagram into a folder: docs, unless another is named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--into", type=Path, default=ROOT / "docs", help="folder to write to")
    into = parser.parse_args().into
    read = {name: found for name in SETS if (found := samples(name))}
    sets: dict[str, list[Judgement]] = {name: trials(found) for name, found in read.items()}
    of_bins = {name: bins(verdicts(judged)) for name, judged in sets.items()}
    (into / "calibration.svg").write_text(diagram(of_bins), "utf-8")
    (into / "scorecard.md").write_text(page(sets, read), "utf-8")


if __name__ == "__main__":
    main()
