"""What holds for dates in any text."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.dates import date_rows, find_dates
from legation.dates.grammar import grammar_of
from legation.model.edtf import is_edtf

LANGUAGES = ["bn", "en", "fa"]
DIGITS = {"latin": "0123456789", "fa": "۰۱۲۳۴۵۶۷۸۹", "ar": "٠١٢٣٤٥٦٧٨٩", "bn": "০১২৩৪৫৬৭৮৯"}
WHOLE = {"en": "on {d} {m} {y}", "fa": "در {d} {m} {y}", "bn": "{y} সালের {d} {m}"}
MONTHS = {"en": "August", "fa": "اوت", "bn": "আগস্ট"}


def pieces(language: str) -> st.SearchStrategy[str]:
    """Texts that are made of words of dates, numbers and noise, in any order."""
    words = sorted(grammar_of(language).vocabulary.words)
    marks = [" ", ", ", "-", "–", "/", "(", ")", ". ", "\n", "\u200c", "[13]", "$", "%", "'"]
    part = st.one_of(
        st.sampled_from(words),
        st.integers(0, 2200).map(str),
        st.sampled_from(marks),
        st.sampled_from(["2004-05-03", "1998/99", "31/02/2003", "1,990", "İ", "য়", "ي", "ۀ"]),
    )
    spaced = st.lists(part, max_size=14).map(" ".join)
    return st.one_of(spaced, st.lists(part, max_size=14).map("".join))


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_every_span_is_the_words_it_claims(language: str, data: st.DataObject) -> None:
    text = data.draw(pieces(language))
    found = find_dates(text, language, document_date="2004-05-03")
    assert all(mention.span.of(text) == mention.text for mention in found)
    assert all(mention.when is None or is_edtf(mention.when) for mention in found)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_dates_stand_in_order_and_apart(language: str, data: st.DataObject) -> None:
    text = data.draw(pieces(language))
    spans = [mention.span for mention in find_dates(text, language)]
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text())
def test_no_text_is_too_strange(language: str, text: str) -> None:
    for mention in find_dates(text, language):
        assert mention.span.of(text) == mention.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("digits", sorted(DIGITS))
@given(day=st.builds(date, st.integers(1600, 2090), st.just(8), st.integers(1, 31)))
def test_a_date_is_the_same_in_every_script_of_digits(
    language: str, digits: str, day: date
) -> None:
    plain = WHOLE[language].format(d=day.day, m=MONTHS[language], y=day.year)
    text = plain.translate(str.maketrans(DIGITS["latin"], DIGITS[digits]))
    assert [row["when"] for row in date_rows(text, language)] == [day.isoformat()]


@pytest.mark.parametrize(
    "text",
    ["২০১৩ সালের অক্টোবর মাসে", "১৯৭২ সালের ১০ ফেব্রুয়ারি", "১৯৭৩ সালের জানুয়ারি", "অগ্রহায়ণ ১৪০০"],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_bengali_letters_in_one_code_point_or_two_are_the_same(text: str, form: str) -> None:
    written = unicodedata.normalize(form, text)
    joined = written.replace("\u09af\u09bc", "\u09df").replace("\u09a1\u09bc", "\u09dc")
    apart = joined.replace("\u09df", "\u09af\u09bc")
    values = [[row["when"] for row in date_rows(t, "bn")] for t in (text, written, joined, apart)]
    assert values[0]
    assert all(value == values[0] for value in values)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("In May\u00a02004, he", "en", "May\u00a02004"),
        ("\u200f۱۲ آبان\u200c ماه ۱۳۵۷\u200f آمد", "fa", "۱۲ آبان\u200c ماه ۱۳۵۷"),
        ("سال‌های ۱۹۹۸", "fa", "سال‌های ۱۹۹۸"),
        ("در ژوئیهٔ ۱۹۹۸", "fa", "ژوئیهٔ ۱۹۹۸"),
        ("در ۵ مهٔ", "fa", "۵ مهٔ"),
        ("১৯৭০’র দশকে", "bn", "১৯৭০’র দশকে"),
        ("the 1970’s were", "en", "1970’s"),
        ("İn 1998 İt", "en", "1998"),
    ],
)
def test_marks_that_nobody_sees_do_not_move_the_span(text: str, language: str, words: str) -> None:
    assert [mention.text for mention in find_dates(text, language)] == [words]
