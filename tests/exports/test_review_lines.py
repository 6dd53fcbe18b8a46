"""Verdicts by file: in a fixed order, applied whole or not at all, and once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from legation.exports.json_lines import read_lines
from legation.exports.review_lines import Plan, apply, planned, review_lines
from legation.ledger import Ledger
from legation.ledger.byhand.corrections import Change
from legation.ledger.byhand.verdicts import verdict_on
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import InputError

DOCUMENT = Document("Ivan Petrov, then Petrov, came to Minsk in 2003 and 2004.", "a.txt", "en")
FIRST = "2026-01-01T00:00:00.000000Z"
NewPlace = Callable[[], str]


def visit(name: str) -> Claim:
    start = DOCUMENT.text.index(name)
    end = start + len(name)
    source = Source(DOCUMENT.id, "a.txt", "en", start, end, name)
    return Claim("visit", {"from": "RUS", "to": "BLR", "visitor": {"name": name}}, source, "2003")


ONE, TWO, THREE = map(visit, ("Ivan Petrov", "Petrov, then", "Petrov, came"))
BY = {"by": "A. Reader", "reason": "read it"}
ACCEPT = {"claim": ONE.id, "verdict": "accept", **BY}
CORRECT = {"claim": TWO.id, "verdict": "correct", "set": {"when": "2004"}, **BY}
WITHDRAW = {"document": DOCUMENT.id, "verdict": "withdraw", **BY}
MERGE = {"names": ["Ivan Petrov", "Petrov, then"], "verdict": "merge", **BY}


def new_ledger(place: str) -> Ledger:
    ledger = Ledger.open(place, create=True)
    ledger.add(DOCUMENT, [ONE, TWO, THREE], recorded_at=FIRST)
    return ledger


@pytest.fixture
def ledger(new_ledger_place: NewPlace) -> Iterator[Ledger]:
    with new_ledger(new_ledger_place()) as opened:
        yield opened


@pytest.fixture
def other(new_ledger_place: NewPlace) -> Iterator[Ledger]:
    with new_ledger(new_ledger_place()) as opened:
        yield opened


@pytest.fixture
def plan(tmp_path: Path) -> Callable[..., Plan]:
    def of(ledger: Ledger, *rows: Any) -> Plan:
        file = tmp_path / "verdicts.jsonl"
        lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
        file.write_text("\n".join(lines) + "\n", "utf-8")
        return planned(ledger, read_lines(file))

    return of


def test_a_file_is_applied_as_one_batch_with_one_time(
    ledger: Ledger, plan: Callable[..., Plan]
) -> None:
    done = apply(ledger, plan(ledger, ACCEPT, "", CORRECT, MERGE))
    assert len({made.recorded_at for made in done.new}) == 1
    assert [review.verdict for review in ledger.reviews()] == ["accept", "correct"]
    assert [decision.verdict for decision in ledger.decisions()] == ["merge"]
    assert sorted(str(claim.when) for claim in ledger.claims()) == ["2003", "2003", "2004"]


def test_applying_a_file_twice_changes_nothing(ledger: Ledger, plan: Callable[..., Plan]) -> None:
    rows = (ACCEPT, CORRECT, MERGE)
    apply(ledger, plan(ledger, *rows))
    head = ledger.head()
    again = apply(ledger, plan(ledger, *rows))
    assert again.to_json() == {"new": 0, "unchanged": 3, "verdicts": []}
    assert ledger.head() == head


def test_what_is_exported_makes_of_another_ledger_the_same(
    ledger: Ledger, other: Ledger, plan: Callable[..., Plan]
) -> None:
    apply(ledger, plan(ledger, ACCEPT, CORRECT, MERGE))
    words = Change({"visitor": "Petrov", "to": "BLR"}, "Petrov, came to Minsk", {"to": "Minsk"})
    ledger.review(verdict_on(ledger, THREE.id, "correct", "B. Reader", "less", words))
    written = list(review_lines(ledger))
    apply(other, plan(other, *written))
    assert list(review_lines(other)) == written
    assert other.claims() == ledger.claims()


def test_the_order_and_the_keys_of_an_export_are_fixed(
    ledger: Ledger, other: Ledger, plan: Callable[..., Plan]
) -> None:
    apply(ledger, plan(ledger, ACCEPT, CORRECT, MERGE))
    apply(other, plan(other, MERGE, CORRECT, ACCEPT))
    written = list(review_lines(ledger))
    assert list(review_lines(other)) == written
    rows = [json.loads(line) for line in written]
    claims = [row["claim"] for row in rows if "claim" in row]
    assert claims == sorted(claims)
    assert list(rows[claims.index(TWO.id)])[:3] == ["claim", "verdict", "set"]
    assert list(rows[-1]) == ["names", "verdict", "by", "reason"]
    assert list(review_lines(ledger, "2026-01-01")) == []


def test_an_undone_verdict_is_exported_and_undone_elsewhere(
    ledger: Ledger, other: Ledger, plan: Callable[..., Plan]
) -> None:
    for one in (ledger, other):
        apply(one, plan(one, {**ACCEPT, "verdict": "reject"}, MERGE))
    undone = ({**ACCEPT, "verdict": "undo"}, {**MERGE, "verdict": "undo"})
    apply(ledger, plan(ledger, *undone))
    written = list(review_lines(ledger))
    done = apply(other, plan(other, *written))
    assert [made.verdict for made in done.new] == ["undo", "undo"]
    assert other.claims() == [*sorted([ONE, TWO, THREE], key=lambda claim: claim.id)]
    assert plan(other, *written).new == ()


def test_a_withdrawal_and_its_restoral_go_with_the_file(
    ledger: Ledger, other: Ledger, plan: Callable[..., Plan]
) -> None:
    apply(ledger, plan(ledger, WITHDRAW, ACCEPT))
    written = list(review_lines(ledger))
    assert json.loads(written[-1]) == {**WITHDRAW, "about": "a.txt"}
    assert list(review_lines(ledger, "2026-01-01")) == []
    apply(other, plan(other, *written))
    assert other.withdrawn() == {DOCUMENT.id}
    assert plan(other, *written).to_json() == {"new": 0, "unchanged": 2, "verdicts": []}
    assert len(plan(other, {**WITHDRAW, "reason": "a forgery"}).new) == 1
    apply(ledger, plan(ledger, {**WITHDRAW, "verdict": "restore"}))
    apply(other, plan(other, *review_lines(ledger)))
    assert other.withdrawn() == frozenset()
    assert other.claims() == ledger.claims() != []
    assert plan(other, {**WITHDRAW, "verdict": "restore", "by": "B. Reader"}).new == ()


def test_to_undo_what_nobody_decided_is_no_change(
    ledger: Ledger, plan: Callable[..., Plan]
) -> None:
    undone = ({**row, "verdict": "undo"} for row in (ACCEPT, MERGE))
    assert plan(ledger, *undone, {**WITHDRAW, "verdict": "restore"}).new == ()


def test_another_reason_or_reader_is_a_verdict_of_its_own(
    ledger: Ledger, plan: Callable[..., Plan]
) -> None:
    apply(ledger, plan(ledger, ACCEPT, MERGE))
    assert len(plan(ledger, {**ACCEPT, "by": "B. Reader"}, {**MERGE, "reason": "more"}).new) == 2


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("nonsense", "the line is no JSON object"),
        ("[1]", "the line is no JSON object"),
        ({**ACCEPT, "claim": "zz"}, "LG-U018: the ledger has no such claim"),
        ({**ACCEPT, "claim": 3}, "'claim' is no text"),
        ({**ACCEPT, "verdict": "approve"}, "'approve' is no verdict"),
        ({**MERGE, "verdict": "reject"}, "'reject' is no verdict"),
        ({**ACCEPT, "by": " "}, "'by' is no text"),
        ({"claim": ONE.id, "verdict": "accept", "by": "A. Reader"}, "'reason' is no text"),
        ({**ACCEPT, "sett": {}}, "'sett' is no field"),
        ({**MERGE, "set": {}}, "'set' is no field"),
        ({**WITHDRAW, "set": {}}, "'set' is no field"),
        ({**WITHDRAW, "verdict": "reject"}, "'reject' is no verdict"),
        ({**WITHDRAW, "document": "sha256:0"}, "LG-U017"),
        ({**ACCEPT, "reason": "one\ntwo"}, "LG-U044: the reason"),
        ({**CORRECT, "set": ["when"]}, "'set' is no object"),
        ({**CORRECT, "set": {"when": "May"}}, r"LG-T001: .*when: May"),
        ({**CORRECT, "set": {"to": "Ruritania"}}, r"LG-U005: .*\(to\)"),
        ({**CORRECT, "set": {"city": "Minsk"}, "words": "not there"}, "LG-U035"),
        ({**MERGE, "names": ["Petrov"]}, "'names' is no list of two names"),
        ({**MERGE, "names": ["Petrov", "petrov"]}, "LG-U013"),
        ({**MERGE, "names": ["Petrov", "Sidorov"]}, "LG-U015"),
        (ACCEPT, "line 1 decides on the same already"),
    ],
)
def test_of_a_file_with_a_bad_line_nothing_is_applied(
    ledger: Ledger, plan: Callable[..., Plan], row: Any, what: str
) -> None:
    with pytest.raises(InputError, match=f"LG-I010: {what}") as told:
        plan(ledger, ACCEPT, row)
    assert "verdicts.jsonl, line 2" in told.value.where
    assert told.value.remedy
    assert ledger.reviews() == []


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="LG-I006"):
        read_lines(tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes("é".encode("latin-1"))
    with pytest.raises(InputError, match="LG-I006"):
        read_lines(tmp_path / "latin.jsonl")


def test_a_mark_of_byte_order_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"names": []}\n')
    assert [line.row for line in read_lines(tmp_path / "a.jsonl")] == [{"names": []}]


def test_brackets_nested_too_deep_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("[" * 100_000)
    with pytest.raises(InputError, match="LG-I010"):
        read_lines(tmp_path / "a.jsonl")
