"""How answers on three relations are held against states that were written by hand.

The cases of triangle.yaml say what a historian reads out of three documents. Each line of a case
is judged by itself: strict where it is as written, lenient where its value and certainty are as
written or are another answer that the case lets stand, wrong otherwise. A `since` that the words
tell has to be right for both; where they tell none, one that follows from the name of a war is
not as written, and not wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml

from legation.reconciliation.sameness import same_person

CASES = Path(__file__).with_name("triangle.yaml")
LINES = ("relations", "missions", "envoys", "conflict", "absent_lines", "tenor")

Judgement = Literal["strict", "lenient", "wrong"]
Row = Mapping[str, Any]
Ask = Callable[[str, str, date], Row]
"""Gives the state of the relation of two states on a day, as the object of its contract."""

_LISTED = {"mission": "missions", "envoy": "envoys", "war": "conflict"}
_ABOUT = ("kind", "sender", "host", "mission_type")
_SAID = ("value", "direction", "certainty", "since", "person")


@dataclass(frozen=True, slots=True)
class Judged:
    """One line of a case: what was expected of it, what was found, and the judgement."""

    case: str
    line: str
    judgement: Judgement
    expected: Row
    found: Sequence[Row]

    def __str__(self) -> str:
        found = "; ".join(", ".join(f"{k} {v}" for k, v in row.items()) for row in self.found)
        expected = ", ".join(f"{k} {v}" for k, v in self.expected.items() if k != "accept")
        return f"{self.judgement}: {self.case}, {self.line}: {expected} | {found or 'nothing'}"


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases in the order in which they were written, and the names of their persons."""

    rows: Sequence[Row]
    persons: Mapping[str, Sequence[str]]

    @classmethod
    def read(cls) -> Cases:
        whole = yaml.safe_load(CASES.read_text("utf-8"))
        return cls(whole["cases"], whole["persons"])

    def judged(self, ask: Ask) -> list[Judged]:
        """The judgement on every line of every case, as `ask` answers them."""
        return [one for case in self.rows for one in self._judged(case, ask)]

    def _judged(self, case: Row, ask: Ask) -> Iterator[Judged]:
        a, b = case["pair"]
        answer, name = ask(a, b, case["on"]), f"{a}-{b} {case['on']}"
        yield self._held(name, "relations", case["relations"], [answer["relations"]])
        for line in ("missions", "envoys", "conflict"):
            for expected in case[line]:
                same = [row for row in answer[line] if _about_one_thing(expected, row)]
                yield self._held(name, line, expected, same)
        for absent in case["absent_lines"]:
            there = [row for row in answer[_LISTED[absent["kind"]]] if _is(absent, row)]
            yield Judged(name, "absent_lines", "wrong" if there else "strict", absent, there)
        if "also" in case:
            expected, found = case["also"]["tenor"], _tenor(answer["tenor"])
            yield self._held(name, "tenor", {"value": found.get("value"), **expected}, [found])

    def _held(self, case: str, line: str, expected: Row, found: Sequence[Row]) -> Judged:
        """A line that must be there, judged by what is found of the same thing."""
        judgement: Judgement = "wrong"
        if any(self._says(expected, row) for row in found):
            judgement = "strict"
        elif any(self._says(other, row) for other in _let_stand(expected) for row in found):
            judgement = "lenient"
        keys = (*_ABOUT, *_SAID)
        told = [{key: row[key] for key in keys if row.get(key) is not None} for row in found]
        return Judged(case, line, judgement, expected, told)

    def _says(self, expected: Row, row: Row) -> bool:
        return all(
            any(same_person(name, row.get(key)) for name in self.persons[value])
            if key == "person"
            else row.get(key) == value
            for key, value in expected.items()
            if key in _SAID
        )


def _let_stand(expected: Row) -> Iterator[Row]:
    """The answers that are right, as written or another, with what the words tell of since."""
    for one in (expected, *expected.get("accept", ())):
        told = one["value"] == expected["value"] and bool(expected.get("since"))
        rest = {key: value for key, value in one.items() if key != "since"}
        yield {**rest, "since": expected["since"]} if told else rest


def _about_one_thing(expected: Row, row: Row) -> bool:
    return all(row.get(key) == expected[key] for key in _ABOUT if key in expected)


def _is(absent: Row, row: Row) -> bool:
    """Whether a line found is what should not be there; of a mission all are of one kind."""
    keys = [key for key in absent if key != "kind" or absent["kind"] == "war"]
    return all(row.get(key) == absent[key] for key in keys)


def _tenor(found: Row) -> Row:
    """The two aspects of a tenor in one row; since when, and how surely, the direction tells."""
    last = found.get("direction") or found.get("value") or {}
    return {key: last.get(key) for key in ("since", "certainty")} | {
        aspect: row["value"] for aspect, row in found.items()
    }
