"""Reliability: bins, the error of calibration, and discounts."""

from __future__ import annotations

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from scoring.reliability import (
    Verdict,
    bins,
    calibration_error,
    crossed,
    discount,
    mean_chance,
    share_right,
    shifted,
)

chances = st.floats(0.05, 0.99)
found = st.lists(st.builds(Verdict, chances, st.booleans(), st.sampled_from(["en", "fa"])))


def claims(chance: float, right: int, wrong: int, language: str = "en") -> list[Verdict]:
    said = [True] * right + [False] * wrong
    return [Verdict(chance, one, language) for one in said]


@given(found)
def test_every_claim_is_in_one_bin(verdicts: list[Verdict]) -> None:
    assert sum(held.claims for held in bins(verdicts)) == len(verdicts)
    assert all(held.low - 1e-9 <= held.chance <= held.high + 1e-9 for held in bins(verdicts))


@given(found)
def test_the_error_is_a_share(verdicts: list[Verdict]) -> None:
    assert 0 <= calibration_error(verdicts) <= 1


def test_claims_as_often_right_as_they_say_have_no_error() -> None:
    assert isclose(calibration_error(claims(0.75, 3, 1) + claims(0.5, 1, 1)), 0, abs_tol=1e-9)


def test_claims_that_boast_have_an_error() -> None:
    assert isclose(calibration_error(claims(0.9, 1, 1)), 0.4)


@given(chances, st.floats(0.1, 10))
def test_a_factor_on_odds_can_be_undone(chance: float, factor: float) -> None:
    assert isclose(shifted(shifted(chance, factor), 1 / factor), chance, rel_tol=1e-6)


def test_a_discount_makes_the_mean_confidence_the_share_that_is_right() -> None:
    verdicts = claims(0.9, 5, 5) + claims(0.6, 2, 4)
    factor = discount(verdicts)
    lowered = [Verdict(shifted(one.chance, factor), one.right) for one in verdicts]
    assert isclose(mean_chance(lowered), share_right(verdicts), rel_tol=1e-6)


def test_a_language_never_sees_its_own_discount() -> None:
    verdicts = claims(0.8, 2, 2, "en") + claims(0.8, 4, 1, "fa")
    lowered = {one.language: one.chance for one in crossed(verdicts)}
    assert isclose(lowered["en"], 0.8, rel_tol=1e-6)
    assert isclose(lowered["fa"], 0.5, rel_tol=1e-6)
