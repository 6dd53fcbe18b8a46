"""Recorded times are in UTC, sort as text, and a day counts to its end."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.ledger import Ledger, moments
from legation.model.decisions import Decision
from legation.model.errors import LedgerError, UsageError

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


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2026-13-01",
        "2026",
        "9999-12-31T23:59:59-14:00",
        "0001-01-01T00:00:00+14:00",
    ],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="LG-U003"):
        moments.as_of(text)


def test_a_clock_that_was_set_back_does_not_turn_the_record_around(
    ledger_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moments, "now", lambda: "2026-01-01T00:00:00.000000Z")
    decision = Decision("split", ("Ana", "Anna"), "A. Reader", "two ministers")
    with Ledger.open(ledger_place, create=True) as ledger:
        ledger.decide(decision, recorded_at="2026-01-02T00:00:00.999999Z")
        assert ledger.decide(decision).recorded_at == "2026-01-02T00:00:01.000000Z"


@pytest.mark.parametrize("moment", ["yesterday", "2026-01-03", "2026-01-03T00:00:00Z"])
def test_what_is_not_written_as_a_recorded_time_is_refused(ledger_place: str, moment: str) -> None:
    decision = Decision("split", ("Ana", "Anna"), "A. Reader", "two ministers")
    with Ledger.open(ledger_place, create=True) as ledger:
        with pytest.raises(LedgerError, match="LG-L006"):
            ledger.decide(decision, recorded_at=moment)
        assert ledger.decisions() == []
