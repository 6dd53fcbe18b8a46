import pytest

from legation.entities import person_key, romanise, same_person
from legation.entities.persons import SAME

ONE = [
    ("Alexander Lukashenko", "الکساندر لوکاشنکو"),
    ("Alexander Lukashenko", "অ্যালেকজান্ডার লুকাশেনকো"),
    ("الکساندر لوکاشنکو", "আলেকজান্ডার লুকাশেনকো"),
    ("ভ্লাদিমির পুতিন", "ولادیمیر پوتین"),
    ("Sergey Lavrov", "سرگئی لاوروف"),
    ("Hassan Rouhani", "حسن روحانی"),
    ("হাসান রুহানি", "Хасан Рухани"),
    ("Mahmoud Ahmadinejad", "محمود احمدی نژاد"),
    ("Mahmoud Ahmadinejad", "محمود احمدی‌نژاد"),
    ("Nouri al-Maliki", "নুরি আল-মালিকি"),
    ("Saddam Hussein", "صدام حسین"),
    ("সাদ্দাম হোসেন", "صدام حسین"),
    ("President Lukashenko", "لوکاشنکو"),
    ("A. Lukashenko", "الکساندر لوکاشنکو"),
    ("Lukashenko Alexander", "Alexander Lukashenko"),
]
TWO = [
    ("Alexander Lukashenko", "Viktor Lukashenko"),
    ("Ali Larijani", "صادق لاریجانی"),
    ("George W. Bush", "Tariq Aziz"),
    ("Vladimir Putin", "Dmitry Medvedev"),
    ("حسن روحانی", "حسن نصرالله"),
    ("", "Tariq Aziz"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_person_is_known_again_in_another_script(one, other):
    assert same_person(one, other).score >= SAME
    assert same_person(other, one).score >= SAME


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_persons_stay_two(one, other):
    assert same_person(one, other).score < SAME


def test_a_key_leaves_titles_out():
    assert person_key("Dr. Hassan Rouhani") == person_key("حسن روحانی")


def test_romanised_names_are_plain_latin():
    for name in ("محمود احمدی‌نژاد", "সাদ্দাম হোসেন", "Лукашенко", "Škoda", "Łódź"):
        assert romanise(name).isascii()
