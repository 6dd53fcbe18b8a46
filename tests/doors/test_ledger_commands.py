"""`record`, `withdraw`, `verify`, `diff`, `runs`: what a ledger is told and asked of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from minsk import CLAIM, DOCUMENT, ENTERED, READER, STATUS, Said

from legation.doors.cli import run
from legation.ledger import Damage, Ledger


def test_a_claim_is_entered_and_marked_everywhere(said: Said) -> None:
    assert "by the hand of A. Reader" in said(*ENTERED)
    assert "by the hand of A. Reader" in said("timeline", "IRQ", "BLR")
    told = json.loads(said("timeline", "IRQ", "BLR", "--format", "json"))["claims"]
    assert [claim["extractor"] for claim in told] == ["hand@A. Reader", "rules"]
    again = json.loads(said(*ENTERED, "--format", "json"))
    assert (again["new"], again["unchanged"]) == (0, 1)


def test_claims_are_entered_from_a_file_or_none_of_them(said: Said, tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    row = {
        "kind": "recognition",
        "roles": {"recognizer": "Iraq", "recognized": "Belarus"},
        "words": "Iraq recognised Belarus",
        "cite": "Yearbook",
        "lang": "en",
        "when": "1992",
        "spans": {"recognizer": "Iraq"},
        "reason": "read",
    }
    bad = [{**row, "kind": "truce"}, {**row, "words": 3}, {**row, "note": "x"}, {**row, "when": 5}]
    for wrong in bad:
        file.write_text(f"{json.dumps(row)}\n{json.dumps(wrong)}\n", "utf-8")
        said("record", "--from", str(file), "--by", "A. Reader", ends=3)
    assert "1 claim" in said("timeline", "IRQ", "BLR")
    file.write_text(json.dumps({**row, "by": "B. Reader", "when": None}) + "\n", "utf-8")
    tried = json.loads(said("record", "--from", str(file), "--dry-run", "--format", "json"))
    assert (tried["new"], tried["dry_run"]) == (1, True)
    said("record", "--from", str(file))
    assert "by the hand of B. Reader" in said("timeline", "IRQ", "BLR")


def test_a_claim_is_given_by_its_kind_or_by_a_file(said: Said) -> None:
    said("record", *READER, ends=2)
    said("record", "war", "--from", "claims.jsonl", *READER, ends=2)
    said("record", "war", "--role", "parties", *READER, ends=2)


def test_a_ledger_may_begin_with_a_claim_by_hand(
    ledger_place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*ENTERED, "--ledger", ledger_place]) == 0
    assert capsys.readouterr().err == "1 recorded, 0 known already\n"


def test_a_withdrawn_document_leaves_what_would_be_without_it(said: Said) -> None:
    asked = [*STATUS, "--as-of", "2026-01-01", "--format", "json"]
    before = said(*asked)
    assert said("withdraw", "a.txt", *READER) == f"a.txt, {DOCUMENT.id}: 1 claim withdrawn\n"
    assert json.loads(said(*STATUS, "--format", "json"))["relations"]["value"] == "unknown"
    assert said(*asked) == before
    said("withdraw", "a.txt", *READER, ends=2)
    told = json.loads(said("withdraw", DOCUMENT.id[:16], "--restore", *READER, "-f", "json"))
    assert (told["verdict"], told["claims"], told["uri"]) == ("restore", 1, "a.txt")
    assert "since 2003" in said(*STATUS)


def test_a_sound_ledger_is_told_with_its_head_and_its_size(said: Said, ledger: str) -> None:
    told = json.loads(said("verify", "--format", "json"))
    with Ledger.open(ledger) as opened:
        assert told["head"] == opened.head()
    assert (told["sound"], told["batches"], told["entries"]["claims"]) == (True, 1, 1)
    assert said("verify", "--head", told["head"]).startswith("sound: 4 entries in 1 batch\n")
    said("verify", "--head", "0" * 64, ends=1)
    said("verify", "--head", "", ends=2)


def test_a_damaged_ledger_is_a_finding_with_its_place(
    said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage = Damage("claims", "7 5f0c", 3, "the row is not what was written")
    monkeypatch.setattr(Ledger, "verify", lambda *_: [damage])
    assert said("verify", ends=1) == f"damaged: {damage}\n"
    told = json.loads(said("verify", "--format", "json", ends=1))
    assert told == {"sound": False, "head": "", "damage": [damage.to_json()]}


def test_who_read_what_is_told(said: Said) -> None:
    said(*ENTERED)
    told = said("runs").splitlines()
    assert told[0] == "2026-01-01T00:00:00.000000Z  rules@1  a.txt"
    assert told[1].endswith("hand@A. Reader  Yearbook")
    rows = [json.loads(line) for line in said("runs", "a.txt", "-f", "json").splitlines()]
    assert [(row["extractor"], row["document"]) for row in rows] == [("rules@1", DOCUMENT.id)]
    assert len(said("runs", "--as-of", "2026-01-01").splitlines()) == 1


def test_what_changed_is_told(said: Said, ledger: str) -> None:
    assert said("diff") == "Nothing changed.\n"
    with Ledger.open(ledger) as opened:
        opened.add(DOCUMENT, [], extractor="rules@2")
    assert "0 new, 1 gone, 0 changed" in said("diff", "a.txt")
    (row,) = (json.loads(line) for line in said("diff", "-f", "json").splitlines())
    assert [claim["id"] for claim in row["removed"]] == [CLAIM.id]
    assert "1 gone" in said("diff", "--before", "2026-01-01")
    assert "1 new" in said("diff", "a.txt", "--before", "2025-12-31", "--after", "2026-01-01")
    assert said("diff", "--as-of", "2026-01-01") == "Nothing changed.\n"
    said("diff", "--before", "2026-01-01", "--as-of", "2026-01-01", ends=2)
    said("diff", "--after", "2026-01-01", ends=2)
    said("diff", "--before", "2026-01-02", "--after", "2026-01-01", ends=2)
    said("diff", "--before", "2026-01-01T12:00Z", "--after", "2026-01-01")
    said("diff", "b.txt", ends=2)


def test_what_is_prepared_is_counted_and_changes_no_answer(said: Said) -> None:
    before = said(*STATUS), said("timeline", "IRQ", "BLR")
    assert said("prepare") == "worked out: 1; held already: 0\n"
    assert (said(*STATUS), said("timeline", "IRQ", "BLR")) == before
    assert json.loads(said("prepare", "--format", "json")) == {"worked_out": 0, "held": 1}
    assert said("prepare", "--forget") == ""
    assert json.loads(said("prepare", "--format", "json")) == {"worked_out": 1, "held": 0}
