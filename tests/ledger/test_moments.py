"""Recorded times are in UTC, sort as text, and a day counts to its end."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.ledger import moments
from legation.model.errors import UsageError

aware = st.datetimes(min_value=datetime(1000, 1, 1), timezones=st.just(UTC))


@given(aware, aware)
def test_written_moments_sort_as_time_does(a: datetime, b: datetime) -> None:
    assert (moments.written(a) < moments.written(b)) == (a < b)


@given(aware)
def test_a_moment_is_within_its_day(moment: datetime) -> None:
    assert moments.written(moment) <= moments.as_of(moment.date().isoformat())


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(UsageError, match="LG-U002"):
        moments.written(datetime(2026, 1, 1))


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "2026"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="LG-U003"):
        moments.as_of(text)
