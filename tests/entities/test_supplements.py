"""The sheets that people keep: complete for every state, and honest about what is ambiguous."""

import csv
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

from legation.entities import LANGUAGES, names, organisations, states

THREE = ("en", "fa", "bn")
PRESENT = [s for s in states().values() if s.status in {"member", "observer", "partly-recognised"}]
SHEETS = Path(__file__).parents[2] / "genscripts" / "supplement" / "states"
SCRIPT = {"en": "LATIN", "fa": "ARABIC", "bn": "BENGALI", "ru": "CYRILLIC"}


def sheet(language):
    with (SHEETS / f"{language}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("language", THREE)
@pytest.mark.parametrize("column", ["short", "adjective", "capital"])
def test_every_present_state_has_its_name_its_adjective_and_its_capital(language, column):
    filled = {row["id"] for row in sheet(language) if row[column] != "-"}
    assert [s.id for s in PRESENT if s.id not in filled] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_capitals_stand_in_the_order_of_the_english_sheet(language):
    seats = {row["id"]: row["capital"].count("|") for row in sheet("en")}
    more = [r["id"] for r in sheet(language) if r["capital"].count("|") > seats.get(r["id"], 0)]
    assert more == []


@pytest.mark.parametrize("language", THREE)
def test_every_state_that_is_gone_has_a_name(language):
    named = {n.id for n in names(language)}
    assert [s.id for s in states().values() if s.gone and s.id not in named] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_means_two_states_without_a_warning(language):
    bearers = defaultdict(set)
    for name in names(language):
        if not name.risk:
            bearers[name.text].add(name.country or name.id)
    assert {text: ids for text, ids in bearers.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_composed_and_trimmed_and_written_with_the_letters_of_the_language(language):
    for name in names(language):
        assert name.text == unicodedata.normalize("NFC", name.text).strip()
        assert not re.search(r"[|!\t]|\s{2}", name.text), name
        if language == "fa":
            assert not set(name.text) & set("يك"), name


@pytest.mark.parametrize("language", ["fa", "bn", "ru"])
def test_names_of_states_are_in_the_script_of_their_language(language):
    for name in names(language):
        if name.kind == "state" and name.form != "abbreviation":
            letters = [c for c in name.text if c.isalpha()]
            assert unicodedata.name(letters[0]).startswith(SCRIPT[language]), name


def test_every_name_is_of_an_identity_that_exists():
    known = set(states()) | set(organisations())
    for language in LANGUAGES:
        for name in names(language):
            assert name.id in known or name.id.startswith("city:"), name
            assert name.country is None or name.country in states(), name
            assert name.english, name


def test_successors_are_states_and_come_after():
    for one in states().values():
        for heir in one.successors:
            assert heir in states()
        assert not (one.gone and one.end is None), one.id
        assert one.start is None or one.end is None or one.start <= one.end


def test_the_states_of_the_present_have_codes_of_iso():
    for one in PRESENT:
        assert re.fullmatch(r"[A-Z]{3}", one.id)
        assert re.fullmatch(r"[A-Z]{2}", one.iso2), one.id
        assert one.id == "XKX" or re.fullmatch(r"\d{3}", one.numeric), one.id


def test_no_two_states_of_one_time_share_a_number():
    for scheme in ("all_cow", "all_gw"):
        bearers = defaultdict(list)
        for one in states().values():
            if not one.gone:
                for number in getattr(one, scheme):
                    bearers[number].append(one.id)
        assert {n: ids for n, ids in bearers.items() if len(ids) > 1} == {}


def test_the_most_usual_organisations_have_names_in_the_three_languages():
    for language in THREE:
        named = [o for o in organisations().values() if language in o.names]
        assert len(named) >= 120
