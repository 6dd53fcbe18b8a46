"""The id of a finding says what was asked, and is the same on the next day of the same line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from legation.model.claims import Claim, Source
from legation.model.evidence import Evidence
from legation.model.facts import Fact
from legation.reconciliation import state
from legation.reconciliation.asked import Question
from legation.reconciliation.finding_ids import identified, question_of
from legation.reconciliation.findings import Finding

ASKED = Question("IRQ", "BLR", date(2012, 6, 1))
OPENED = Claim(
    "mission_opened",
    {"sender": "IRQ", "host": "BLR"},
    Source("sha256:0", "a.txt", "en", 5, 9, "Oslo"),
    when="2011",
)
FACTS = [Fact("visit", {"from": "NOR", "to": "SWE"}, when, "affirmed", ()) for when in "12"]


def ids(*subjects: dict[str, Any]) -> list[str]:
    found = [
        Finding(subject, "unknown", facts=(FACTS[place % 2],))
        for place, subject in enumerate(subjects)
    ]
    start = "IRQ-BLR@2012-06-01/envoys"
    return [str(one.id).removeprefix(start) for one in identified("envoys", found, ASKED)]


def test_what_may_change_from_day_to_day_is_in_no_id() -> None:
    hidden = {"office": "consul", "person": "Berg", "count": 2, "seat": "Rome", "name": "a war"}
    assert ids({"sender": "IRQ", **hidden, "over": "fish", "form": "raid"}) == ["/IRQ"]
    assert ids({"sender": "IRQ", "mission_type": "mission"}) == ["/IRQ"]


def test_the_city_of_an_embassy_may_change_and_that_of_a_consulate_not() -> None:
    assert ids({"class": "embassy", "city": "Minsk"}) == ["/embassy"]
    assert ids({"class": "consulate", "city": "Minsk"}) == ["/consulate-minsk"]
    assert ids({"city": "Minsk"}) == ["/minsk"]


def test_those_alike_are_told_apart_by_their_facts_and_no_others() -> None:
    tails = [f"~{fact.id[:6]}" for fact in FACTS]
    assert ids({"sender": "IRQ"}, {"sender": "IRQ"}, {"sender": "BLR"}) == [
        f"/IRQ{tails[0]}",
        f"/IRQ{tails[1]}",
        "/BLR",
    ]
    assert ids({}, {}) == tails
    alike = identified("envoys", [Finding({}, "unknown")] * 2, ASKED)
    assert {one.id for one in alike} == {"IRQ-BLR@2012-06-01/envoys"}


def test_words_are_written_plainly_and_codes_as_they_are() -> None:
    assert ids({"kind": "war", "places": ["Minsk", None, "Tabriz (old)"], "to": "NOR"}) == [
        "/war-minsk--tabriz-old-NOR"
    ]


def test_every_finding_of_a_state_has_an_id() -> None:
    source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    told = [Claim("war", {"parties": ["IRQ", "BLR"]}, source, when="2010"), OPENED]
    found = list(state(Evidence(told), "IRQ", "BLR", date(2012, 6, 1)).findings)
    assert len({one.id for one in found}) == len(found) == 3


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("IRQ-BLR@2012-06-01/envoys/IRQ", ("IRQ", "BLR", date(2012, 6, 1))),
        ("OTT-X1@2012-06-01/envoys/IRQ-a@b", ("OTT", "X1", date(2012, 6, 1))),
        ("IRQ-BLR@2012-06-01/", None),
        ("IRQ-BLR@2012-06-01", None),
        ("IRQ@2012-06-01/relations", None),
        ("IRQ-BLR@2012-02-30/relations", None),
    ],
)
def test_the_question_is_read_from_an_id(given: str, asked: object) -> None:
    assert question_of(given) == asked
