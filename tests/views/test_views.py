"""What a ledger answers, as data and for people: always with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from legation.ledger import Ledger
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.evidence import Evidence
from legation.reconciliation import state
from legation.views.claims_text import claims_text
from legation.views.quotes import FIRST_STRONG_ISOLATE, POP_ISOLATE
from legation.views.status import Status, status
from legation.views.status_text import status_text
from legation.views.timeline import timeline
from legation.views.timeline_text import timeline_text

BENGALI = Document("২০১০ সালে এই দূতাবাস আবার চালু হয়।", "seeds/bn.txt", "bn")
PERSIAN = Document("در سال ۲۰۱۰ روابط دو کشور برقرار شد.", "fa.txt", "fa")
ON = date(2012, 6, 1)


def say(document: Document, kind: str, roles: dict[str, Any], **how: Any) -> Claim:
    end = len(document.text) - 1
    source = Source(document.id, document.uri, document.language, 0, end, document.text[:end])
    return Claim(kind, roles, source, **how)


REOPENED = say(
    BENGALI,
    "mission_reopened",
    {"sender": "IRQ", "host": "BLR", "city": {"name": "Minsk"}, "mission_type": "embassy"},
    when="2010",
)
RESTORED = say(PERSIAN, "relations_restored", {"parties": ["BLR", "IRQ"]}, when="2010-03")
UNDATED = say(PERSIAN, "tenor", {"parties": ["BLR", "IRQ"], "value": "good"})
PLANNED = say(PERSIAN, "visit", {"from": "IRQ", "to": "BLR"}, modality="planned")
MEMBERS = [say(PERSIAN, "membership", {"member": m, "organisation": "NAM"}) for m in ("IRQ", "BLR")]


@pytest.fixture
def ledger(ledger_place: str) -> Iterator[Ledger]:
    with Ledger.open(ledger_place, create=True) as opened:
        opened.add(BENGALI, [REOPENED])
        opened.add(PERSIAN, [RESTORED, UNDATED, PLANNED, *MEMBERS])
        yield opened


def test_a_status_has_the_keys_of_its_contract(ledger: Ledger) -> None:
    found = status(ledger, "IRQ", "BLR", ON).to_json()
    assert (found["a"], found["b"], found["on"], found["as_of"]) == ("IRQ", "BLR", str(ON), None)
    relations = found["relations"]
    assert (relations["value"], relations["certainty"]) == ("established", "presumed")
    assert relations["claims"] == [RESTORED.id]
    assert found["missions"][0]["city"] == "Minsk"
    assert set(found) >= {"missions", "envoys", "conflict", "ties", "contacts", "tenor"}


def test_a_status_gives_every_claim_it_names_with_its_quote(ledger: Ledger) -> None:
    found = status(ledger, "IRQ", "BLR", ON).to_json()
    assert found["sources"][REOPENED.id]["source"]["quote"] == REOPENED.source.quote
    assert found["claims_planned"] == [PLANNED.id]
    assert set(found["sources"]) == {c.id for c in [REOPENED, RESTORED, UNDATED, PLANNED, *MEMBERS]}


def test_a_status_as_of_a_day_before_the_ledger_knows_nothing(ledger: Ledger) -> None:
    found = status(ledger, "IRQ", "BLR", ON, as_of="2001-01-01").to_json()
    assert found["relations"]["value"] == "unknown"
    assert found["sources"] == {}


def test_a_shared_membership_is_found_though_no_claim_names_both(ledger: Ledger) -> None:
    ties = status(ledger, "IRQ", "BLR", ON).to_json()["ties"]
    assert [(tie["organisation"], tie["value"]) for tie in ties] == [("NAM", "shared")]


def test_a_status_for_people_quotes_in_the_original_script(ledger: Ledger) -> None:
    text = "\n".join(line.plain for line in status_text(status(ledger, "IRQ", "BLR", ON)))
    assert "Iraq in Belarus, embassy, Minsk: open (presumed, since 2010" in text
    assert f"“{FIRST_STRONG_ISOLATE}{REOPENED.source.quote}{POP_ISOLATE}” bn.txt, bn" in text
    assert f"“{FIRST_STRONG_ISOLATE}{RESTORED.source.quote}{POP_ISOLATE}” fa.txt, fa" in text
    assert "1 claim is only planned or alleged." in text


def test_data_has_no_marks_of_direction(ledger: Ledger) -> None:
    told = str(status(ledger, "IRQ", "BLR", ON).to_json()) + str(
        timeline(ledger, "IRQ", "BLR").to_json()
    )
    assert FIRST_STRONG_ISOLATE not in told
    assert POP_ISOLATE not in told


def test_a_timeline_is_in_the_order_of_time_with_the_undated_at_the_end(ledger: Ledger) -> None:
    kinds = [claim.kind for claim in timeline(ledger, "IRQ", "BLR").claims]
    assert kinds[:2] == ["mission_reopened", "relations_restored"]
    assert sorted(kinds[2:]) == ["tenor", "visit"]


def test_a_timeline_is_the_same_whichever_state_comes_first(ledger: Ledger) -> None:
    one, other = timeline(ledger, "IRQ", "BLR"), timeline(ledger, "BLR", "IRQ")
    assert one.claims == other.claims


def test_a_state_is_not_taken_for_the_organisation_of_its_code(ledger: Ledger) -> None:
    assert timeline(ledger, "IRQ", "NAM").claims == ()


def test_a_timeline_for_people_says_what_is_only_planned(ledger: Ledger) -> None:
    text = "\n".join(line.plain for line in timeline_text(timeline(ledger, "IRQ", "BLR")))
    assert "Iraq and Belarus: 3 facts from 4 claims in Bengali, Persian" in text
    assert "visit, planned: Iraq → Belarus" in text
    assert "undated" in text


def test_a_table_of_claims_has_two_lines_for_each() -> None:
    assert len(list(claims_text([REOPENED, RESTORED]))) == 4


def test_a_pair_of_which_nothing_is_told_is_said_to_be_so(ledger: Ledger) -> None:
    text = "\n".join(line.plain for line in status_text(status(ledger, "NOR", "SWE", ON)))
    assert text.endswith("Nothing in this ledger tells of the two.")


def test_what_is_only_planned_is_told_with_its_words(ledger: Ledger) -> None:
    text = "\n".join(line.plain for line in status_text(status(ledger, "IRQ", "BLR", ON)))
    assert "  visit, planned: Iraq → Belarus\n      “" in text


def told_of(claim: Claim, on: date = ON) -> str:
    held = Status(state(Evidence([claim]), "IRQ", "BLR", on))
    return "\n".join(line.plain for line in status_text(held))


def test_a_visit_is_told_with_its_visitor_and_its_date_in_words() -> None:
    roles = {"from": "IRQ", "to": "BLR", "visitor": {"name": "Haydar Hadi"}}
    visit = say(PERSIAN, "visit", roles, when="2009-22")
    assert "visit, Iraq → Belarus, Haydar Hadi: occurred (certain, summer 2009)" in told_of(visit)


def test_an_envoy_without_a_name_is_not_named_but_nobody_in_a_vacant_post_is() -> None:
    roles = {"sender": "IRQ", "host": "BLR", "office": "ambassador"}
    posted = say(PERSIAN, "envoy_tenure", roles, when="2010/..")
    vacant = say(PERSIAN, "envoy_tenure", roles, polarity="denied")
    assert "ambassador, not named: in post" in told_of(posted)
    assert "ambassador: vacant" in told_of(vacant)


def test_an_age_is_told_in_whole_years_that_have_passed() -> None:
    tie = say(PERSIAN, "mission_opened", {"sender": "IRQ", "host": "BLR"}, when="2000-06-02")
    assert "last evidence 11 years before" in told_of(tie)
    assert "last evidence 1 day before" in told_of(tie, date(2000, 6, 3))


def test_a_plan_of_one_of_the_two_with_others_is_no_plan_of_the_two() -> None:
    roles = {"member": "IRQ", "organisation": "NAM"}
    assert "planned" not in told_of(say(PERSIAN, "membership_ended", roles, modality="planned"))
