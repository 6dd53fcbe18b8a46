"""The commands: data on standard output, words on standard error, and how each ends."""

from __future__ import annotations

import io
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from legation.doors.cli import COMMANDS, run
from legation.ledger import Ledger
from legation.model.claims import Claim, Source
from legation.model.documents import Document

ENGLISH = "Iraq reopened its embassy in Minsk in 2010, and has kept it open to this day."


def rules(document: Document) -> list[Claim]:
    """Rules simple enough to know what they find: one claim in a text that says 'reopened'."""
    start = document.text.find("reopened")
    if start < 0:
        return []
    source = Source(document.id, document.uri, document.language, start, start + 8, "reopened")
    roles = {"sender": "IRQ", "host": "BLR", "mission_type": "embassy"}
    return [Claim("mission_reopened", roles, source, when="2010")]


@pytest.fixture(autouse=True)
def simple_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    for station in ("harvest", "ingest"):
        module = import_module(f"legation.ledger.{station}")
        monkeypatch.setattr(module, "rules", lambda: (rules, "rules@test"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    return tmp_path


@pytest.fixture
def ledger(folder: Path, ledger_place: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["ingest", str(folder / "good.txt"), "--ledger", ledger_place]) == 0
    capsys.readouterr()
    return ledger_place


def test_extract_writes_a_claim_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", str(folder / "good.txt")]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["kind"] for row in rows] == ["mission_reopened"]
    assert rows[0]["source"]["quote"] == "reopened"
    assert rows[0]["extractor"] == "rules@test"


def test_extract_goes_on_after_a_refused_document(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", str(folder / "empty.txt"), str(folder / "good.txt")]) == 4
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1
    assert told.err.startswith("LG-I001: the document is empty")


def test_extract_fails_where_all_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", str(folder / "empty.txt"), str(folder / "none.txt")]) == 3
    assert capsys.readouterr().out == ""


def test_extract_as_a_table_names_the_states(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", str(folder / "good.txt"), "--format", "table"]) == 0
    assert "Iraq → Belarus" in capsys.readouterr().out


def test_ingest_reports_sums_that_balance(
    folder: Path, ledger_place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["ingest", str(folder), "--ledger", ledger_place, "--format", "json"]
    assert run(arguments) == 4
    told = capsys.readouterr()
    report = json.loads(told.out)
    assert report["balances"]
    assert report["documents"] == {"in": 2, "read": 1, "unchanged": 0, "refused": 1}
    assert "LG-I001" in told.err


def test_ingesting_again_changes_nothing(
    folder: Path, ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["ingest", str(folder / "good.txt"), "--ledger", ledger]) == 0
    assert "1 = 0 read + 1 unchanged + 0 refused" in capsys.readouterr().out


def test_a_folder_without_documents_is_an_input_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    place = str(tmp_path / "empty")
    assert run(["ingest", place, "--ledger", str(tmp_path / "a.ledger")]) == 3
    assert run(["extract", place]) == 3
    assert "LG-I007" in capsys.readouterr().err


def test_status_answers_for_programs(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["status", "IRQ", "blr", "--on", "2012-06-01", "--ledger", ledger, "-f", "json"]
    assert run(arguments) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["missions"][0]["value"] == "open"
    assert found["relations"]["rules"][0] == "embassy-implies-relations"


def test_status_answers_for_people(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "IRQ", "BLR", "--on", "2012-06-01", "--ledger", ledger]) == 0
    assert "Iraq in Belarus, embassy: open" in capsys.readouterr().out


def test_the_ledger_may_be_named_by_the_environment(
    ledger: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LEGATION_LEDGER", ledger)
    assert run(["timeline", "IRQ", "BLR", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [claim["when"] for claim in found["claims"]] == ["2010"]


def test_a_timeline_answers_for_people(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timeline", "IRQ", "BLR", "--ledger", ledger]) == 0
    assert "mission reopened: Iraq → Belarus" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "ends"),
    [
        (["status", "IRQ", "IRQ"], "LG-U006", 2),
        (["status", "IRQ", "Nowhereland"], "LG-U005", 2),
        (["status", "IRQ", "Congo"], "LG-U005", 2),
        (["status", "IRQ", "ইরাক"], "LG-U006", 2),
        (["status", "IRQ", "BLR", "--on", "yesterday"], "LG-U007", 2),
        (["status", "IRQ", "BLR", "--as-of", "then"], "LG-U003", 2),
        (["timeline", "IRQ", "BLR", "--as-of", "2026-02-31"], "LG-U003", 2),
    ],
)
def test_a_question_that_makes_no_sense_is_told_in_one_line(
    ledger: str, arguments: list[str], code: str, ends: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*arguments, "--ledger", ledger]) == ends
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{code}: ")
    assert len(told.err.splitlines()) == 1


def test_a_missing_ledger_is_told(ledger_place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "IRQ", "BLR", "--ledger", ledger_place]) == 3
    assert capsys.readouterr().err.startswith("LG-L001: ")


@pytest.mark.parametrize("arguments", [["nonsense"], ["status", "IRQ"], ["extract"], ["--what"]])
def test_a_command_put_wrongly_is_a_usage_error(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert "Usage: legation" in capsys.readouterr().err


def test_a_reader_splits_a_name_and_undoes_it(
    ledger_place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = ledger_place
    said = "Petrov, then Ivan Petrov."
    with Ledger.open(file, create=True) as opened:
        document = Document(said, "a.txt", "en")
        opened.add(
            document,
            [
                Claim(
                    "visit",
                    {"from": "RUS", "to": "IRQ", "visitor": {"name": name}},
                    Source(document.id, "a.txt", "en", start, start + 6, "Petrov"),
                )
                for name, start in (("Petrov", 0), ("Ivan Petrov", said.rindex("Petrov")))
            ],
        )
    shown = []
    for verdict in (None, "split", "undo"):
        if verdict:
            told = [verdict, "Petrov", "Ivan Petrov", "--by", "A. Reader", "--reason", "brothers"]
            assert run(["review", *told, "--ledger", str(file)]) == 0
            assert json.loads(capsys.readouterr().out)["verdict"] == verdict
        assert run(["persons", "Iraq", "--ledger", str(file), "--format", "json"]) == 0
        shown.append(len(capsys.readouterr().out.splitlines()))
    assert shown == [1, 2, 1]


def test_a_decision_on_a_name_that_nobody_has_is_refused(
    ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["Ivan Petrov", "Pyotr Ivanov"]
    told = ["merge", *names, "--by", "A. Reader", "--reason", "a slip", "--ledger", ledger]
    assert run(["review", *told]) == 2
    assert "LG-U015" in capsys.readouterr().err
    with Ledger.open(ledger) as opened:
        assert opened.decisions() == []


def test_persons_are_told_to_people_with_the_reason(
    ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["persons", "--ledger", ledger]) == 0
    assert "No person is named" in capsys.readouterr().out


def test_dates_are_written_as_json_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dates", str(folder / "good.txt"), "--lang", "en"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["text"], row["when"]) for row in rows] == [("2010", "2010")]
    assert ENGLISH[rows[0]["start"] : rows[0]["end"]] == "2010"


def test_names_are_resolved_from_arguments_and_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stream:
        buffer = io.BytesIO("বেলারুশ\r\n\nNowhereland\n".encode())

    monkeypatch.setattr("sys.stdin", Stream)
    assert run(["resolve"]) == 0
    assert run(["resolve", "Iraq", "بلاروس", "--lang", "fa"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["BLR", None, "IRQ", "BLR"]
    assert all(set(row) >= {"name", "id", "kind", "score"} for row in rows)


def test_names_that_are_not_utf8_are_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stream:
        buffer = io.BytesIO("Bogotá\n".encode("latin-1"))

    monkeypatch.setattr("sys.stdin", Stream)
    assert run(["resolve"]) == 3
    assert "LG-I003: line 1 is not UTF-8" in capsys.readouterr().err


def test_the_doctor_tells_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    ends = run(["doctor", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert ends == (0 if found["sound"] else 1)
    names = {check["name"] for check in found["checks"]}
    assert names >= {"python", "sqlite", "kinds", "readers", "language en", "entities"}
    assert run(["doctor"]) == ends


def test_a_doctor_who_finds_something_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> str:
        raise LookupError("gone")

    monkeypatch.setattr("legation.doors.checkup._demo", broken)
    assert run(["doctor"]) == 1
    assert "BAD demo documents: LookupError: gone" in capsys.readouterr().out


def test_the_demo_answers_from_the_documents_in_the_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "demo.ledger"
    assert run(["demo", "--ledger", str(path)]) == 0
    told = capsys.readouterr()
    assert "9 = 9 read" in told.out
    assert "Relations" in told.out
    assert path.exists()


def test_a_rule_is_told_with_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "embassy-implies-relations"]) == 0
    told = capsys.readouterr().out
    assert "Vienna Convention on Diplomatic Relations, 1961, art. 2" in told
    assert run(["rules", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert all(row["holds"] and row["sources"] for row in listed)


def test_a_finding_of_a_status_is_explained_by_its_id(
    ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["IRQ", "BLR", "--on", "2012-06-01", "--ledger", ledger]
    assert run(["status", *asked, "--format", "json"]) == 0
    named = json.loads(capsys.readouterr().out)["missions"][0]["id"]
    assert run(["explain", named, "--ledger", ledger]) == 0
    assert "rule carried-forward: " in capsys.readouterr().out
    assert run(["explain", named, "--ledger", ledger, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == named
    assert run(["explain", "ffff", "--ledger", ledger]) == 2
    assert capsys.readouterr().err.startswith("LG-U021: nothing has this id (ffff); ")


def test_what_does_not_go_together_is_told_and_ends_with_findings(
    ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["anomalies", "IRQ", "BLR", "--ledger", ledger]) == 0
    assert capsys.readouterr().out == ""
    document = Document("A visit in 1950", "early.txt", "en")
    source = Source(document.id, document.uri, "en", 0, 15, document.text)
    early = Claim("visit", {"from": "IRQ", "to": "BLR"}, source, when="1950")
    with Ledger.open(ledger) as opened:
        opened.add(document, [early], extractor="rules@test")
    assert run(["anomalies", "--ledger", ledger]) == 1
    assert "Belarus began in 1991" in capsys.readouterr().out
    assert run(["anomalies", "IRQ", "--ledger", ledger, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["rule"] == "before-its-beginning"


def test_a_rule_that_is_not_declared_is_a_mistake_of_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["rules", "embassy-implies-relation"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("LG-U020: no rule has this name")
    assert "embassy-implies-relations" in told
    assert run(["rules", "qqq"]) == 2
    assert "`legation rules` lists them" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert f"Example: legation {command}" in " ".join(capsys.readouterr().out.split()).replace(
        "| legation", "legation"
    ) or (command == "dates")


def _fails(*_: Any, **__: Any) -> Ledger:
    raise IndexError("beyond")


def test_what_nobody_foresaw_is_told_without_a_traceback(
    ledger: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("LEGATION_DEBUG", raising=False)
    monkeypatch.setattr(Ledger, "open", _fails)
    assert run(["timeline", "IRQ", "BLR", "--ledger", ledger]) == 5
    told = capsys.readouterr().err
    assert told.startswith("LG-X001: IndexError: beyond; ")
    assert "Traceback" not in told


def test_the_traceback_is_shown_where_it_is_asked_for(
    ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEGATION_DEBUG", "1")
    monkeypatch.setattr(Ledger, "open", _fails)
    with pytest.raises(IndexError):
        run(["timeline", "IRQ", "BLR", "--ledger", ledger])


def test_an_interrupt_is_told_and_ends_as_shells_expect(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("legation.doors.checkup.checkup", interrupted)
    assert run(["doctor"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_ingest_again_reads_what_the_ledger_has(
    ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["ingest", "--again", "--ledger", ledger]) == 0
    assert "1 = 0 read + 1 unchanged + 0 refused" in capsys.readouterr().out


def test_ingest_takes_documents_or_those_of_the_ledger(
    ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["ingest", "--ledger", ledger]) == 2
    assert run(["ingest", "a.txt", "--again", "--ledger", ledger]) == 2
    assert capsys.readouterr().err.count("LG-U023") == 2
