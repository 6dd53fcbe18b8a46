"""Other calendars against ours."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.dates.calendars import gregorian_day, month_of_larger_share, year_of_larger_share


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day", "ours"),
    [
        ("jalali", 1357, 11, 22, date(1979, 2, 11)),
        ("jalali", 1299, 12, 3, date(1921, 2, 22)),
        ("hijri", 1400, 1, 1, date(1979, 11, 20)),
        ("hijri", 1, 1, 1, date(622, 7, 19)),
        ("bangla", 1358, 11, 8, date(1952, 2, 21)),
        ("bangla", 1377, 12, 12, date(1971, 3, 26)),
        ("bangla", 1412, 1, 1, date(2005, 4, 14)),
        ("gregorian", 1998, 2, 28, date(1998, 2, 28)),
    ],
)
def test_a_day_of_another_calendar_is_a_day_of_ours(
    calendar: str, year: int, month: int, day: int, ours: date
) -> None:
    assert gregorian_day(calendar, year, month, day) == ours


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day"),
    [
        ("jalali", 1359, 12, 30),
        ("bangla", 1412, 11, 31),
        ("hijri", 1200, 13, 1),
        ("gregorian", 2003, 2, 29),
    ],
)
def test_a_day_that_is_not_there_is_refused(calendar: str, year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=r"."):
        gregorian_day(calendar, year, month, day)


@given(st.integers(1200, 1450))
def test_a_jalali_year_is_never_gregorian(year: int) -> None:
    assert year_of_larger_share("jalali", year) == year + 621


@given(st.integers(1200, 1450), st.integers(1, 12))
def test_a_month_shares_most_days_with_one_it_touches(year: int, month: int) -> None:
    first = gregorian_day("jalali", year, month, 1)
    shared = month_of_larger_share("jalali", year, month)
    assert shared in {
        (first.year, first.month),
        (first.year + first.month // 12, first.month % 12 + 1),
    }


@given(st.integers(1343, 1499), st.integers(1, 12))
def test_the_lunar_arithmetic_meets_the_tables_within_two_days(year: int, month: int) -> None:
    from legation.dates import calendars

    tabled = gregorian_day("hijri", year, month, 1).toordinal()
    before = (year - 1) * 354 + (3 + 11 * year) // 30
    reckoned = calendars._HIJRI_EPOCH + before + (59 * (month - 1) + 1) // 2
    assert abs(tabled - reckoned) <= 2
