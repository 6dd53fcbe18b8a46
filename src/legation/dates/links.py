"""Links: how the expressions of a run hang together (from … to, since, until, by, about)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from legation.dates.expressions import Expression
from legation.dates.grammar import Found, Grammar
from legation.dates.points import GREGORIAN, Point
from legation.dates.runs import Run
from legation.dates.vocabulary import PERIOD, POINT, YEAR

_APPROXIMATE = ("by", "about")


@dataclass(frozen=True, slots=True)
class Linked:
    """An expression with its link words: tokens first..last, its ends and how it is meant.

    `kind` is at, range, between, since, until, by, before or after.
    """

    first: int
    last: int
    kind: str
    lower: Point
    upper: Point | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """A run's string with each expression as one symbol, and what each symbol stands for."""

    string: str
    tokens: list[int]
    expressions: list[Expression | None]


def link(expressions: list[Expression], run: Run, grammar: Grammar) -> Iterator[Linked]:
    """Every expression once, alone or linked with the next, from left to right."""
    if not expressions:
        return
    expressions = _share_years(expressions, run, grammar)
    line = _line(expressions, run)
    done = 0
    for found in grammar.links.search(line.string):
        members = [entry for entry in line.expressions[found.start : found.end] if entry]
        start = expressions.index(members[0])
        yield from map(_alone, expressions[done:start])
        yield from _linked(found, members, line)
        done = start + len(members)
    yield from map(_alone, expressions[done:])


def _alone(one: Expression) -> Linked:
    kind = "at" if one.upper is None else "range"
    return Linked(one.first, one.last, kind, one.point, one.upper)


def _linked(found: Found, members: list[Expression], line: _Line) -> Iterator[Linked]:
    kind = found.known["is"]
    tokens = [token for token in line.tokens[found.start : found.end] if token >= 0]
    low, high = members[0], members[-1]
    begin, end = tokens[0], max(tokens[-1], high.last)
    if found.known.get("span") == "point":
        begin, end = low.first, high.last
    if kind == "dual":
        yield from _dual(low, high, (begin, end))
    elif kind in _APPROXIMATE:
        point = replace(low.point, approximate=True)
        yield Linked(begin, end, "at" if kind == "about" else kind, point, _about(low.upper))
    elif low is high:
        yield Linked(begin, end, kind, low.point, low.upper)
    else:
        yield Linked(begin, end, kind, low.point, high.upper or high.point)


def _about(point: Point | None) -> Point | None:
    return point and replace(point, approximate=True)


def _dual(one: Expression, other: Expression, tokens: tuple[int, int]) -> Iterator[Linked]:
    """One date in two calendars is one date: the finer, or ours; otherwise they are two."""
    if one.point.calendar == other.point.calendar or one.upper or other.upper:
        yield from (_alone(one), _alone(other))
        return
    ours = [entry for entry in (one, other) if entry.point.calendar == GREGORIAN]
    finest = max(one.point.depth, other.point.depth)
    chosen = next((entry for entry in [*ours, one, other] if entry.point.depth == finest), one)
    yield Linked(chosen.first, chosen.last, "at", chosen.point)


def _line(expressions: list[Expression], run: Run) -> _Line:
    string: list[str] = []
    tokens: list[int] = []
    stands: list[Expression | None] = []
    done = 0
    for one in expressions:
        start, end = run.spots[one.first], run.spots[one.last] + 1
        string += [run.string[done:start], _symbol(one)]
        tokens += [*run.places[done:start], one.first]
        stands += [*[None] * (start - done), one]
        done = end
    string.append(run.string[done:])
    tokens += run.places[done:]
    stands += [None] * (len(run.string) - done)
    return _Line("".join(string), tokens, stands)


def _symbol(one: Expression) -> str:
    if one.upper is not None:
        return PERIOD
    return YEAR if one.point == Point(one.point.calendar, one.point.year) else POINT


def _share_years(expressions: list[Expression], run: Run, grammar: Grammar) -> list[Expression]:
    """Gives a point without a year that of what it is joined with: the next one's, or the last's.

    '3 March and 5 June 2010' speaks of one year.
    """
    shared = list(expressions)
    for here in range(len(shared) - 2, -1, -1):
        if _joined(shared[here], shared[here + 1], run, grammar):
            shared[here] = _with_year(shared[here], shared[here + 1].point)
    for here in range(1, len(shared)):
        if _joined(shared[here - 1], shared[here], run, grammar):
            source = shared[here - 1].upper or shared[here - 1].point
            shared[here] = _with_year(shared[here], source)
    return shared


def _joined(one: Expression, other: Expression, run: Run, grammar: Grammar) -> bool:
    return grammar.joint.fullmatch(run.between(one.last, other.first)) is not None


def _with_year(one: Expression, source: Point) -> Expression:
    lacks = one.point.year is None and one.point.step is None
    if not lacks or source.year is None or source.width > 1:
        return one
    upper = one.upper and _in_year(one.upper, source)
    return replace(one, point=_in_year(one.point, source), upper=upper)


def _in_year(point: Point, source: Point) -> Point:
    same = point.calendar == source.calendar
    return replace(point, year=source.year) if same else point
