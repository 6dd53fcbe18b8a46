"""A review has somebody who answers for it, and a correction says what is right."""

from __future__ import annotations

import pytest

from legation.model.claims import Claim, Source
from legation.model.errors import UsageError
from legation.model.reviews import Review

CLAIM = Claim(
    "visit", {"from": "NOR", "to": "SWE"}, Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
)


def test_a_correction_holds_its_replacement() -> None:
    assert Review(CLAIM.id, "correct", "A. Reader", "a slip", CLAIM).replacement is CLAIM


def test_a_review_without_author_or_reason_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        Review(CLAIM.id, "accept", " ", "read it")
    assert refused.value.code == "LG-U014"
    with pytest.raises(UsageError) as refused:
        Review(CLAIM.id, "accept", "A. Reader", "")
    assert refused.value.code == "LG-U014"


def test_a_correction_without_replacement_and_a_replacement_without_correction_are_refused() -> (
    None
):
    with pytest.raises(UsageError) as refused:
        Review(CLAIM.id, "correct", "A. Reader", "a slip")
    assert refused.value.code == "LG-U016"
    with pytest.raises(UsageError) as refused:
        Review(CLAIM.id, "reject", "A. Reader", "a slip", CLAIM)
    assert refused.value.code == "LG-U016"
