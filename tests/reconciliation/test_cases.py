"""States of relations from claims made by hand, through the public function.

Each case has claims (kind, roles, when and the rest; `in` names its document, a place in which
each claim gets in turn), and for some days what the state must be there: only what is listed
is compared, and a list of findings must have one finding for each listed, in any order; claims
are named by their numbers, from 0. `rules` of a day must have led to something there, and those
of `without` to nothing; `documents` of a case have a date, or the day on which they were recorded.
A case with `persons` has the spellings of each person whom the claims name, one with `anomalies`
the rules by which they do not go together, as often as they do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from legation.model.claims import Claim, Source
from legation.model.evidence import Evidence, Provenance
from legation.reconciliation import anomalies, rules, state
from legation.reconciliation.persons import persons

CASES = Path(__file__).with_name("cases")


@cache
def cases() -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{file.stem}: {case['case']}", case)
        for file in sorted(CASES.glob("*.yaml"))
        for case in yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    ]


def load() -> list[Any]:
    return [
        pytest.param(case, question, id=f"{name}, {question['day']}")
        for name, case in cases()
        for question in case.get("states", ())
    ]


def evidence_of(case: dict[str, Any]) -> Evidence:
    sources = {
        f"sha256:{name}": Provenance(
            f"{name}.txt", "en", row.get("date") and str(row["date"]), str(row.get("recorded", ""))
        )
        for name, row in case.get("documents", {}).items()
    }
    return Evidence(claims_of(case), sources=sources)


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
    (a, b), evidence = case["between"], evidence_of(case)
    found = numbered(
        state(evidence, a, b, date.fromisoformat(str(question["day"]))).to_json(),
        {claim.id: number for number, claim in enumerate(evidence.claims)},
    )
    assert set(question.get("rules", ())) <= set(rules_in(found))
    assert not set(question.get("without", ())) & set(rules_in(found))
    for line, expected in question.items():
        if line in ("day", "rules", "without"):
            continue
        if expected == "not listed":
            assert found[line] == [], line
            continue
        assert agrees(expected, found[line]), {"line": line, "found": found[line]}


def numbered(found: Any, numbers: dict[str, int]) -> Any:
    """A state with the numbers of its claims for their ids, in order."""
    if isinstance(found, dict):
        return {key: numbered(value, numbers) for key, value in found.items()}
    if isinstance(found, list):
        ids = [each for each in found if isinstance(each, str) and each in numbers]
        return sorted(numbers[id_] for id_ in ids) or [numbered(each, numbers) for each in found]
    return found


def rules_in(found: Any) -> Iterator[str]:
    """The names of rules anywhere in a state."""
    if isinstance(found, dict):
        yield from found.get("rules", ())
        found = list(found.values())
    for below in found if isinstance(found, list) else ():
        yield from rules_in(below)


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=name) for name, case in cases() if "persons" in case]
)
def test_names_are_of_the_persons_of_whom_the_case_says_so(case: dict[str, Any]) -> None:
    found = persons(evidence_of(case).claims)
    assert [[one.name for one in person.spellings] for person in found] == case["persons"]


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=name) for name, case in cases() if "anomalies" in case]
)
def test_what_does_not_go_together_is_reported_with_its_rule(case: dict[str, Any]) -> None:
    found = anomalies(evidence_of(case))
    assert sorted(one.rule for one in found) == sorted(case["anomalies"])
    assert all(fact.claims for one in found for fact in one.facts)


OF_FACTS = {
    "clusters",
    "contradictions",
    "corrected",
    "dates_preferred",
    "disputes",
    "editions",
    "making",
    "pages",
    "preferring",
    "retelling",
    "roles_preferred",
    "superseding",
    "voices",
    "wording",
}
"""The modules that make facts of claims: their rules have tests of their own."""


def test_every_rule_of_the_state_has_a_case_in_which_it_leads_to_something() -> None:
    named = {
        name
        for _, case in cases()
        for asked in (case, *case.get("states", ()))
        for name in asked.get("rules", ())
    }
    held = {one.name for one in rules().values() if one.module.split(".")[-1] not in OF_FACTS}
    assert held - named == set()
    assert named <= set(rules())
