"""What was worked out ahead is given for as long as it holds, and never longer."""

from __future__ import annotations

import pytest

from legation.ledger import Entry, Ledger, Prepared
from legation.ledger.connection import connect
from legation.model.claims import Claim, Source
from legation.model.decisions import Decision
from legation.model.documents import Document
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal

ONE = Document("Iraq closed its embassy in Oslo.", "a.txt", "en")
TWO = Document("Iraq opened an embassy in Lima.", "b.txt", "en")
EDITION = "5f0c"
PAIR, OTHER, ALONE = ("IRQ", "NOR"), ("IRQ", "PER"), ("IRQ", "IRQ")
TIMES = [f"2026-01-0{day}T00:00:00.000000Z" for day in range(1, 10)]


def claim(of: Document, host: str, extractor: str = "rules@1") -> Claim:
    source = Source(of.id, of.uri, of.language, 0, 4, of.text[:4])
    return Claim("mission_closed", {"sender": "IRQ", "host": host}, source, extractor=extractor)


def membership(of: Document) -> Claim:
    source = Source(of.id, of.uri, of.language, 0, 4, of.text[:4])
    roles = {"member": "IRQ", "organisation": "UN"}
    return Claim("membership", roles, source, extractor="rules@1")


def keep(ledger: Ledger, content: bytes = b"worked out", edition: str = EDITION) -> None:
    known = ledger.known()
    ledger.keep([Prepared(pair, known, edition, content) for pair in (PAIR, OTHER, ALONE)])


def given(ledger: Ledger, as_of: str | None = None) -> list[bool]:
    """Of which of the pairs, and of the memberships, what was worked out is given."""
    return [ledger.prepared(pair, EDITION, as_of) is not None for pair in (PAIR, OTHER, ALONE)]


@pytest.fixture
def place(ledger_place: str) -> str:
    with Ledger.open(ledger_place, create=True) as ledger:
        told = [Entry(ONE, [claim(ONE, "NOR"), membership(ONE)], "rules@1")]
        told.append(Entry(TWO, [claim(TWO, "PER")], "rules@1"))
        ledger.add_all(told, recorded_at=TIMES[0])
        keep(ledger)
    return ledger_place


def test_what_was_worked_out_is_given_by_another_process_too(place: str) -> None:
    with Ledger.open(place) as ledger:
        assert ledger.prepared(PAIR, EDITION) == b"worked out"
        assert given(ledger) == [True, True, True]


def test_what_concerns_one_pair_leaves_the_others(place: str) -> None:
    third = Document("Iraq left Lima.", "c.txt", "en")
    with Ledger.open(place) as ledger:
        ledger.add(third, [claim(third, "PER")], recorded_at=TIMES[1])
        assert given(ledger) == [True, False, True]
        assert given(ledger, TIMES[0]) == [True, True, True]
        assert given(ledger, "2025-01-01") == [False, False, False]


def test_a_later_reading_concerns_those_of_whom_its_document_told_before(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(ONE, [claim(ONE, "SWE", "rules@2")], extractor="rules@2")
        assert given(ledger) == [False, True, False]


def test_a_document_met_elsewhere_concerns_those_of_whom_it_tells(place: str) -> None:
    with Ledger.open(place) as ledger:
        assert ledger.add(ONE, [claim(ONE, "NOR")], extractor="rules@1") == "unchanged"
        assert given(ledger) == [True, True, True]
        moved = Document(ONE.text, "a/elsewhere.txt", "en")
        assert ledger.add(moved, [claim(moved, "NOR")], extractor="rules@1") == "unchanged"
        assert given(ledger) == [False, True, False]


def test_a_verdict_concerns_those_of_whom_its_document_and_its_correction_tell(place: str) -> None:
    right = claim(TWO, "NOR", "hand@A. Reader")
    with Ledger.open(place) as ledger:
        ledger.review(Review(claim(TWO, "PER").id, "correct", "A. Reader", "Oslo is meant", right))
        assert given(ledger) == [False, False, True]
        keep(ledger)
        ledger.review(Review(claim(TWO, "PER").id, "undo", "A. Reader", "Lima is meant"))
        assert given(ledger) == [False, False, True]


def test_a_withdrawal_concerns_those_of_whom_its_document_tells(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.withdraw(Withdrawal(TWO.id, "withdraw", "A. Reader", "a copy"))
        assert given(ledger) == [True, False, True]


def test_a_decision_on_names_concerns_all(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.decide(Decision("split", ("Ana", "Anna"), "A. Reader", "two ministers"))
        assert given(ledger) == [False, False, False]


def test_what_other_rules_worked_out_is_not_given(place: str) -> None:
    with Ledger.open(place) as ledger:
        assert ledger.prepared(PAIR, "another") is None
        keep(ledger, b"by others", "another")
        assert ledger.prepared(PAIR, EDITION) == b"worked out"
        ledger.forget("another")
        assert ledger.prepared(PAIR, EDITION) is None
        assert ledger.prepared(PAIR, "another") == b"by others"


def test_what_is_worked_out_anew_takes_the_place_of_what_was(place: str) -> None:
    with Ledger.open(place) as ledger:
        keep(ledger, b"anew")
        assert ledger.prepared(PAIR, EDITION) == b"anew"


def test_all_that_was_worked_out_can_be_taken_away(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.keep([Prepared(PAIR, 1, EDITION, b"", ["a fact"])])
        assert ledger.telling("a fact") == [PAIR]
        ledger.forget()
        assert given(ledger) == [False, False, False]
        assert ledger.telling("a fact") == []


def test_what_was_changed_behind_the_ledgers_back_is_not_given(place: str) -> None:
    with connect(place, create=False) as connection:
        connection.exec_driver_sql("UPDATE prepared SET checksum = checksum + 1 WHERE b = 'NOR'")
    with Ledger.open(place) as ledger:
        assert given(ledger) == [False, True, True]
        assert ledger.verify() == []


def test_what_is_worked_out_is_no_part_of_the_record(place: str) -> None:
    with Ledger.open(place) as ledger:
        before = ledger.content_hash(), ledger.head(), ledger.size()
        ledger.forget()
        assert (ledger.content_hash(), ledger.head(), ledger.size()) == before


def test_whom_a_ledger_concerns_is_told_as_of_any_time(place: str) -> None:
    everybody = [PAIR, OTHER, ALONE, ("IRQ", "UN"), ("UN", "UN")]
    with Ledger.open(place) as ledger:
        assert ledger.concerned() == sorted(everybody)
        assert ledger.concerned("2025-01-01") == []
        assert ledger.tells_of(PAIR)
        assert not ledger.tells_of(("NOR", "PER"))
        assert not ledger.tells_of(PAIR, "2025-01-01")


def test_touches_out_of_step_with_the_record_are_found(place: str) -> None:
    with connect(place, create=False) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("DROP TRIGGER touches_DELETE")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
        connection.exec_driver_sql("DELETE FROM touches WHERE b = 'PER'")
        connection.exec_driver_sql("INSERT INTO touches VALUES ('NOR', 'PER', 1)")
    with Ledger.open(place) as ledger:
        found = {(damage.table, damage.key, damage.what) for damage in ledger.verify()}
    assert found >= {
        ("touches", "IRQ PER 1", "an entry of the index is not there"),
        ("touches", "NOR PER 1", "an entry of the index is of nothing"),
    }
