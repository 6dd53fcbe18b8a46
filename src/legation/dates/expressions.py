"""Expressions: the points that the forms of a grammar find in a run, each with its own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from legation.dates.grammar import Found, Grammar
from legation.dates.numbers import calendar_of
from legation.dates.points import GREGORIAN, YEARS_BEHIND, Point, Step
from legation.dates.runs import Run
from legation.dates.slots import LISTS, Group, Slots, first, read_slots

_NEW_YEAR_PASSED = 10
_SURELY_GREGORIAN = 1700


@dataclass(frozen=True, slots=True)
class Expression:
    """Tokens first..last of a run that give a point, or the two ends of a range."""

    first: int
    last: int
    point: Point
    upper: Point | None = None


def find_expressions(run: Run, grammar: Grammar) -> Iterator[Expression]:
    """The expressions of a run from left to right; a list gives one for each of its items."""
    for found in grammar.points.search(run.string):
        if found.known.get("is") == "none":
            continue
        yield from _expressions(found, run, grammar)


def _expressions(found: Found, run: Run, grammar: Grammar) -> Iterator[Expression]:
    slots = read_slots(found, run, grammar.ranging)
    tokens = [place for place in run.places[found.start : found.end] if place >= 0]
    if found.known.get("styles"):
        slots["days"] = [max(slots["days"], key=lambda group: int(group.values[0].value))]
    name = next((name for name in LISTS if _is_many(slots, name)), None)
    groups: list[Group | None] = [None] if name is None else [*slots[name]]
    for index, group in enumerate(groups):
        begin, end = tokens[0], tokens[-1]
        if group is not None and index > 0:
            begin = group.values[0].token
        if group is not None and index < len(groups) - 1:
            end = _own_end(run, group.values[-1].token)
        chosen = slots if name is None or group is None else {**slots, name: [group]}
        ends = _ends(chosen, found.known, grammar)
        if ends:
            yield Expression(begin, end, *ends)


def _is_many(slots: Slots, name: str) -> bool:
    return name in slots and (len(slots[name]) > 1 or slots[name][0].ranges)


def _own_end(run: Run, token: int) -> int:
    """The last token that is written together with this one (the 'rd' of '3rd')."""
    tokens = run.tokens
    while token + 1 < len(tokens) and tokens[token + 1].start == tokens[token].end:
        token += 1
    return token


def _ends(
    slots: Slots, known: Mapping[str, Any], grammar: Grammar
) -> tuple[Point] | tuple[Point, Point] | None:
    if "yearpair" in slots:
        return _year_pair(slots, grammar)
    name = next((name for name in LISTS if name in slots and slots[name][0].ranges), None)
    if name is None:
        point = _point({name: first(slots, name) for name in slots}, known, grammar)
        return (point,) if point else None
    low, high = (value.value for value in slots[name][0].values)
    if name == "years":
        low, high = _full_years(low, high)
        if high <= 12 and low > 99:
            return _year_and_month(low, high)
    singles = {key: first(slots, key) for key in slots}
    points = [_point({**singles, name: value}, known, grammar) for value in (low, high)]
    return (points[0], points[1]) if points[0] and points[1] else None


def _year_and_month(year: int, month: int) -> tuple[Point] | None:
    return (Point(year=year, month=month),) if month else None


def _full_years(low: int, high: int) -> tuple[int, int]:
    """Both years in full: 2010–15 and 66–1963 leave out the century."""
    if low >= 100 > high > low % 100:
        return low, low // 100 * 100 + high
    if low >= 100 > high > 12:
        return low, (low // 100 + 1) * 100 + high
    if high >= 100 > low:
        return high // 100 * 100 + low, high
    return low, high


def _year_pair(slots: Slots, grammar: Grammar) -> tuple[Point] | tuple[Point, Point] | None:
    """1921/1300 is one year in two calendars, 1998/99 a range."""
    one, text = first(slots, "yearpair")
    other = int(text)
    if len(text) == 2:
        return Point(year=one), Point(year=_full_years(one, other)[1])
    calendars = [calendar_of(year, grammar.vocabulary.years) for year in (one, other)]
    if calendars[0] == calendars[1]:
        return Point(calendars[0], one), Point(calendars[1], other)
    if GREGORIAN in calendars:
        return (Point(year=one if calendars[0] == GREGORIAN else other),)
    return None


def _point(values: Mapping[str, Any], known: Mapping[str, Any], grammar: Grammar) -> Point | None:
    approximate = "part" in values or bool(known.get("approximate"))
    if "step" in known:
        point = _calendar_point(values, grammar, approximate)
        return replace(point, step=_step(values, known["step"]))
    if "numdate" in values:
        year, month, day = values["numdate"]
        return Point(calendar_of(year, grammar.vocabulary.years), year, month=month, day=day)
    if "centuries" in values:
        calendar, year = values.get("era", GREGORIAN), (values["centuries"] - 1) * 100
        return Point(calendar, year, 100, approximate=approximate)
    if "decades" in values and 0 < values["decades"] < 100 and values["decades"] % 10:
        return None  # 'F-15s' are no decade
    if "decades" in values:
        return replace(_decade(values, known, grammar), approximate=approximate)
    return _calendar_point(values, grammar, approximate)


def _step(values: Mapping[str, Any], row: Mapping[str, Any]) -> Step:
    unit = row.get("unit") or values.get("unit", "day")
    amount = int(row.get("shift", 0)) * int(values.get("count") or 1)
    if "dayword" in values:
        amount = values["dayword"]
    return Step(unit, amount, row["anchor"], values.get("weekday"))


def _decade(values: Mapping[str, Any], known: Mapping[str, Any], grammar: Grammar) -> Point:
    number, years = values["decades"], grammar.vocabulary.years
    if number >= 100:
        calendar = values.get("era") or calendar_of(number, years)
        width = 100 if known.get("hundreds") and number % 100 == 0 and number < 2000 else 10
        return Point(calendar, number // 10 * 10, width)
    bases = grammar.vocabulary.table["short_decades"]
    calendar = values.get("era") or next(iter(bases))
    century = 2000 if number < 30 and calendar == GREGORIAN else bases.get(calendar, 1900)
    return Point(calendar, century + number // 10 * 10, 10)


def _calendar_point(values: Mapping[str, Any], grammar: Grammar, approximate: bool) -> Point:
    year, month = values.get("years"), values.get("months")
    named, number = month if isinstance(month, tuple) else (None, month)
    calendar = values.get("era") or named
    if calendar is None:
        calendar = GREGORIAN if year is None else calendar_of(year, grammar.vocabulary.years)
    if named in YEARS_BEHIND and year and year > _SURELY_GREGORIAN:
        year -= YEARS_BEHIND[named] + (number >= _NEW_YEAR_PASSED)
        calendar = named
    season, day = values.get("season"), values.get("days")
    return Point(calendar, year, 1, season, number, day, approximate)
