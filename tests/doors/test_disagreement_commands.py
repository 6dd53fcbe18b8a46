"""`conflicts`, `compare`, `anomalies`, `explain`: for people, for programs, and as of before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from minsk import Said

from legation.doors.cli import run
from legation.ledger import Entry, Ledger
from legation.model.claims import Claim, Source
from legation.model.documents import Document

FIRST, SECOND, THIRD = (f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2, 3))
ENGLISH = Document("Egypt broke relations with Iran in April 1979.", "one.txt", "en")
PERSIAN = Document("مصر در مه ۱۹۷۹ روابط را قطع کرد.", "two.txt", "fa")
LATER = Document("Egypt's ambassador in Tehran took up his post in 1990.", "three.txt", "en")
PAIR = ("EGY", "IRN")


def say(told: Document, kind: str, roles: dict[str, Any], when: str) -> Claim:
    source = Source(told.id, told.uri, told.language, 0, 5, told.text[:5])
    return Claim(kind, roles, source, when=when)


APRIL = say(ENGLISH, "relations_severed", {"parties": [*PAIR]}, "1979-04-30")
MAY = say(PERSIAN, "relations_severed", {"parties": [*PAIR]}, "1979-05-01")
IN_POST = {"sender": "EGY", "host": "IRN", "person": {"name": "Berg"}, "office": "ambassador"}
ENVOY = say(LATER, "envoy_tenure", IN_POST, "1990")


@pytest.fixture
def ledger(ledger_place: str) -> str:
    told = ((ENGLISH, APRIL, FIRST), (PERSIAN, MAY, SECOND), (LATER, ENVOY, THIRD))
    with Ledger.open(ledger_place, create=True) as opened:
        for document, claim, at in told:
            opened.add_all([Entry(document, [claim], "rules@1")], recorded_at=at)
    return ledger_place


@pytest.fixture
def ranks(tmp_path: Path) -> str:
    (tmp_path / "ranks.yaml").write_text("- {language: fa, rank: 1}\n", "utf-8")
    return str(tmp_path / "ranks.yaml")


def test_a_conflict_is_told_to_people_and_ends_with_findings(said: Said) -> None:
    told = said("conflicts", "Egypt", "Iran", ends=1)
    assert told.startswith("Egypt – Iran: relations severed, in dispute: date\n")
    assert "preferred 1979-04-30" in told
    assert "but also  1979-05-01" in told
    assert said("conflicts", ends=1) == said("conflicts", "Iran", ends=1) == told


def test_how_many_conflicts_there_are_is_said_beside_the_data(
    ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["conflicts", *PAIR, "--ledger", ledger]) == 1
    assert capsys.readouterr().err == "1 in dispute\n"
    assert run(["conflicts", "EGY", "NOR", "--ledger", ledger]) == 0
    assert capsys.readouterr() == ("", "nothing in dispute\n")


def test_a_conflict_is_a_line_of_json(said: Said) -> None:
    (told,) = map(json.loads, said("conflicts", *PAIR, "--format", "json", ends=1).splitlines())
    assert (told["kind"], told["rule"]) == ("relations_severed", "one-change-told-twice")
    assert [claim["id"] for claim in told["preferred"]["claims"]] == [APRIL.id]
    assert [[c["id"] for c in side["claims"]] for side in told["others"]] == [[MAY.id]]


def test_what_was_not_yet_known_is_in_no_conflict(said: Said) -> None:
    assert said("conflicts", *PAIR, "--as-of", "2026-01-01") == ""
    assert said("conflicts", *PAIR, "--as-of", "2026-01-02", ends=1) != ""


def test_the_askers_ranks_turn_a_conflict_about(said: Said, ranks: str) -> None:
    told = json.loads(said("conflicts", *PAIR, "--ranks", ranks, "-f", "json", ends=1))
    assert (told["preferred"]["values"], told["reason"]) == ({"when": "1979-05-01"}, "rank")


@pytest.mark.parametrize(
    "command", [["conflicts"], ["compare", *PAIR], ["status", *PAIR, "--on", "1979-04-30"]]
)
@pytest.mark.parametrize(
    ("written", "code"), [("- {language: fa}\n", "LG-I011"), ("{[", "LG-I012"), (None, "LG-I012")]
)
def test_ranks_that_cannot_be_used_are_an_error_of_input(
    command: list[str],
    written: str | None,
    code: str,
    ledger: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "bad.yaml"
    if written is not None:
        file.write_text(written, "utf-8")
    assert run([*command, "--ranks", str(file), "--ledger", ledger]) == 3
    told = capsys.readouterr()
    assert (told.out, told.err.split(":")[0]) == ("", code)


def test_ranks_decide_the_date_of_a_status(said: Said, ranks: str) -> None:
    asked = ("status", *PAIR, "--on", "1979-06-01", "--format", "json")
    plain, by_rank = (json.loads(said(*asked, *more)) for more in ((), ("--ranks", ranks)))
    assert plain["relations"]["since"] == "1979-04-30"
    assert by_rank["relations"]["since"] == "1979-05-01"


def test_what_languages_tell_is_compared_for_people(said: Said) -> None:
    told = said("compare", *PAIR)
    assert "English" in told
    assert "Persian" in told
    assert "one.txt" in said("compare", *PAIR, "--by", "source")


def test_a_comparison_is_one_json_object(said: Said, ranks: str) -> None:
    told = json.loads(said("compare", *PAIR, "--ranks", ranks, "--format", "json"))
    assert {APRIL.id, MAY.id, ENVOY.id} <= set(_ids(told))
    early = json.loads(said("compare", *PAIR, "--on", "1985-01-01", "--format", "json"))
    assert ENVOY.id not in _ids(early)
    before = json.loads(said("compare", *PAIR, "--as-of", "2026-01-01", "--format", "json"))
    assert MAY.id not in _ids(before)


def test_what_does_not_go_together_is_as_it_was_known(said: Said) -> None:
    assert said("anomalies", *PAIR, "--as-of", "2026-01-02") == ""
    assert json.loads(said("anomalies", *PAIR, "-f", "json", "--as-of", "2026-01-02")) == []
    (found,) = json.loads(said("anomalies", *PAIR, "-f", "json", ends=1))
    assert {ENVOY.id, APRIL.id} <= set(_ids(found))
    told = said("anomalies", *PAIR, ends=1)
    assert ENVOY.source.quote in told
    assert "rule " + found["rule"] in said("explain", found["id"])


def test_a_claim_is_explained_by_the_beginning_of_its_id(said: Said) -> None:
    assert "1979-05-01" in said("explain", MAY.id[:10])
    told = said("explain", MAY.id, "--format", "json", "--as-of", "2026-01-02")
    assert MAY.id in told
    said("explain", MAY.id, "--as-of", "2026-01-01", ends=2)


def test_a_fact_is_explained_with_what_disagrees(said: Said) -> None:
    named = json.loads(said("conflicts", *PAIR, "-f", "json", ends=1))["fact"]
    told = said("explain", named)
    assert "1979-04-30" in told
    assert "1979-05-01" in told


@pytest.mark.parametrize("command", ["conflicts", "compare", "anomalies", "explain"])
@pytest.mark.parametrize(
    ("more", "code"), [(["--as-of", "soon"], "LG-U003"), (["--ledger", "none.ledger"], "LG-L001")]
)
def test_a_question_that_cannot_be_put_is_told_with_its_code(
    command: str,
    more: list[str],
    code: str,
    ledger: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    about = [MAY.id] if command == "explain" else [*PAIR]
    assert run([command, *about, "--ledger", ledger, *more]) == (2 if code[3] == "U" else 3)
    told = capsys.readouterr()
    assert (told.out, told.err.split(":")[0]) == ("", code)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["conflicts", "EGY", "IRN", "NOR"], "LG-U004"),
        (["conflicts", "Nowhere"], "LG-U005"),
        (["compare", "EGY", "Egypt"], "LG-U006"),
        (["compare", "EGY", "IRN", "--on", "1979"], "LG-U007"),
        (["anomalies", "Nowhere"], "LG-U005"),
    ],
)
def test_parties_and_days_that_make_no_sense_are_mistakes_of_usage(
    arguments: list[str], code: str, ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*arguments, "--ledger", ledger]) == 2
    assert capsys.readouterr().err.startswith(code)


def test_one_rule_is_told_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "one-change-told-twice", "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["name"] == "one-change-told-twice"
    assert run(["rules"]) == 0
    assert "one-change-told-twice" in capsys.readouterr().out


def _ids(told: Any) -> list[str]:
    """All ids of claims that stand anywhere in a JSON value, as ids or as what names them."""
    if isinstance(told, dict):
        return [id_ for value in told.values() for id_ in _ids(value)]
    if isinstance(told, list):
        return [id_ for value in told for id_ in _ids(value)]
    return [told] if isinstance(told, str) else []
