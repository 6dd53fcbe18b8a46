"""`extract` explained, and with a threshold: where it is written, and what is said of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from legation.doors.cli import run

ENGLISH = "Peru opened an embassy in Oslo in 1971, and both states signed a treaty in 1980."


@pytest.fixture
def page(tmp_path: Path) -> str:
    (tmp_path / "page.txt").write_text(ENGLISH, "utf-8")
    return str(tmp_path / "page.txt")


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_an_explanation_is_text_for_people(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", page, "--explain"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("page.txt, en: ")
    assert "→ mission opened: Peru → Norway" in said


def test_an_explanation_gives_the_ids_that_extract_gives(
    page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", page]) == 0
    ids = [str(row["id"]) for row in rows(capsys)]
    assert run(["extract", page, "--explain", "--format", "html"]) == 0
    said = capsys.readouterr().out
    assert ids
    assert all(f"<dd>{name}</dd>" in said for name in ids)


def test_a_page_is_written_whole_to_a_file(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = Path(page).with_suffix(".html")
    assert run(["extract", page, "--explain", "-f", "html", "-o", str(file)]) == 0
    assert capsys.readouterr().out == ""
    written = file.read_text("utf-8")
    assert written.startswith("<!DOCTYPE html>")
    assert written.rstrip().endswith("</html>")


def test_two_documents_make_one_page(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    other = Path(page).with_name("other.txt")
    other.write_text(ENGLISH.replace("Peru", "Chile"), "utf-8")
    assert run(["extract", page, str(other), "--explain", "-f", "html"]) == 0
    said = capsys.readouterr().out
    assert said.count("<!DOCTYPE html>") == 1
    assert said.count("<article") == 2


def test_claims_go_to_a_file_too(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = Path(page).with_suffix(".jsonl")
    assert run(["extract", page, "-o", str(file)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(file.read_text("utf-8").splitlines()[0])["kind"]


def test_an_output_is_never_written_over_its_document(
    page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", page, "-o", page]) == 2
    assert "LG-U012" in capsys.readouterr().err
    assert Path(page).read_text("utf-8") == ENGLISH


def test_an_output_that_cannot_be_written_is_an_error(
    page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", page, "-o", str(tmp_path / "none" / "a.html")]) == 3
    assert "LG-I009" in capsys.readouterr().err


def test_a_refusal_of_all_leaves_the_output_as_it_was(page: str) -> None:
    file = Path(page).with_suffix(".jsonl")
    file.write_text("kept", "utf-8")
    Path(page).write_bytes(b"")
    assert run(["extract", page, "-o", str(file)]) == 3
    assert file.read_text("utf-8") == "kept"


@pytest.mark.parametrize(
    "options", [["--explain", "-f", "jsonl"], ["--explain", "-f", "table"], ["-f", "html"]]
)
def test_a_format_that_does_not_fit_is_a_usage_error(
    page: str, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", page, *options]) == 2
    assert "LG-U011" in capsys.readouterr().err


def test_claims_less_sure_are_left_out_and_counted(
    page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", page]) == 0
    known = sorted(float(str(row["confidence"])) for row in rows(capsys))
    assert known[0] < known[-1]
    assert run(["extract", page, "--min-confidence", str(known[-1])]) == 0
    told = capsys.readouterr()
    kept = known.count(known[-1])
    assert len(told.out.splitlines()) == kept
    assert f"left out {len(known) - kept} of {len(known)} claims" in told.err


def test_what_is_left_out_is_not_marked_on_the_page(
    page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", page, "--explain", "-f", "html", "--min-confidence", "1"]) == 0
    told = capsys.readouterr()
    assert 'class="claim"' not in told.out
    assert ": left out" in told.out
    assert "left out" in told.err


@pytest.mark.parametrize("least", ["-0.1", "1.01", "nan", "inf", "high"])
def test_a_confidence_beyond_its_bounds_is_a_usage_error(
    page: str, least: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", page, f"--min-confidence={least}"]) == 2
    assert capsys.readouterr().out == ""
