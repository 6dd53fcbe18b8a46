"""A claim is found by the beginning of its id, and it is told how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from legation.ledger import Ledger
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import UsageError
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal

DOCUMENT = Document("Iraq closed its embassy in Oslo.", "a.txt", "en")
FIRST, SECOND = (f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2))


def claim(kind: str = "mission_closed", extractor: str = "rules@1") -> Claim:
    source = Source(DOCUMENT.id, DOCUMENT.uri, DOCUMENT.language, 0, 4, DOCUMENT.text[:4])
    return Claim(kind, {"sender": "IRQ", "host": "NOR"}, source, extractor=extractor)


TOLD = claim()


@pytest.fixture
def ledger(ledger_place: str) -> Iterator[Ledger]:
    with Ledger.open(ledger_place, create=True) as opened:
        opened.add(DOCUMENT, [TOLD], recorded_at=FIRST)
        yield opened


def test_a_claim_is_found_with_its_reading(ledger: Ledger) -> None:
    found = ledger.find(TOLD.id[:8])
    assert (found.claim, found.extractor, found.recorded_at) == (TOLD, "rules@1", FIRST)
    assert (found.standing, found.review) == ("current", None)


def test_a_claim_that_a_later_reading_lacks_is_told_as_reread(ledger: Ledger) -> None:
    ledger.add(DOCUMENT, [], extractor="rules@2", recorded_at=SECOND)
    assert ledger.find(TOLD.id).standing == "reread"
    assert ledger.find(TOLD.id, as_of="2026-01-01").standing == "current"


def test_a_claim_that_a_later_reading_has_too_is_current_by_that_reading(ledger: Ledger) -> None:
    ledger.add(DOCUMENT, [claim(extractor="rules@2")], recorded_at=SECOND)
    found = ledger.find(TOLD.id)
    assert (found.standing, found.extractor) == ("current", "rules@2")


@pytest.mark.parametrize(
    ("verdict", "standing"),
    [("accept", "current"), ("reject", "rejected"), ("correct", "corrected"), ("undo", "current")],
)
def test_a_reviewed_claim_stands_as_the_review_says(
    ledger: Ledger, verdict: str, standing: str
) -> None:
    replacement = claim("war") if verdict == "correct" else None
    made = ledger.review(Review(TOLD.id, verdict, "A. Reader", "why", replacement))  # type: ignore[arg-type]
    found = ledger.find(TOLD.id)
    assert found.standing == standing
    assert found.review == (None if verdict == "undo" else made)


def test_a_claim_of_a_withdrawn_document_is_told_so(ledger: Ledger) -> None:
    ledger.withdraw(Withdrawal(DOCUMENT.id, "withdraw", "A. Reader", "a forgery"))
    assert ledger.find(TOLD.id).standing == "withdrawn"


@pytest.mark.parametrize("prefix", ["", "zz", "0" * 24])
def test_what_no_claim_has_for_the_beginning_of_its_id_is_told(ledger: Ledger, prefix: str) -> None:
    with pytest.raises(UsageError, match="LG-U018"):
        ledger.find(prefix)


def test_a_claim_is_not_found_before_it_was_recorded(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="LG-U018"):
        ledger.find(TOLD.id, as_of="2025-12-31")


def test_a_beginning_that_several_share_is_told(ledger: Ledger) -> None:
    kinds = ["war", "visit", "meeting", "aid", "trade", "loan", "treaty", "tenor", "debt"]
    ledger.add(DOCUMENT, [claim(kind) for kind in kinds], extractor="other@1")
    ids = sorted(known.id for known in ledger.claims())
    shared = next(a[:1] for a, b in pairwise(ids) if a[0] == b[0])
    with pytest.raises(UsageError, match="LG-U019"):
        ledger.find(shared)
