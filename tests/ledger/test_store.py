"""What the ledger is given it keeps, whole, once, and as of any recorded time."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections.abc import Callable
from threading import Timer

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from legation.ledger import Entry, Ledger
from legation.ledger.connection import connect
from legation.ledger.tables import metadata
from legation.ledger.transactions import BEGIN
from legation.model.claims import Claim, Source
from legation.model.decisions import Decision
from legation.model.documents import Document
from legation.model.errors import LedgerError, UsageError
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal

NewPlace = Callable[[], str]
FIRST, SECOND, THIRD = (f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2, 3))


def document(text: str = "Iraq closed its embassy in Oslo.") -> Document:
    return Document(text, "a.txt", "en")


def claim(of: Document, kind: str = "mission_closed", extractor: str = "rules@1") -> Claim:
    source = Source(of.id, of.uri, of.language, 0, 4, of.text[:4])
    return Claim(kind, {"sender": "IRQ", "host": "NOR"}, source, extractor=extractor)


@pytest.fixture
def path(ledger_place: str) -> str:
    return ledger_place


def test_a_claim_comes_back_as_it_went_in(path: str) -> None:
    with Ledger.open(path, create=True) as ledger:
        assert ledger.add(document(), [claim(document())]) == "read"
    with Ledger.open(path) as ledger:
        assert ledger.claims() == [claim(document())]
        assert ledger.documents() == [document()]


def test_reading_a_document_twice_changes_nothing(path: str) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document())])
        before = ledger.content_hash()
        assert ledger.add(document(), [claim(document())]) == "unchanged"
        assert ledger.content_hash() == before


def test_documents_added_together_are_one_batch_with_one_time(path: str) -> None:
    one, two = document("Iraq closed it."), document("Iraq opened it.")
    with Ledger.open(path, create=True) as ledger:
        told = ledger.add_all([Entry(one, [claim(one)]), Entry(two, []), Entry(one, [claim(one)])])
        assert told == ["read", "read", "unchanged"]
        assert len({run.recorded_at for run in ledger.readings()}) == 1
        assert [run.extractor for run in ledger.readings()] == ["rules@1", "rules"]


def test_entries_of_every_sort_are_recorded_as_one_batch(path: str) -> None:
    one = document()
    with Ledger.open(path, create=True) as ledger:
        told = [
            Entry(one, [claim(one)]),
            Review(claim(one).id, "accept", "A. Reader", "read it"),
            Decision("split", ("Li Peng", "Li Ping"), "A. Reader", "two premiers"),
            Withdrawal(one.id, "withdraw", "A. Reader", "a forgery"),
        ]
        assert ledger.record_all(told, recorded_at=FIRST) == FIRST
        assert ledger.size().batches == 1
        assert (len(ledger.reviews()), len(ledger.decisions())) == (1, 1)
        assert ledger.withdrawn() == {one.id}
        wrong = Withdrawal("sha256:0", "withdraw", "A. Reader", "no such document")
        with pytest.raises(UsageError, match="LG-U017"):
            ledger.record_all([Review(claim(one).id, "reject", "A. Reader", "no"), wrong])
        assert len(ledger.reviews()) == 1


def test_of_documents_added_together_all_go_in_or_none(path: str) -> None:
    one, two = document("Iraq closed it."), document("Iran opened it.")
    with Ledger.open(path, create=True) as ledger:
        with pytest.raises(LedgerError, match="LG-L005"):
            ledger.add_all([Entry(one, [claim(one)]), Entry(two, [claim(one)])])
        assert ledger.documents() == []
        assert ledger.head() == ""


def test_a_text_at_two_places_is_one_document_at_the_first_in_the_alphabet(path: str) -> None:
    text = document().text
    late, early = Document(text, "b.txt", "en"), Document(text, "a.txt", "en")
    with Ledger.open(path, create=True) as ledger:
        ledger.add(late, [claim(late)], recorded_at=FIRST)
        assert ledger.add(early, [], extractor="rules@1", recorded_at=SECOND) == "unchanged"
        assert [known.uri for known in ledger.documents("2026-01-01")] == ["b.txt"]
        assert [known.uri for known in ledger.documents()] == ["a.txt"]
        assert [known.source.uri for known in ledger.claims()] == ["a.txt"]
        assert [known.source.uri for known in ledger.claims(as_of="2026-01-01")] == ["b.txt"]
        known = ledger.sources()[early.id]
        assert (known.uri, known.recorded_at) == ("a.txt", FIRST)


def test_the_order_in_which_places_are_met_means_nothing(new_ledger_place: NewPlace) -> None:
    text = document().text
    met = [Document(text, f"{name}.txt", "en") for name in "abc"]
    hashes = set()
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
        with Ledger.open(new_ledger_place(), create=True) as ledger:
            for number in order:
                ledger.add(met[number], [claim(met[number])])
            hashes.add(ledger.content_hash())
    assert len(hashes) == 1


def test_what_a_person_enters_stays_beside_what_is_read_later(path: str) -> None:
    one = claim(document(), extractor="hand@A. Reader")
    two = claim(document(), kind="mission_opened", extractor="hand@A. Reader")
    with Ledger.open(path, create=True) as ledger:
        assert ledger.add(document(), [one]) == "read"
        assert ledger.add(document(), [two]) == "read"
        assert ledger.add(document(), [two]) == "unchanged"
        ledger.add(document(), [claim(document(), kind="war")])
        assert len(ledger.claims()) == 3


def test_kinds_narrow_what_is_told_of_a_pair(path: str) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document()), claim(document(), kind="mission_opened")])
        assert [c.kind for c in ledger.claims(("IRQ",), kinds=["mission_opened"])] == [
            "mission_opened"
        ]


def test_a_pair_is_found_in_either_order_and_others_are_not(path: str) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document())])
        assert ledger.claims(("NOR", "IRQ")) == ledger.claims(("IRQ", "NOR")) != []
        assert ledger.claims(("IRQ",)) == ledger.claims(("IRQ", "NOR"))
        assert ledger.claims(("IRQ", "SWE")) == []


def test_claims_are_found_by_one_party_or_two(path: str) -> None:
    with (
        Ledger.open(path, create=True) as ledger,
        pytest.raises(UsageError, match="LG-U004"),
    ):
        ledger.claims(("IRQ", "NOR", "SWE"))


def test_a_question_as_of_a_day_knows_what_was_recorded_until_then(path: str) -> None:
    one, two = document("Iraq closed it."), document("Iraq opened it.")
    with Ledger.open(path, create=True) as ledger:
        ledger.add(one, [claim(one)], recorded_at=FIRST)
        before = ledger.claims(as_of="2026-01-01")
        ledger.add(two, [claim(two)], recorded_at=SECOND)
        assert ledger.claims(as_of="2026-01-01") == before == [claim(one)]
        assert len(ledger.claims(as_of="2026-01-02")) == 2
        assert ledger.claims(as_of="2025-12-31") == []
        assert ledger.documents(as_of="2026-01-01") == [one]


def test_a_later_reading_by_the_same_rules_stands_in_for_the_earlier(path: str) -> None:
    better = claim(document(), kind="mission_opened", extractor="rules@2")
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document())], recorded_at=FIRST)
        ledger.add(document(), [better], recorded_at=SECOND)
        assert ledger.claims() == [better]
        assert ledger.claims(("IRQ", "NOR")) == [better]
        assert ledger.claims(as_of="2026-01-01") == [claim(document())]


def test_readings_by_different_extractors_stand_side_by_side(path: str) -> None:
    other = claim(document(), kind="mission_opened", extractor="model@1")
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document())])
        ledger.add(document(), [other])
        assert len(ledger.claims()) == 2


def test_a_recorded_time_never_goes_back(path: str) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [], extractor="rules@1", recorded_at=SECOND)
        with pytest.raises(LedgerError, match="LG-L006"):
            ledger.add(document("Else"), [], extractor="rules@1", recorded_at=FIRST)
        assert ledger.documents() == [document()]


def test_a_claim_that_does_not_point_at_its_words_is_refused(path: str) -> None:
    with Ledger.open(path, create=True) as ledger:
        with pytest.raises(LedgerError, match="LG-L005"):
            ledger.add(document("Iran closed it."), [claim(document())])
        assert ledger.documents() == []


@pytest.mark.parametrize("table", sorted(metadata.tables))
@pytest.mark.parametrize("change", ["DELETE", "UPDATE"])
def test_no_row_is_ever_changed(path: str, table: str, change: str) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document())])
        ledger.review(Review(claim(document()).id, "correct", "A", "why", claim(document())))
        ledger.withdraw(Withdrawal(document().id, "withdraw", "A", "why"))
        ledger.decide(Decision("split", ("Ana", "Anna"), "A", "why"))
    column = next(iter(metadata.tables[table].columns.keys()))
    statement = f"DELETE FROM {table}"
    if change == "UPDATE":
        statement = f"UPDATE {table} SET {column} = {column}"
    with (
        connect(path, create=False) as connection,
        pytest.raises(IntegrityError, match="append-only"),
    ):
        connection.exec_driver_sql(statement)


texts = st.lists(st.text("abc ", min_size=4, max_size=8), min_size=1, max_size=6, unique=True)
no_matter = [HealthCheck.function_scoped_fixture]


@settings(max_examples=15, deadline=None, suppress_health_check=no_matter)
@given(contents=texts, chance=st.randoms(use_true_random=False))
def test_the_order_of_the_documents_means_nothing(
    contents: list[str], chance: random.Random, new_ledger_place: NewPlace
) -> None:
    documents = [document(text) for text in contents]
    shuffled = chance.sample(documents, len(documents))
    one, other = new_ledger_place(), new_ledger_place()
    assert _hash_of(one, documents) == _hash_of(other, shuffled + documents)


def _hash_of(place: str, documents: list[Document]) -> str:
    with Ledger.open(place, create=True) as ledger:
        for each in documents:
            ledger.add(each, [claim(each)])
        return ledger.content_hash()


_KILLED = """
import os, signal, sys
from legation.ledger import claims
from legation.ledger.store import Ledger
from legation.model.documents import Document
ledger = Ledger.open(sys.argv[1])
claims.write = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
ledger.add(Document("half", "half.txt", "en"), [], extractor="rules@1")
"""


def test_a_process_killed_while_writing_leaves_nothing_half(path: str) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document())])
        before = ledger.content_hash()
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    with Ledger.open(path) as ledger:
        assert ledger.content_hash() == before
        assert ledger.documents() == [document()]


def test_a_missing_ledger_is_told_and_not_made(path: str) -> None:
    for _ in range(2):
        with pytest.raises(LedgerError, match="LG-L001"):
            Ledger.open(path)


def test_a_ledger_that_another_process_holds_is_told(
    path: str, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legation.ledger.sqlite._PRAGMAS", ("PRAGMA busy_timeout = 1",))
    monkeypatch.setattr("legation.ledger.postgresql._SESSION", ("SET lock_timeout = 1",))
    with Ledger.open(path, create=True) as ledger, connect(path, create=False) as other:
        for statement in BEGIN[database]:
            other.exec_driver_sql(statement)
        with pytest.raises(LedgerError, match="LG-L004"):
            ledger.add(document(), [])
        other.exec_driver_sql("ROLLBACK")
        assert ledger.add(document(), []) == "read"


def test_a_writer_waits_for_another(path: str, database: str) -> None:
    with Ledger.open(path, create=True) as ledger, connect(path, create=False) as other:
        for statement in BEGIN[database]:
            other.exec_driver_sql(statement)
        release = Timer(0.2, other.exec_driver_sql, ["ROLLBACK"])
        release.start()
        assert ledger.add(document(), []) == "read"
        release.join()


@pytest.mark.parametrize("text", ["Os\0lo", "Os\ud800lo"])
def test_a_text_that_cannot_be_kept_is_told(path: str, text: str) -> None:
    with Ledger.open(path, create=True) as ledger:
        with pytest.raises(LedgerError, match="LG-L013"):
            ledger.add(document(text), [])
        with pytest.raises(LedgerError, match="LG-L013"):
            ledger.decide(Decision("split", ("Ana", "An\ud800na"), "A", "why"))
        assert ledger.head() == ""
