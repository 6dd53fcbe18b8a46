"""Tables in Markdown, and the columns that every table of scores has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scoring.judging import Judgement
from scoring.tallies import Tally, right_dates, tally

SCORES = ("wanted", "given", "P", "R", "F1", "loose P", "loose R", "loose F1", "dates right")


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], texts: int = 1) -> list[str]:
    """The lines of a table; all columns but the first `texts` hold numbers.

    >>> table(["kind", "F1"], [["war", "0.80"]])
    ['| kind | F1 |', '| --- | ---: |', '| war | 0.80 |', '']
    """
    marks = ["---" if at < texts else "---:" for at in range(len(heads))]
    lines = (heads, marks, *rows)
    return [*(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines), ""]


def scores(judgements: Sequence[Judgement]) -> list[str]:
    """The cells of SCORES for a selection of judgements."""
    strict, loose = tally(judgements, "strict"), tally(judgements, "loose")
    counts = [str(strict.wanted), str(strict.given)]
    return [*counts, *parts(strict), *parts(loose), _dates(judgements)]


def parts(counted: Tally) -> list[str]:
    """Precision, recall and F1, each a cell; a dash where there is nothing to divide by.

    >>> parts(Tally(wanted=4, given=0))
    ['–', '0.00', '0.00']
    """
    precision = f"{counted.precision:.2f}" if counted.given else "–"
    recall = f"{counted.recall:.2f}" if counted.wanted else "–"
    return [precision, recall, f"{counted.f1:.2f}" if counted.wanted else "–"]


def _dates(judgements: Sequence[Judgement]) -> str:
    right, dated = right_dates(judgements)
    return f"{right / dated:.2f}" if dated else "–"
