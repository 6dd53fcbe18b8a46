from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from legation.entities import best, names, resolution_rows, resolve

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "resolution.yaml").read_text("utf-8"))
EACH = [(lang, name, who) for lang, cases in CASES.items() for name, who in cases.items()]


@pytest.mark.parametrize(("language", "name", "identity"), EACH)
def test_a_name_resolves_to_whom_it_means(language, name, identity):
    found = best(name, language)
    assert (found.id if found else None) == identity


@pytest.mark.parametrize("language", ["en", "fa", "bn", "ru"])
def test_every_sure_name_of_a_state_resolves_to_it(language):
    sure = [n for n in names(language) if n.form in {"short", "official"} and not n.risk]
    wrong = [n.text for n in sure if resolve(n.text, language)[0].id != n.id]
    assert wrong == []


def test_a_language_that_is_not_said_makes_no_difference_to_an_unmistakable_name():
    assert {best(name).id for name in ("Iraq", "عراق", "ইরাক", "Ирак", "伊拉克")} == {"IRQ"}


def test_the_script_tells_which_endings_a_name_may_wear():
    assert [best(name).id for name in ("ইরাকের", "کشور ایران", "Iraq's")] == ["IRQ", "IRN", "IRQ"]


def test_a_city_of_today_comes_before_a_state_that_is_gone():
    assert best("Hanover", "en").kind == "city"
    assert best("Kingdom of Hanover", "en").id == "HAN"


def test_a_capital_resolves_as_the_city_with_its_state():
    found = best("তেহরান", "bn")
    assert (found.kind, found.country) == ("city", "IRN")


def test_a_code_of_two_letters_yields_to_an_abbreviation():
    assert best("AU").id == "AU"
    assert best("IQ").id == "IRQ"


def test_rows_keep_the_order_of_the_names_and_leave_the_unknown_without_identity():
    rows = list(resolution_rows(["Blefuscu", "Iraq"]))
    assert [(row["name"], row["id"]) for row in rows] == [("Blefuscu", None), ("Iraq", "IRQ")]
    assert rows[0]["kind"] is None
    assert rows[0]["score"] == 0.0


@given(st.text(max_size=40), st.sampled_from(["en", "fa", "bn", "ru", "de", None]))
def test_any_text_resolves_to_ranked_identities_or_to_none(text, language):
    scores = [one.score for one in resolve(text, language)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
