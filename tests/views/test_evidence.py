"""The evidence on a pair: of the parties themselves, and of the states whose heirs they are."""

from __future__ import annotations

from legation.ledger import Ledger
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.reviews import Review
from legation.views.evidence import evidence_on

DOCUMENT = Document("Visits were paid to Moscow, then and now.", "a.txt", "en")


def visit(host: str, start: int) -> Claim:
    source = Source(DOCUMENT.id, "a.txt", "en", start, start + 6, DOCUMENT.text[start : start + 6])
    return Claim("visit", {"from": "IRN", "to": host}, source, when="1990")


NOW, BEFORE, REJECTED = visit("RUS", 0), visit("SUN", 7), visit("SUN", 14)


def review(of: Claim, verdict: str, reason: str = "read it") -> Review:
    return Review(of.id, verdict, "A. Reader", reason)  # type: ignore[arg-type]


def test_reviews_on_a_pair_and_on_its_predecessors_are_all_evidence(ledger_place: str) -> None:
    told = [
        review(BEFORE, "accept"),
        review(NOW, "accept"),
        review(BEFORE, "undo", "read again"),
        review(REJECTED, "reject"),
    ]
    with Ledger.open(ledger_place, create=True) as ledger:
        ledger.add(DOCUMENT, [NOW, BEFORE, REJECTED])
        recorded = [ledger.review(each) for each in told]
        found = evidence_on(ledger, "IRN", "RUS", None)
    assert found.reviews == recorded
    assert {claim.id for claim in found.claims} == {NOW.id, BEFORE.id}
    assert list(found.retired) == [REJECTED]


def test_a_predecessor_of_whom_all_was_rejected_is_evidence_too(ledger_place: str) -> None:
    with Ledger.open(ledger_place, create=True) as ledger:
        ledger.add(DOCUMENT, [NOW, REJECTED])
        recorded = ledger.review(review(REJECTED, "reject"))
        found = evidence_on(ledger, "IRN", "RUS", None)
    assert (found.reviews, list(found.retired)) == ([recorded], [REJECTED])
