"""Dates in EDTF for Hypothesis to try."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from legation.model.edtf import is_edtf

_MARKS = st.sampled_from(["", "", "~", "?", "%"])


def moment_texts() -> st.SearchStrategy[str]:
    """Single dates, from a century to a day, plain or marked."""
    days = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(lambda day: day.isoformat())
    shapes = st.one_of(
        days,
        days.map(lambda day: day[:7]),
        days.map(lambda day: day[:4]),
        st.integers(1, 999).map(lambda decade: f"{decade:03d}X"),
        st.integers(1, 99).map(lambda century: f"{century:02d}XX"),
        st.builds("{:04d}-{}".format, st.integers(1, 9999), st.integers(21, 24)),
        st.builds("{:04d}-XX".format, st.integers(1, 9999)),
    )
    return st.builds("{}{}".format, shapes, _MARKS)


def edtf_texts() -> st.SearchStrategy[str]:
    """Dates and intervals that hold together."""
    ends = st.one_of(moment_texts(), st.sampled_from(["..", ""]))
    intervals = st.builds("{}/{}".format, ends, ends).filter(is_edtf)
    return st.one_of(moment_texts(), intervals)
