"""Judging: every claim of a document, and every claim that a reader found in it, one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from legation.model.kinds import kinds
from scoring.agreement import LEVELS, Level, Row
from scoring.causes import Cause, cause, placed
from scoring.dates import same_date
from scoring.matching import Matching, match
from scoring.samples import Sample

Side = Literal["wanted", "given"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One claim judged: a reader's (`wanted`) or the extraction's (`given`).

    `hit` holds the levels at which another agrees with it; `counted` those at which it counts,
    which a claim does not where it only says what readers made optional. `dated` says whether
    its date is right, of a reader's claim with a date whose parties were found; else None.
    """

    set: str
    language: str
    genre: str
    kind: str
    tier: str
    side: Side
    hit: frozenset[Level]
    counted: frozenset[Level]
    cause: Cause | None = None
    dated: bool | None = None
    confidence: float | None = None
    grounded: bool = True
    row: Row | None = None


def judge(sample: Sample, given: Sequence[Row]) -> list[Judgement]:
    """The judgements on all that was wanted of a sample and all that was given."""
    grounded = [row for row in given if is_grounded(row, sample.text)]
    loose = [row for row in given if not is_grounded(row, sample.text)]
    matchings = {level: match(sample.wanted, grounded, level) for level in LEVELS}
    return [
        *_on_wanted(sample, grounded, matchings),
        *_on_given(sample, grounded, matchings),
        *(_ungrounded(sample, row) for row in loose),
    ]


def is_grounded(row: Row, text: str) -> bool:
    """Whether a claim's quote is the document's own text where it says it stands.

    >>> is_grounded({"source": {"start": 0, "end": 4, "quote": "Oslo"}}, "Oslo is a city.")
    True
    """
    source = row.get("source") or {}
    start, end, quote = (source.get(field) for field in ("start", "end", "quote"))
    if not (isinstance(start, int) and isinstance(end, int) and quote):
        return False
    return text[start:end] == str(quote)


def _on_wanted(
    sample: Sample, given: Sequence[Row], matchings: dict[Level, Matching]
) -> list[Judgement]:
    found = {level: set(matching.pairs.values()) for level, matching in matchings.items()}
    left = [placed(r, sample.text) for i, r in enumerate(given) if _left(i, matchings["strict"])]
    dated = _dated(sample, given, matchings["strict"])
    judged = []
    for i, row in enumerate(sample.wanted):
        if row.get("optional"):
            continue
        hit = frozenset(level for level in LEVELS if i in found[level])
        why = None if "strict" in hit else cause(placed(row, sample.text), left)
        judged.append(_judgement(sample, row, "wanted", hit, cause=why, dated=dated.get(i)))
    return judged


def _on_given(
    sample: Sample, given: Sequence[Row], matchings: dict[Level, Matching]
) -> list[Judgement]:
    taken = set(matchings["strict"].pairs.values())
    left = [placed(r, sample.text) for i, r in enumerate(sample.wanted) if i not in taken]
    judged = []
    for i, row in enumerate(given):
        hit = frozenset(level for level in LEVELS if i in matchings[level].pairs)
        counted = frozenset(level for level in LEVELS if i not in matchings[level].forgiven)
        wrong = "strict" in counted - hit
        why = cause(placed(row, sample.text), left) if wrong else None
        judged.append(_judgement(sample, row, "given", hit, counted, cause=why))
    return judged


def _left(place: int, matching: Matching) -> bool:
    return place not in matching.pairs and place not in matching.forgiven


def _dated(sample: Sample, given: Sequence[Row], strict: Matching) -> dict[int, bool]:
    """Of each reader's claim with a date whose parties were found, whether the date was too.

    What agrees strictly is paired first; what is left is paired loosely.
    """
    free = [i for i in range(len(given)) if i not in strict.pairs]
    taken = set(strict.pairs.values())
    open_ = [i for i in range(len(sample.wanted)) if i not in taken]
    rest = match([sample.wanted[i] for i in open_], [given[i] for i in free], "loose")
    pairs = strict.pairs | {free[g]: open_[w] for g, w in rest.pairs.items()}
    return {
        w: same_date(sample.wanted[w]["when"], given[g].get("when"))
        for g, w in pairs.items()
        if sample.wanted[w].get("when")
    }


def _ungrounded(sample: Sample, row: Row) -> Judgement:
    """An ungrounded claim is wrong at every level, and counts with the core whatever its kind."""
    return _judgement(sample, row, "given", frozenset(), grounded=False)


def _judgement(
    sample: Sample,
    row: Row,
    side: Side,
    hit: frozenset[Level],
    counted: frozenset[Level] = frozenset(LEVELS),
    *,
    cause: Cause | None = None,
    dated: bool | None = None,
    grounded: bool = True,
) -> Judgement:
    kind = str(row.get("kind"))
    tier = kinds()[kind].tier if grounded and kind in kinds() else "core"
    sure = row.get("confidence") if side == "given" else None
    where = (sample.set, sample.language, sample.genre)
    return Judgement(*where, kind, tier, side, hit, counted, cause, dated, sure, grounded, row)
