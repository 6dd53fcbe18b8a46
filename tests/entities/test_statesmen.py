"""Statesmen: those who spoke for a state, under names that are theirs alone."""

import re
import unicodedata
from collections import defaultdict

import pytest

from legation.entities import LANGUAGES, names, states, statesmen
from legation.model.errors import LanguageError

SCRIPT = {"en": "LATIN", "fa": "ARABIC", "bn": "BENGALI", "ru": "CYRILLIC"}
WORDS = {"bush", "park", "singh", "khan", "ali", "brown", "may", "ford", "rao", "rice", "major"}
REGIONS = {
    "South Asia": "IND PAK BGD LKA NPL BTN MDV",
    "Iran and its neighbours": "IRN IRQ AFG TUR AZE ARM TKM",
    "the Arab states": "EGY SYR SAU JOR LBN LBY DZA TUN MAR SDN YEM",
    "the former Soviet Union": "SUN RUS BLR UKR GEO KAZ UZB KGZ TJK",
    "Africa": "ETH KEN TZA COD GHA NGA SEN ZAF ZWE AGO",
    "Latin America": "MEX CUB BRA ARG CHL PER VEN COL BOL",
    "East and Southeast Asia": "CHN JPN KOR PRK VNM KHM IDN MYS THA PHL",
    "Europe": "GBR FRA DEU ITA ESP POL YUG ROU HUN",
    "North America": "USA CAN",
}


def test_a_language_without_a_table_is_refused_with_a_code():
    with pytest.raises(LanguageError, match="LG-E005"):
        statesmen("tlh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statesman_spoke_for_a_state_that_there_is_or_for_all_of_them(language):
    for one in statesmen(language):
        assert one.state in states() or one.office == "secretary-general", one


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_speaks_for_a_state_before_beginning_to(language):
    for one in statesmen(language):
        assert 1800 <= one.start <= (one.end or one.start), one


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_in_the_script_of_their_language(language):
    for one in statesmen(language):
        letters = [c for c in re.sub(r"\b[IVX]+\b", "", one.text) if c.isalpha()]
        assert letters, one
        assert all(unicodedata.name(c).startswith(SCRIPT[language]) for c in letters), one


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_means_two_persons(language):
    bearers = defaultdict(set)
    for one in statesmen(language):
        bearers[one.text.casefold()].add(one.english)
    assert {text: who for text, who in bearers.items() if len(who) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_a_statesman_is_that_of_a_state(language):
    other = {n.text for n in names(language) if n.kind != "city" and not n.risk}
    assert [s.text for s in statesmen(language) if s.text in other] == []


def test_surnames_that_are_words_or_borne_by_many_do_not_stand_alone():
    assert [s.text for s in statesmen("en") if s.text.casefold() in WORDS] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_its_statesmen_in_every_language(language, region):
    spoken_for = {s.state for s in statesmen(language)}
    assert set(REGIONS[region].split()) <= spoken_for


def test_a_person_has_one_english_name_in_all_languages():
    english = {s.english for s in statesmen("en")}
    for language in LANGUAGES:
        assert {s.english for s in statesmen(language)} <= english
