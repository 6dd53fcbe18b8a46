import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from legation.entities.lexicon import names_of_record
from legation.entities.spelling import fold, light, loosen

NAMES = st.sampled_from(
    [n.text for lang in ("en", "fa", "bn", "ru") for n in names_of_record(lang)]
)


@given(NAMES)
def test_a_name_folds_alike_composed_or_not_and_in_any_case(name):
    assert fold(unicodedata.normalize("NFD", name)) == fold(name) == fold(name.upper())


@given(NAMES)
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


@given(NAMES)
def test_arabic_letters_and_joiners_do_not_matter(name):
    typed = name.replace("ی", "ي").replace("ک", "ك").replace("\u200c", " ")
    assert fold(typed) == fold(name)


def test_bengali_vowel_signs_are_kept():
    assert fold("ইরাক") != fold("ইরান")
    assert fold("মালি") != fold("মাল")


def test_loosening_brings_together_what_bengali_writes_in_two_ways():
    for one, other in (("ইরাকী", "ইরাকি"), ("হাঙ্গেরী", "হাংগেরি"), ("ভূটান", "ভুটান")):
        assert loosen(fold(one), "bn") == loosen(fold(other), "bn")


def test_light_spelling_is_persian_only_in_persian():
    assert light("عراقي", "fa") == "عراقی"
    assert light("عراقي", "ar") == "عراقي"
