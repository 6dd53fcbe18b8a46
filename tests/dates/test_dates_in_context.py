"""Dates that lean on others: what is carried, what the document gives, how each relates."""

from __future__ import annotations

import pytest

from legation.dates import find_dates
from legation.model.errors import DateError, LanguageError


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "It closed yesterday.", "2023-07-26"),
        ("en", "It closed last year.", "2022"),
        ("en", "It closed two years ago.", "2021"),
        ("en", "It closed last month.", "2023-06"),
        ("en", "It closed in June this year.", "2023-06"),
        ("en", "It closed last November.", "2022-11"),
        ("en", "It closed on Wednesday.", "2023-07-26"),
        ("en", "It closed on 5 March.", "2023-03-05"),
        ("fa", "دیروز بسته شد.", "2023-07-26"),
        ("fa", "سال گذشته بسته شد.", "2022"),
        ("fa", "ماه گذشته بسته شد.", "2023-06"),
        ("fa", "روز سه‌شنبه بسته شد.", "2023-07-25"),
        ("bn", "গতকাল বন্ধ হয়।", "2023-07-26"),
        ("bn", "গত বছর বন্ধ হয়।", "2022"),
        ("bn", "গত মাসে বন্ধ হয়।", "2023-06"),
        ("bn", "গত এপ্রিলে বন্ধ হয়।", "2023-04"),
        ("bn", "দুই বছর আগে বন্ধ হয়।", "2021"),
        ("bn", "মঙ্গলবার বন্ধ হয়।", "2023-07-25"),
    ],
)
def test_the_date_of_the_document_gives_what_is_told_from_it(
    language: str, text: str, when: str
) -> None:
    found = find_dates(text, language, document_date="2023-07-27")
    assert [(mention.when, mention.basis) for mention in found] == [(when, "document")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It closed yesterday, last year, two years ago and on Friday."),
        ("fa", "دیروز و سال گذشته و روز جمعه بسته شد."),
        ("bn", "গতকাল, গত বছর আর শুক্রবার বন্ধ হয়।"),
    ],
)
def test_without_a_date_of_the_document_nothing_is_told_from_it(language: str, text: str) -> None:
    assert find_dates(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "In March 2004 he came; in June he left."), ("fa", "در مارس ۲۰۰۴ آمد و در ژوئن رفت.")],
)
def test_a_month_takes_the_year_the_text_has_reached(language: str, text: str) -> None:
    found = find_dates(text, language)
    assert [(mention.when, mention.basis) for mention in found] == [
        ("2004-03", "stated"),
        ("2004-06", "carried"),
    ]


def test_a_month_after_no_year_has_words_and_no_value() -> None:
    assert [(m.text, m.when) for m in find_dates("He left in June.", "en")] == [("June", None)]


def test_that_year_leads_on_from_the_paragraph_before() -> None:
    long = "Nothing of note is told of the two states in the years after the war, which they spent "
    text = f"In 1948 they met. {long} apart.\nThat year they agreed."
    assert [mention.when for mention in find_dates(text, "en")] == ["1948", "1948"]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("in 1990", "at"),
        ("since 1990", "from"),
        ("until 1990", "until"),
        ("from 1990 to 1995", "range"),
        ("between 1990 and 1995", "between"),
        ("before 1990", "before"),
        ("after 1990", "after"),
        ("by 1990", "by"),
    ],
)
def test_the_words_around_a_date_tell_how_it_stands(text: str, relation: str) -> None:
    assert [mention.relation for mention in find_dates(text, "en")] == [relation]


def test_a_russian_note_of_a_day_does_not_last_from_it() -> None:
    texts = ["Нота от 8 мая 2013 года утеряна.", "С 8 мая 2013 года виз нет."]
    found = [mention.when for text in texts for mention in find_dates(text, "ru")]
    assert found == ["2013-05-08", "2013-05-08/.."]


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert [m.when for m in find_dates("on 31 February 2003", "en")] == []


def test_a_language_without_a_table_is_told_so() -> None:
    with pytest.raises(LanguageError, match="LG-T010"):
        find_dates("1998", "xx")


def test_a_date_of_the_document_must_be_edtf() -> None:
    with pytest.raises(DateError, match="LG-T001"):
        find_dates("1998", "en", document_date="yesterday")


def test_in_a_report_the_year_of_a_background_is_not_carried() -> None:
    told = "They took up ties on March 26, ending those of 1941. The embassy opened on June 5."
    found = find_dates(told, "en", document_date="2023-06-11")
    assert [mention.when for mention in found] == ["2023-03-26", "1941", "2023-06-05"]


def test_nothing_is_counted_from_the_text_to_beyond_the_document() -> None:
    told = "He arrived on 23 August. Thirteen years later no minister had come."
    found = find_dates(told, "en", document_date="2025-08-24")
    assert [mention.when for mention in found] == ["2025-08-23"]
