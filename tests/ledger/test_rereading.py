"""A new edition reads the same documents again: both readings stay, and what differs is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from legation.ledger import Entry, Ledger, differences, ingest, reread
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import UsageError
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal

ONE = Document("Iraq closed its embassy in Oslo in 1991 and opened it again.", "a.txt", "en")
TWO = Document("Iraq opened its embassy in Minsk in 2010 and kept it.", "b.txt", "en")
FIRST, SECOND, THIRD = (f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2, 3))


def claim(of: Document, when: str | None = None, host: str = "NOR", kind: str = "closed") -> Claim:
    source = Source(of.id, of.uri, of.language, 0, 4, of.text[:4])
    roles = {"sender": "IRQ", "host": host, "mission_type": "embassy"}
    return Claim(f"mission_{kind}", roles, source, when, extractor="rules@1")


def better(document: Document) -> list[Claim]:
    """The rules of a later edition: they see the year."""
    return [claim(document, "1991")] if "1991" in document.text else []


@pytest.fixture
def ledger(ledger_place: str) -> Iterator[Ledger]:
    with Ledger.open(ledger_place, create=True) as opened:
        opened.add_all([Entry(ONE, [claim(ONE)]), Entry(TWO, [claim(TWO)])], recorded_at=FIRST)
        yield opened


def test_a_later_edition_reads_what_the_ledger_has_without_the_files(ledger: Ledger) -> None:
    report = reread(ledger, extract=better, extractor="rules@2")
    assert (report.documents, report.read, report.balances) == (2, 2, True)
    assert [known.when for known in ledger.claims()] == ["1991"]
    assert [run.extractor for run in ledger.readings()] == ["rules@1"] * 2 + ["rules@2"] * 2
    assert [known.when for known in ledger.claims(as_of="2026-01-01")] == [None, None]


def test_an_edition_reads_a_document_again_only_once(ledger: Ledger) -> None:
    reread(ledger, extract=better, extractor="rules@2")
    head = ledger.head()
    report = reread(ledger, extract=better, extractor="rules@2")
    assert (report.unchanged, report.read, report.balances) == (2, 0, True)
    assert ledger.head() == head


def test_workers_read_again_what_one_process_would(ledger: Ledger) -> None:
    told: list[str] = []
    report = reread(
        ledger, lambda n, of, name: told.append(name), extract=better, extractor="x", workers=2
    )
    assert (report.read, sorted(told)) == (2, ["a.txt", "b.txt"])


def test_a_document_in_another_language_than_its_words_is_read_whole(ledger: Ledger) -> None:
    odd = Document("Iraq closed it in 1991, and opened its embassy again later on.", "c.txt", "fa")
    ledger.add(odd, [])
    assert reread(ledger, extract=better, extractor="rules@2").read == 3


def test_what_a_later_edition_changed_is_told_by_document(ledger: Ledger) -> None:
    reread(ledger, extract=better, extractor="rules@2")
    one, two = sorted(ledger.diff("2026-01-01"), key=lambda found: found.uri)
    assert [(old.when, new.when) for old, new in one.changed] == [(None, "1991")]
    assert (one.added, one.removed) == ((), ())
    assert [gone.source.document for gone in two.removed] == [TWO.id]
    assert two.to_json()["removed"][0]["kind"] == "mission_closed"
    assert ledger.diff_readings("rules@1", "rules@2") == ledger.diff("2026-01-01")


def test_between_two_times_at_which_nothing_was_recorded_nothing_differs(ledger: Ledger) -> None:
    assert ledger.diff("2026-01-01") == []
    assert ledger.diff("2025-01-01", "2025-02-01") == []


def test_reviews_and_withdrawals_make_a_difference(ledger: Ledger) -> None:
    right = claim(ONE, host="FIN")
    ledger.review(
        Review(claim(ONE).id, "correct", "A. Reader", "a slip", right), recorded_at=SECOND
    )
    ledger.withdraw(Withdrawal(TWO.id, "withdraw", "A. Reader", "a copy"), recorded_at=THIRD)
    (first,) = ledger.diff("2026-01-01", "2026-01-02")
    assert (first.added, first.removed) == ((right,), (claim(ONE),))
    (second,) = ledger.diff("2026-01-02")
    assert (second.added, second.removed) == ((), (claim(TWO),))
    (undone,) = ledger.diff("2026-01-03", "2026-01-02")
    assert undone.added == (claim(TWO),)


def test_claims_of_one_key_are_paired_in_the_order_of_their_words() -> None:
    before = [claim(ONE, "1990"), claim(ONE, "1991")]
    after = [claim(ONE, "1992"), claim(ONE, "1993"), claim(ONE, "1994")]
    (found,) = differences(before, after)
    assert (len(found.changed), len(found.added), found.removed) == (2, 1, ())


def test_claims_of_a_kind_that_is_not_known_are_paired_by_all_their_roles() -> None:
    (found,) = differences([claim(ONE, "1990", kind="x")], [claim(ONE, "1991", kind="x")])
    assert len(found.changed) == 1


def test_a_document_is_given_back_by_its_id(ledger: Ledger) -> None:
    assert ledger.document(ONE.id) == ONE
    with pytest.raises(UsageError, match="LG-U017"):
        ledger.document(ONE.id, as_of="2025-01-01")


def test_ingesting_by_a_later_edition_reads_the_same_files_again(
    ledger: Ledger, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("documents") / "a.txt"
    file.write_text(ONE.text, "utf-8")
    assert ingest([file], ledger, extract=better, extractor="rules@2").read == 1
    assert [known.when for known in ledger.claims(("IRQ", "NOR")) if known.when] == ["1991"]
