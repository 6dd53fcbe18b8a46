"""Dates as people read them."""

from __future__ import annotations

import pytest

from legation.views.dates_in_words import date_in_words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2010", "2010"),
        ("2010-07-14", "2010-07-14"),
        ("1982-22", "summer 1982"),
        ("1982-24~", "about winter 1982"),
        ("19XX", "20th century"),
        ("2004-XX-12", "2004"),
        ("2004-06-XX", "2004-06"),
        ("1979?", "perhaps 1979"),
        ("1979%", "perhaps about 1979"),
        ("../1967", "until 1967"),
        ("198X/1990~", "1980s to about 1990"),
        ("/1990", "until 1990"),
        ("1990/", "from 1990"),
    ],
)
def test_marks_become_words_and_days_stay(when: str, words: str) -> None:
    assert date_in_words(when) == words
