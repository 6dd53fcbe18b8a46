import pytest

from legation.entities import cities_named, city, label, resolve_city
from legation.entities.skeletons import skeleton

HEARD = [
    ("مگیلف", "fa", "BLR", "Mogilev"),
    ("گومل", "fa", "BLR", "Gomel"),
    ("سوچی", "fa", "RUS", "Sochi"),
    ("اوفا", "fa", "RUS", "Ufa"),
    ("মিন্স্ক", "bn", "BLR", "Minsk"),
    ("মিনস্কে", "bn", "BLR", "Minsk"),
    ("আরবিল", "bn", "IRQ", "Erbil"),
    ("Basrah", "en", "IRQ", "Basra"),
]


@pytest.mark.parametrize(("name", "language", "country", "english"), HEARD)
def test_a_city_is_found_in_the_states_at_hand(name, language, country, english):
    assert resolve_city(name, language, countries={country}).english == english


def test_a_city_that_only_sounds_alike_is_marked_as_less_sure():
    found = resolve_city("ماهیلیوو", "fa", countries={"BLR"})
    listed = resolve_city("مینسک", "fa", countries={"BLR"})
    assert found.score < listed.score


def test_a_city_elsewhere_is_less_sure_than_one_in_the_states_at_hand():
    at_home = resolve_city("Hyderabad", "en", countries={"IND"})
    abroad = resolve_city("Hyderabad", "en", countries={"FIN"})
    assert abroad.score < at_home.score


def test_a_name_that_no_list_knows_is_only_romanised():
    found = resolve_city("ঝকঝকপুর", "bn")
    assert found.city is None
    assert found.reason == "romanised"
    assert found.english.isascii()


def test_a_city_has_a_label_in_each_language():
    minsk = cities_named("Minsk")[0]
    assert city(minsk.id) == minsk
    assert [label(minsk.id, language) for language in ("en", "fa")] == ["Minsk", "مینسک"]


def test_a_skeleton_is_the_same_in_four_scripts():
    names = ("Lukashenko", "لوکاشنکو", "লুকাশেনকো", "Лукашенко")
    assert len({skeleton(name) for name in names}) == 1
