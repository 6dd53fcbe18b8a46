import pytest

from legation.entities import label, names, organisation, state, state_of_number, states
from legation.model.errors import LanguageError, UsageError


def test_a_language_without_a_table_is_refused_with_a_code():
    with pytest.raises(LanguageError, match="LG-E002"):
        names("tlh")


def test_unknown_identities_are_refused_with_a_code():
    with pytest.raises(UsageError, match="LG-E003"):
        state("ZZZ")
    with pytest.raises(UsageError, match="LG-E004"):
        organisation("no such thing")


def test_a_word_that_often_means_another_thing_is_marked():
    risky = {n.text for lang in ("en", "fa", "bn") for n in names(lang) if n.risk}
    assert {"Georgia", "Jordan", "Chad", "مالی", "মালি", "Congo"} <= risky
    assert not {"Iraq", "عراق", "ইরাক"} & risky


def test_combining_forms_are_prefixes():
    prefixes = {n.text: n.id for n in names("en") if n.form == "prefix"}
    assert prefixes["Sino"] == "CHN"
    assert prefixes["Anglo"] == "GBR"
    assert prefixes["Soviet"] if "Soviet" in prefixes else state("SUN")


def test_a_capital_names_its_city_and_the_state_it_stands_for():
    tehran = next(n for n in names("fa") if n.text == "تهران")
    assert (tehran.form, tehran.country, tehran.english) == ("capital", "IRN", "Tehran")
    assert tehran.id.startswith("city:")


def test_states_that_are_gone_keep_their_years_and_heirs():
    assert (state("SUN").start, state("SUN").end) == (1922, 1991)
    assert state("CSK").successors == ("CZE", "SVK")
    assert state("DDR").iso3166_3 == "DDDE"


def test_a_number_means_the_state_of_its_year():
    assert state_of_number("cow", 365, 1970).id == "SUN"
    assert state_of_number("cow", 365, 2000).id == "RUS"
    assert state_of_number("cow", 255, 1860).id == "PRS"
    assert state_of_number("gw", 345, 1990).id == "YUG"
    assert state_of_number("cow", 9999) is None


def test_there_are_the_states_of_the_united_nations():
    assert sum(s.status == "member" for s in states().values()) == 193


def test_labels_fall_back_to_english_and_then_to_the_identity():
    assert label("IRQ", "bn") == "ইরাক"
    assert label("IRQ", "tlh") == "Iraq"
    assert label("nothing", "fa") == "nothing"
