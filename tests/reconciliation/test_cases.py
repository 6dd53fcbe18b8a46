"""States of relations from claims made by hand, through the public function.

Each case has claims (kind, roles, when and the rest; `in` names its document, a place in which
each claim gets in turn), and for some days what the state must be there: only what is listed
is compared, and a list of findings must have one finding for each listed, in any order.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from legation.model.claims import Claim, Source
from legation.model.evidence import Evidence
from legation.reconciliation import state

CASES = Path(__file__).with_name("cases")


def load() -> list[Any]:
    cases = []
    for file in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(file.read_text("utf-8")):
            for question in case["states"]:
                name = f"{file.stem}: {case['case']}, {question['day']}"
                cases.append(pytest.param(case, question, id=name))
    return cases


def claims_of(case: dict[str, Any]) -> list[Claim]:
    return [claim_of(row, place) for place, row in enumerate(case["claims"])]


def claim_of(row: dict[str, Any], place: int) -> Claim:
    said = {field: str(value) if field == "when" else value for field, value in row.items()}
    document, language = said.pop("in", "one"), said.pop("language", "en")
    source = Source(
        f"sha256:{document}", f"{document}.txt", language, place * 10, place * 10 + 4, ""
    )
    return Claim(kind=said.pop("kind"), roles=said.pop("roles"), source=source, **said)


def agrees(expected: Any, found: Any) -> bool:
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(agrees(v, found.get(k)) for k, v in expected.items())
    if isinstance(expected, list) and expected and isinstance(expected[0], dict):
        rest = list(found)
        for each in expected:
            hit = next((row for row in rest if agrees(each, row)), None)
            if hit is None:
                return False
            rest.remove(hit)
        return True
    return bool(expected == found)


@pytest.mark.parametrize(("case", "question"), load())
def test_the_state_on_a_day_is_as_the_claims_give_it(
    case: dict[str, Any], question: dict[str, Any]
) -> None:
    a, b = case["between"]
    found = state(
        Evidence(claims_of(case)), a, b, date.fromisoformat(str(question["day"]))
    ).to_json()
    for line, expected in question.items():
        if line == "day":
            continue
        if expected == "not listed":
            assert found[line] == [], line
            continue
        assert agrees(expected, found[line]), {"line": line, "found": found[line]}
