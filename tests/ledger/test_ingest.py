"""Every document that goes in is read, unchanged or refused, and the report says which."""

from __future__ import annotations

import io
import os
import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from legation.documents import Limits
from legation.ledger import Ledger, Report, ingest
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import LegationError
from legation.model.withdrawals import Withdrawal

ENGLISH = "Iraq closed its embassy in Minsk in 2003 and opened it again seven years later."
PERSIAN = "سفارت ایران در مینسک در فوریه سال ۲۰۰۱ گشایش یافت و روابط دو کشور گسترش پیدا کرد."


def closings(document: Document) -> list[Claim]:
    """One claim for each 'Iraq closed', said twice as careless rules might."""
    found = [
        Claim(
            "mission_closed",
            {"sender": "IRQ", "host": "BLR"},
            Source(document.id, document.uri, document.language, *match.span(), match[0]),
        )
        for match in re.finditer("Iraq closed", document.text)
    ]
    return found + found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "documents"
    place.mkdir()
    (place / "good.txt").write_text(ENGLISH, "utf-8")
    (place / "persian.txt").write_text(PERSIAN, "utf-8")
    (place / "empty.txt").write_bytes(b"")
    (place / "latin.md").write_bytes("Iraq closed its embassy in Bogotá.".encode("latin-1"))
    (place / "binary.wiki").write_bytes(b"\0\1\2" * 99)
    (place / "gold.jsonl").write_text("{}", "utf-8")
    return place


def take(folder: Path, place: str, **options: object) -> tuple[Report, str]:
    with Ledger.open(place, create=True) as ledger:
        report = ingest([folder], ledger, extract=closings, **options)  # type: ignore[arg-type]
        return report, ledger.content_hash()


def test_the_report_accounts_for_every_document(folder: Path, ledger_place: str) -> None:
    report, _ = take(folder, ledger_place)
    assert report.balances
    assert (report.documents, report.read, report.unchanged) == (5, 2, 0)
    assert [refusal.code for refusal in report.refused] == ["LG-I002", "LG-I001", "LG-I003"]
    assert [Path(path).name for path in report.passed_over] == ["gold.jsonl"]
    assert report.to_json()["claims"]["by_kind"] == {"mission_closed": 1}
    assert report.to_json()["claims"]["by_language"] == {"en": 1}


def test_ingesting_twice_changes_nothing(folder: Path, ledger_place: str) -> None:
    _, before = take(folder, ledger_place)
    report, after = take(folder, ledger_place)
    assert before == after
    assert (report.read, report.unchanged, report.claims) == (0, 2, 0)
    assert report.balances


def test_a_line_without_end_is_refused_and_the_rest_goes_on(
    folder: Path, ledger_place: str
) -> None:
    (folder / "long.txt").write_text("Iraq " * 100_000, "utf-8")
    report, _ = take(folder, ledger_place, limits=Limits(line=1000))
    assert "LG-I005" in [refusal.code for refusal in report.refused]
    assert report.read == 2


def test_a_claim_in_a_passage_of_another_language_is_not_recorded(
    folder: Path, ledger_place: str
) -> None:
    (folder / "mixed.txt").write_text(f"{PERSIAN * 3}\n{ENGLISH}\n", "utf-8")
    report, _ = take(folder, ledger_place)
    assert report.unread == 1
    assert len(report.notes) == 1


def test_a_claim_without_its_words_is_dropped_and_counted(folder: Path, ledger_place: str) -> None:
    def careless(document: Document) -> list[Claim]:
        source = Source(document.id, document.uri, document.language, 0, 4, "????")
        return [Claim("war", {"parties": ["IRN", "IRQ"]}, source)]

    with Ledger.open(ledger_place, create=True) as ledger:
        report = ingest([folder / "good.txt"], ledger, extract=careless)
        assert (report.ungrounded, report.claims) == (1, 0)
        assert ledger.claims() == []


def test_rules_that_fail_on_a_document_refuse_it(
    folder: Path, ledger_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(document: Document) -> list[Claim]:
        raise IndexError("beyond")

    monkeypatch.delenv("LEGATION_DEBUG", raising=False)
    with Ledger.open(ledger_place, create=True) as ledger:
        report = ingest([folder / "good.txt"], ledger, extract=failing)
        assert [refusal.code for refusal in report.refused] == ["LG-X002"]
        assert report.balances
        assert ledger.documents() == []


def test_progress_is_told_for_every_document(folder: Path, ledger_place: str) -> None:
    told: list[tuple[int, int]] = []
    with Ledger.open(ledger_place, create=True) as ledger:
        ingest([folder], ledger, lambda n, of, _: told.append((n, of)), extract=closings)
    assert told == [(n, 5) for n in range(5)]


def test_neither_workers_nor_batches_change_what_the_ledger_holds(
    folder: Path, new_ledger_place: Callable[[], str]
) -> None:
    found = set()
    for workers, batch in ((1, 1), (1, 3), (2, 2)):
        with Ledger.open(new_ledger_place(), create=True) as ledger:
            report = ingest([folder], ledger, extract=closings, workers=workers, batch=batch)
            assert report.balances
            refused = tuple(refusal.code for refusal in report.refused)
            found.add((ledger.content_hash(), report.read, report.claims, refused))
    assert len(found) == 1


def test_a_batch_is_recorded_at_once(folder: Path, ledger_place: str) -> None:
    with Ledger.open(ledger_place, create=True) as ledger:
        ingest([folder], ledger, extract=closings, batch=9)
        assert len(ledger.readings()) == 2
        assert len({run.recorded_at for run in ledger.readings()}) == 1


def test_a_withdrawn_document_stays_withdrawn_and_the_report_says_so(
    folder: Path, ledger_place: str
) -> None:
    with Ledger.open(ledger_place, create=True) as ledger:
        ingest([folder], ledger, extract=closings, extractor="rules@1")
        (held,) = (claim.source.document for claim in ledger.claims())
        ledger.withdraw(Withdrawal(held, "withdraw", "A. Reader", "a forgery"))
        report = ingest([folder], ledger, extract=closings, extractor="rules@2")
        assert (report.read, report.withdrawn) == (2, 1)
        assert "stays withdrawn, as A. Reader decided: a forgery" in report.notes[0]
        assert ledger.claims() == []
        ledger.withdraw(Withdrawal(held, "restore", "A. Reader", "it is none"))
        assert ingest([folder], ledger, extract=closings, extractor="rules@3").withdrawn == 0


def test_a_document_at_a_new_place_is_unchanged_and_its_place_is_kept(
    folder: Path, ledger_place: str
) -> None:
    with Ledger.open(ledger_place, create=True) as ledger:
        ingest([folder / "good.txt"], ledger, extract=closings)
        (folder / "aaa.txt").write_text(ENGLISH, "utf-8")
        assert ingest([folder / "aaa.txt"], ledger, extract=closings).unchanged == 1
        assert [Path(known.uri).name for known in ledger.documents()] == ["aaa.txt"]


def deadly(document: Document) -> list[Claim]:
    """Rules that kill the process that runs them on one document."""
    if "embassy" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return []


def test_a_worker_that_dies_is_told_with_its_document_and_leaves_nothing_half(
    folder: Path, ledger_place: str
) -> None:
    with Ledger.open(ledger_place, create=True) as ledger:
        with pytest.raises(LegationError, match=r"LG-X003.*good\.txt"):
            ingest([folder], ledger, extract=deadly, workers=2, batch=9)
        assert ledger.documents() == []
        assert ledger.verify() == []


def test_standard_input_is_read_beside_workers(
    folder: Path, ledger_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stream:
        buffer = io.BytesIO(f"{ENGLISH} It is told.".encode())

    monkeypatch.setattr("sys.stdin", Stream)
    with Ledger.open(ledger_place, create=True) as ledger:
        report = ingest([folder, "-"], ledger, extract=closings, workers=2)
        assert (report.read, report.balances) == (3, True)


def test_the_errors_of_rules_are_their_own(folder: Path, ledger_place: str) -> None:
    def refusing(document: Document) -> list[Claim]:
        raise LegationError("LG-I004", "no pack")

    with Ledger.open(ledger_place, create=True) as ledger:
        report = ingest([folder / "good.txt"], ledger, extract=refusing)
        assert [refusal.code for refusal in report.refused] == ["LG-I004"]


def test_what_rules_raise_is_shown_where_it_is_asked_for(
    folder: Path, ledger_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(document: Document) -> list[Claim]:
        raise IndexError("beyond")

    monkeypatch.setenv("LEGATION_DEBUG", "1")
    with Ledger.open(ledger_place, create=True) as ledger, pytest.raises(IndexError):
        ingest([folder / "good.txt"], ledger, extract=failing)
