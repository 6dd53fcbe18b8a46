"""`legation review`: verdicts by command and by file, and what they change of every answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from minsk import CLAIM, DOCUMENT, READER, STATUS, Said

from legation.doors.cli import run


def test_a_correction_is_told_and_every_answer_follows(said: Said) -> None:
    made = json.loads(said("review", "correct", CLAIM.id[:9], "--set", "when=2004", *READER))
    assert (made["verdict"], made["claim"], made["by"]) == ("correct", CLAIM.id, "A. Reader")
    assert made["replacement"]["extractor"] == "hand@A. Reader"
    assert "2004" in said("timeline", "IRQ", "BLR")
    assert "by the hand of A. Reader" in said(*STATUS)


def test_a_correction_and_what_it_corrects_are_explained(said: Said) -> None:
    made = json.loads(said("review", "correct", CLAIM.id, "--set", "when=2004", *READER))
    right = made["replacement"]["id"]
    told = said("explain", CLAIM.id)
    assert f"corrected by A. Reader: read it again; {right} stands in its place" in told
    assert f"put in the place of {CLAIM.id} by A. Reader" in said("explain", right)
    said("review", "reject", right, *READER)
    assert "standing: rejected by A. Reader" in said("explain", right)


def test_what_is_asked_as_of_before_still_answers_the_same_bytes(said: Said) -> None:
    asked = [
        [*STATUS, "--as-of", "2026-01-01", "--format", shape] for shape in ("text", "json")
    ] + [["timeline", "IRQ", "BLR", "--as-of", "2026-01-01", "--format", "json"]]
    before = [said(*question) for question in asked]
    said("review", "correct", CLAIM.id, "--set", "when=2004", *READER)
    said("review", "reject", CLAIM.id, *READER)
    assert [said(*question) for question in asked] == before
    said("review", "undo", CLAIM.id, *READER)
    said("review", "accept", CLAIM.id, *READER)
    assert [said(*question) for question in asked] == before


def test_a_rejected_claim_is_gone_from_the_answer_and_comes_back(said: Said) -> None:
    said("review", "reject", CLAIM.id, *READER)
    assert "nothing is known" in said("timeline", "IRQ", "BLR")
    said("review", "undo", CLAIM.id, *READER)
    assert "1 claim" in said("timeline", "IRQ", "BLR")


def test_words_are_given_with_what_is_put_right(said: Said) -> None:
    given = ["--set", "when=2004", "--words", DOCUMENT.text[:-1], "--span", "when=2004"]
    made = json.loads(said("review", "correct", CLAIM.id, *given, *READER))
    start, end = made["replacement"]["source"]["spans"]["when"]
    assert DOCUMENT.text[start:end] == "2004"


def test_a_verdict_on_nothing_is_a_mistake_of_usage(said: Said) -> None:
    said("review", "accept", "zz", *READER, ends=2)
    said("review", "correct", CLAIM.id, "--set", "when", *READER, ends=2)
    said("review", "correct", CLAIM.id, *READER, ends=2)
    said("review", "accept", CLAIM.id, "--by", " ", "--reason", "x", ends=2)
    assert said("review", "export") == ""


def test_a_file_is_exported_applied_and_tried(said: Said, tmp_path: Path) -> None:
    said("review", "reject", CLAIM.id, *READER)
    file = str(tmp_path / "verdicts.jsonl")
    assert said("review", "export", "--output", file) == ""
    said("review", "undo", CLAIM.id, *READER)
    tried = json.loads(said("review", "apply", file, "--dry-run"))
    assert (tried["dry_run"], tried["new"]) == (True, 1)
    assert "1 claim" in said("timeline", "IRQ", "BLR")
    done = json.loads(said("review", "apply", file))
    assert (done["new"], done["verdicts"][0]["by"]) == (1, "A. Reader")
    assert done["verdicts"][0]["recorded_at"]
    assert json.loads(said("review", "apply", file))["unchanged"] == 1


def test_a_bad_line_is_told_with_its_place(
    said: Said, tmp_path: Path, ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "verdicts.jsonl"
    file.write_text('{"claim": "zz"}\n', "utf-8")
    assert run(["review", "apply", str(file), "--ledger", ledger]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("LG-I010: 'verdict' is no text")
    assert "verdicts.jsonl, line 1" in told.err


@pytest.mark.parametrize(
    "verb", ["accept", "reject", "correct", "merge", "split", "undo", "apply", "export"]
)
def test_every_verb_has_an_example(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", verb, "--help"]) == 0
    assert f"Example: legation review {verb}" in " ".join(capsys.readouterr().out.split())
