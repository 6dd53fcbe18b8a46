"""EDTF as legation writes it: what is read, what is refused, and what comes back."""

from __future__ import annotations

import pytest
from edtf_strategies import edtf_texts
from hypothesis import given
from hypothesis import strategies as st

from legation.model.edtf import Missing, Moment, is_edtf, parse
from legation.model.errors import DateError


@given(edtf_texts())
def test_a_date_that_is_read_is_written_the_same(text: str) -> None:
    assert str(parse(text)) == text


@given(edtf_texts())
def test_a_date_begins_no_later_than_it_ends(text: str) -> None:
    found = parse(text)
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    if is_edtf(text):
        assert str(parse(text)) == text
    else:
        with pytest.raises(DateError, match="LG-T00"):
            parse(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "LG-T001"),
        ("2010-7", "LG-T001"),
        ("mid-2006", "LG-T001"),
        ("../..", "LG-T001"),
        ("/", "LG-T001"),
        ("X198", "LG-T001"),
        ("0000", "LG-T002"),
        ("2010-13", "LG-T002"),
        ("2010-22-01", "LG-T002"),
        ("2001-02-29", "LG-T002"),
        ("2010-00", "LG-T002"),
        ("1980/1970", "LG-T003"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert caught.value.code == code


def test_a_leap_day_of_an_unfinished_year_is_a_day() -> None:
    assert str(parse("19XX-02-29")) == "19XX-02-29"


def test_an_open_end_is_not_an_unknown_end() -> None:
    assert parse("1983/..").upper is Missing.OPEN
    assert parse("1983/").upper is Missing.UNKNOWN


def test_a_year_before_1000_keeps_its_four_digits() -> None:
    assert parse("0628").lower == Moment("0628")
