"""Coarse dates compared: what is certain, what is possible, and how the two hang together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from edtf_strategies import edtf_texts
from hypothesis import given
from hypothesis import strategies as st

from legation.model.edtf import Edtf, parse
from legation.model.extent import (
    certainly_before,
    certainly_during,
    certainly_overlaps,
    covers_day,
    possibly_before,
    possibly_during,
    possibly_overlaps,
    sort_key,
)

Comparison = Callable[[Edtf, Edtf], bool]
dates = edtf_texts().map(parse)


@pytest.mark.parametrize(
    ("certainly", "possibly"),
    [
        (certainly_before, possibly_before),
        (certainly_during, possibly_during),
        (certainly_overlaps, possibly_overlaps),
    ],
)
@given(a=dates, b=dates)
def test_what_is_certain_is_possible(
    certainly: Comparison, possibly: Comparison, a: Edtf, b: Edtf
) -> None:
    assert possibly(a, b) or not certainly(a, b)


@given(dates, dates)
def test_two_dates_are_never_certainly_before_each_other(a: Edtf, b: Edtf) -> None:
    assert not (certainly_before(a, b) and certainly_before(b, a))


@given(dates, dates, dates)
def test_certainly_before_passes_on(a: Edtf, b: Edtf, c: Edtf) -> None:
    if certainly_before(a, b) and certainly_before(b, c):
        assert certainly_before(a, c)


@given(dates, dates)
def test_what_is_certainly_over_cannot_overlap(a: Edtf, b: Edtf) -> None:
    assert not (certainly_before(a, b) and possibly_overlaps(a, b))


@given(dates, dates)
def test_overlap_does_not_mind_the_order(a: Edtf, b: Edtf) -> None:
    assert certainly_overlaps(a, b) == certainly_overlaps(b, a)
    assert possibly_overlaps(a, b) == possibly_overlaps(b, a)


@given(dates, st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_day_is_covered_as_the_interval_of_that_day_overlaps(a: Edtf, day: date) -> None:
    one = parse(day.isoformat())
    expected = "no" if not possibly_overlaps(a, one) else "possible"
    assert covers_day(a, day) in (expected, "certain" if expected == "possible" else "no")


@given(dates, dates)
def test_what_is_certainly_before_is_sorted_before(a: Edtf, b: Edtf) -> None:
    if certainly_before(a, b):
        assert sort_key(a) < sort_key(b)


@pytest.mark.parametrize(
    ("edtf", "day", "coverage"),
    [
        ("2010", "2010-06-01", "possible"),
        ("2010-06-01", "2010-06-01", "certain"),
        ("2010/..", "2012-06-01", "certain"),
        ("2010/", "2012-06-01", "possible"),
        ("/2010", "2005-06-01", "possible"),
        ("../2010", "2005-06-01", "certain"),
        ("2010~/2015", "2010-01-01", "possible"),
        ("1982-24", "1983-02-28", "possible"),
        ("2010", "2011-01-01", "no"),
    ],
)
def test_coverage_of_a_day(edtf: str, day: str, coverage: str) -> None:
    assert covers_day(parse(edtf), date.fromisoformat(day)) == coverage


def test_an_approximate_year_is_certainly_during_nothing_as_narrow() -> None:
    assert not certainly_during(parse("2010-07-01"), parse("2010~"))
    assert possibly_during(parse("2010-07-01"), parse("2010~"))
