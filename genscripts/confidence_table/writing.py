"""Writing: the table of confidence as YAML, each figure beside the counts that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from confidence_table.fitting import Fit, Trial
from legation.extraction.confidence import DOUBTS
from legation.model.kinds import kinds

HEAD = """\
# How sure a claim can be. Written by genscripts/confidence.py; do not edit.
#
# confidence = odds / (1 + odds), where the odds are those of the claim's kind, times `unseen`,
# times the factor of every doubt that the claim raises.
#
# kinds    odds of a claim without doubts to be right in every part, fitted on documents on which
#          the rules were written; a kind with few claims leans on its family
# claims, right   the counts behind each figure
# doubts   the factor by which a doubt lowers the odds; never above 1
# unseen   the factor for documents on which the rules were not written: one figure for all claims,
#          from the totals of the documents set aside
"""


def table(fitted: Fit, trials: Sequence[Trial], unseen: float) -> str:
    """The text of confidence.yaml."""
    of_kinds = Counts((trial.kind, trial.right) for trial in trials)
    of_doubts = Counts((doubt, trial.right) for trial in trials for doubt in trial.doubts)
    lines = [HEAD, f"unseen: {unseen:.3f}", "", "kinds:"]
    for name, kind in kinds().items():
        lines.append(_row(name, "odds", fitted.odds(name, kind.family), *of_kinds(name)))
    lines += ["", "doubts:"]
    for doubt in DOUBTS:
        lines.append(_row(doubt, "factor", fitted.factor(doubt), *of_doubts(doubt)))
    return "\n".join(lines) + "\n"


def _row(name: str, figure: str, value: float, claims: int, right: int) -> str:
    return f"  {name}: {{{figure}: {value:.3f}, claims: {claims}, right: {right}}}"


class Counts:
    """Counts of claims and of right ones, by name."""

    def __init__(self, pairs: Iterable[tuple[str, bool]]) -> None:
        listed = list(pairs)
        self.claims = Counter(name for name, _ in listed)
        self.right = Counter(name for name, right in listed if right)

    def __call__(self, name: str) -> tuple[int, int]:
        return self.claims[name], self.right[name]
