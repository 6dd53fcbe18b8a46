"""A withdrawn document leaves what would be without it, and what was known before stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from legation.ledger import Entry, Ledger
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import UsageError
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal, WithdrawalVerdict

ONE = Document("Iraq closed its embassy in Oslo.", "a.txt", "en")
TWO = Document("Iraq opened its embassy in Oslo.", "b.txt", "en")
FIRST, SECOND, THIRD = (f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2, 3))


def claim(of: Document, host: str = "NOR") -> Claim:
    source = Source(of.id, of.uri, of.language, 0, 4, of.text[:4])
    return Claim("mission_closed", {"sender": "IRQ", "host": host}, source, extractor="rules@1")


def withdrawal(verdict: WithdrawalVerdict, of: Document = ONE) -> Withdrawal:
    return Withdrawal(of.id, verdict, "A. Reader", "a forgery")


@pytest.fixture
def ledger(ledger_place: str) -> Iterator[Ledger]:
    with Ledger.open(ledger_place, create=True) as opened:
        opened.add_all([Entry(TWO, [claim(TWO)]), Entry(ONE, [claim(ONE)])], recorded_at=FIRST)
        yield opened


def test_a_withdrawal_comes_back_with_its_recorded_time(ledger: Ledger) -> None:
    recorded = ledger.withdraw(withdrawal("withdraw"), recorded_at=SECOND)
    assert recorded.recorded_at == SECOND
    assert ledger.withdrawals() == [recorded]
    assert ledger.withdrawals(as_of="2026-01-01") == []


def test_a_withdrawn_document_leaves_what_would_be_without_it(ledger: Ledger) -> None:
    ledger.withdraw(withdrawal("withdraw"), recorded_at=SECOND)
    assert ledger.claims() == ledger.claims(("IRQ", "NOR")) == [claim(TWO)]
    assert ledger.withdrawn() == {ONE.id}
    assert len(ledger.claims(as_of="2026-01-01")) == 2
    assert ledger.withdrawn(as_of="2026-01-01") == frozenset()


def test_a_restored_document_counts_again(ledger: Ledger) -> None:
    ledger.withdraw(withdrawal("withdraw"), recorded_at=SECOND)
    ledger.withdraw(withdrawal("restore"), recorded_at=THIRD)
    assert len(ledger.claims()) == 2
    assert ledger.withdrawn() == frozenset()
    assert len(ledger.claims(as_of="2026-01-02")) == 1


def test_a_withdrawn_document_that_is_read_again_stays_withdrawn(ledger: Ledger) -> None:
    ledger.withdraw(withdrawal("withdraw"))
    ledger.add(ONE, [claim(ONE)], extractor="rules@2")
    assert ledger.claims() == [claim(TWO)]


def test_a_correction_goes_with_its_document(ledger: Ledger) -> None:
    ledger.review(Review(claim(ONE).id, "correct", "A. Reader", "why", claim(ONE, "SWE")))
    ledger.withdraw(withdrawal("withdraw"))
    assert ledger.claims() == [claim(TWO)]
    assert ledger.claims(("IRQ", "SWE")) == []


def test_what_is_no_document_of_the_ledger_is_not_withdrawn(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="LG-U017"):
        ledger.withdraw(withdrawal("withdraw", Document("Oslo", "c.txt", "en")))
    assert ledger.withdrawals() == []


def test_a_withdrawal_changes_the_content_hash(ledger: Ledger) -> None:
    before = ledger.content_hash()
    ledger.withdraw(withdrawal("withdraw"))
    assert ledger.content_hash() != before
