"""Sections of the scorecard: by language, genre and kind, the causes of errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from legation.model.kinds import kinds
from reporting.tables import SCORES, parts, scores, table
from scoring.causes import CAUSES
from scoring.judging import Judgement, Side
from scoring.samples import Sample
from scoring.tallies import tally

TIERS = ("core", "wide")
Sets = Mapping[str, Sequence[Judgement]]


def by_language(judged: Sequence[Judgement], read: Sequence[Sample]) -> list[str]:
    """A set's table with a row for each language and tier, and for all languages."""
    return _by("language", judged, read, lambda one: one.language)


def by_genre(judged: Sequence[Judgement], read: Sequence[Sample]) -> list[str]:
    """A set's table with a row for each genre and tier."""
    return _by("genre", judged, read, lambda one: one.genre)


def _by(
    head: str,
    judged: Sequence[Judgement],
    read: Sequence[Sample],
    name_of: Callable[[Judgement | Sample], str],
) -> list[str]:
    counts = Counter(map(name_of, read))
    names = [*sorted(counts), *(["all"] if head == "language" else [])]
    rows = []
    for name in names:
        own = [one for one in judged if name in (name_of(one), "all")]
        documents = counts[name] if name in counts else len(read)
        for tier in TIERS:
            first = [name, tier, documents] if tier == "core" else ["", tier, ""]
            rows.append([*first, *scores([one for one in own if one.tier == tier])])
    return table([head, "tier", "documents", *SCORES], rows, texts=2)


def by_kind(sets: Sets) -> list[str]:
    """A table with a row for each kind, and for each set what is wanted and how it is found."""
    heads = ["kind", "tier"]
    for name in sets:
        heads += [f"{name}: wanted", "P · R · F1", "loose"]
    rows = [
        [name, kind.tier, *(cell for judged in sets.values() for cell in _kind(name, judged))]
        for name, kind in kinds().items()
    ]
    return table(heads, rows, texts=2)


def _kind(kind: str, judged: Sequence[Judgement]) -> list[str]:
    own = [one for one in judged if one.kind == kind]
    strict, loose = tally(own, "strict"), tally(own, "loose")
    if not strict.wanted and not strict.given:
        return ["0", "", ""]
    return [str(strict.wanted), " · ".join(parts(strict)), " · ".join(parts(loose))]


def by_cause(columns: Sets) -> list[str]:
    """A table with a row for each cause, and for each column how many are missed and wrong."""
    heads = ["cause", *(f"{name}: {side}" for name in columns for side in ("missed", "wrong"))]
    sides: tuple[Side, Side] = ("wanted", "given")
    counts = [
        Counter(one.cause for one in judged if one.side == side and one.cause)
        for judged in columns.values()
        for side in sides
    ]
    rows: list[list[object]] = [[cause, *(count[cause] for count in counts)] for cause in CAUSES]
    rows.append(["all", *(count.total() for count in counts)])
    return table(heads, rows)


def of_languages(judged: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    """The judgements of each language, in alphabetical order."""
    held: dict[str, list[Judgement]] = {}
    for one in judged:
        held.setdefault(one.language, []).append(one)
    return dict(sorted(held.items()))
