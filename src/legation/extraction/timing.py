"""Which date belongs to what is said, and how it is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.dates import DateMention
from legation.extraction.discourse import Memory
from legation.extraction.frames import Match
from legation.extraction.hits import of_concept
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause
from legation.extraction.tokens import Token
from legation.model.kinds import kinds

_CONTACTS = ("visit", "meeting", "consultation", "agreement_signed")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date mention with the tokens [start:end) of its sentence."""

    start: int
    end: int
    mention: DateMention


@dataclass(frozen=True, slots=True)
class When:
    """The date of a claim, how it is known, and the mention that says it."""

    value: str | None = None
    basis: str | None = None
    dated: Dated | None = None


def whens(
    match: Match,
    clause: Clause,
    dates: Sequence[Dated],
    tokens: Sequence[Token],
    memory: Memory,
    pack: Pack,
    others: Sequence[Match],
) -> list[When]:
    """The dates of a match: several where the text lists several, one empty where it gives none."""
    inside = [d for d in dates if clause.start <= d.start < clause.end]
    inside = [d for d in inside if not _anothers(d, match, others)] or inside
    if inside:
        return [_when(d, match) for d in _run(inside, match, tokens, pack)]
    before = [d for d in dates if d.start < clause.start]
    if before and not _tied(match):
        return [_when(before[-1], match)]
    after = [d for d in dates if d.start >= clause.end]
    if after and match.shares:
        return [_when(after[0], match)]
    if memory.date and _carries(match, clause, memory):
        return [When(memory.date, "carried")]
    return [When()]


def _tied(match: Match) -> bool:
    """States of affairs have no date but their own."""
    return kinds()[match.frame.kind].aspect == "state"


def _anothers(dated: Dated, match: Match, others: Sequence[Match]) -> bool:
    """Whether a date stands nearer to another head of the clause."""
    mine = _gap(dated, match)
    rivals = [o for o in others if o.head.start != match.head.start]
    return any(_gap(dated, o) + 2 < mine for o in rivals)


def _gap(dated: Dated, match: Match) -> int:
    return max(dated.start - match.end, match.start - dated.end, 0)


def _run(
    inside: Sequence[Dated], match: Match, tokens: Sequence[Token], pack: Pack
) -> list[Dated]:
    """The nearest date with those listed beside it."""
    nearest = min(inside, key=lambda d: (_gap(d, match), d.start))
    at = inside.index(nearest)
    low = high = at
    while low > 0 and _listed(inside[low - 1], inside[low], tokens, pack):
        low -= 1
    while high + 1 < len(inside) and _listed(inside[high], inside[high + 1], tokens, pack):
        high += 1
    run = list(inside[low : high + 1])
    if kinds()[match.frame.kind].aspect == "event" or match.frame.kind == "war":
        return run
    return [nearest]


def _listed(one: Dated, other: Dated, tokens: Sequence[Token], pack: Pack) -> bool:
    between = [t.low for t in tokens[one.end : other.start]]
    joins = all(w in pack.conjunctions or w in pack.skipped or w in "(" for w in between)
    return joins or (len(between) == 2 and between[0] in pack.conjunctions)


def _when(dated: Dated, match: Match) -> When:
    value = dated.mention.when
    if value is None:
        return When()
    aspect = kinds()[match.frame.kind].aspect
    relation = dated.mention.relation
    if aspect == "event" and "/" in value and relation in ("from", "until"):
        value = value.removesuffix("/..").removeprefix("../")
    return When(value, dated.mention.basis, dated)


def _carries(match: Match, clause: Clause, memory: Memory) -> bool:
    """Whether a sentence with no date goes on with the event told before."""
    if match.frame.kind in _CONTACTS and memory.event in _CONTACTS:
        return True
    return bool(of_concept(clause.hits, "CARRY")) and not _tied(match)
