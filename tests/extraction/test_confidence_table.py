"""The table of confidence: fitted from trials, the same from the same ones."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from confidence_table.fitting import Fit, Trial, fit
from confidence_table.writing import table
from legation.extraction.confidence import DOUBTS, table_from
from legation.model.kinds import kinds

FAMILIES = {name: kind.family for name, kind in kinds().items()}
trials = st.lists(
    st.builds(
        Trial,
        st.sampled_from(sorted(kinds())),
        st.lists(st.sampled_from(DOUBTS), unique=True, max_size=3).map(tuple),
        st.booleans(),
    ),
    max_size=40,
)


def of(kind: str, right: int, wrong: int, *doubts: str) -> list[Trial]:
    return [Trial(kind, doubts, i < right) for i in range(right + wrong)]


def chance(found: Fit, kind: str) -> float:
    odds = found.odds(kind, FAMILIES[kind])
    return odds / (1 + odds)


def test_a_kind_with_many_claims_has_its_own_rate() -> None:
    found = fit(of("visit", 180, 20) + of("war", 100, 100), FAMILIES)
    assert abs(chance(found, "visit") - 0.9) < 0.02
    assert abs(chance(found, "war") - 0.5) < 0.02


def test_a_kind_with_few_claims_leans_on_its_family() -> None:
    found = fit(of("visit", 180, 20) + of("meeting", 0, 1) + of("war", 50, 50), FAMILIES)
    assert 0.6 < chance(found, "meeting") < chance(found, "visit")


def test_a_kind_never_met_has_the_odds_of_its_family() -> None:
    found = fit(of("visit", 90, 10) + of("war", 50, 50), FAMILIES)
    assert chance(found, "consultation") > chance(found, "attack")


def test_a_doubt_that_comes_with_errors_lowers_the_odds() -> None:
    found = fit(of("visit", 90, 10) + of("visit", 20, 20, "denied"), FAMILIES)
    assert found.factor("denied") < 0.4


def test_a_doubt_that_comes_with_right_claims_raises_nothing() -> None:
    found = fit(of("visit", 50, 50) + of("visit", 40, 0, "denied"), FAMILIES)
    assert found.factor("denied") == 1


@given(trials)
def test_any_trials_give_a_table_that_holds(found: list[Trial]) -> None:
    text = table(fit(found, FAMILIES), found, 0.5)
    assert text == table(fit(list(found), FAMILIES), found, 0.5)
    assert table_from(yaml.safe_load(text)).factors.keys() == set(DOUBTS)
