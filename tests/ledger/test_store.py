"""What the ledger is given it keeps, whole, once, and as of any recorded time."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.ledger import Ledger
from legation.ledger.connection import SCHEMA_VERSION
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import LedgerError, UsageError

FIRST, SECOND, THIRD = (f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2, 3))


def document(text: str = "Iraq closed its embassy in Oslo.") -> Document:
    return Document(text, "a.txt", "en")


def claim(of: Document, kind: str = "mission_closed", extractor: str = "rules@1") -> Claim:
    source = Source(of.id, of.uri, of.language, 0, 4, of.text[:4])
    return Claim(kind, {"sender": "IRQ", "host": "NOR"}, source, extractor=extractor)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.ledger"


def test_a_claim_comes_back_as_it_went_in(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        assert ledger.add(document(), [claim(document())]) == "read"
    with Ledger.open(path) as ledger:
        assert ledger.claims() == [claim(document())]
        assert ledger.documents() == [document()]


def test_reading_a_document_twice_changes_nothing(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document())])
        before = ledger.content_hash()
        assert ledger.add(document(), [claim(document())]) == "unchanged"
        assert ledger.content_hash() == before


def test_a_pair_is_found_in_either_order_and_others_are_not(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document())])
        assert ledger.claims(("NOR", "IRQ")) == ledger.claims(("IRQ", "NOR")) != []
        assert ledger.claims(("IRQ",)) == ledger.claims(("IRQ", "NOR"))
        assert ledger.claims(("IRQ", "SWE")) == []


def test_claims_are_found_by_one_party_or_two(path: Path) -> None:
    with (
        Ledger.open(path, create=True) as ledger,
        pytest.raises(UsageError, match="LG-U004"),
    ):
        ledger.claims(("IRQ", "NOR", "SWE"))


def test_a_question_as_of_a_day_knows_what_was_recorded_until_then(path: Path) -> None:
    one, two = document("Iraq closed it."), document("Iraq opened it.")
    with Ledger.open(path, create=True) as ledger:
        ledger.add(one, [claim(one)], recorded_at=FIRST)
        before = ledger.claims(as_of="2026-01-01")
        ledger.add(two, [claim(two)], recorded_at=SECOND)
        assert ledger.claims(as_of="2026-01-01") == before == [claim(one)]
        assert len(ledger.claims(as_of="2026-01-02")) == 2
        assert ledger.claims(as_of="2025-12-31") == []
        assert ledger.documents(as_of="2026-01-01") == [one]


def test_a_later_reading_by_the_same_rules_stands_in_for_the_earlier(path: Path) -> None:
    better = claim(document(), kind="mission_opened", extractor="rules@2")
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document())], recorded_at=FIRST)
        ledger.add(document(), [better], recorded_at=SECOND)
        assert ledger.claims() == [better]
        assert ledger.claims(("IRQ", "NOR")) == [better]
        assert ledger.claims(as_of="2026-01-01") == [claim(document())]


def test_readings_by_different_extractors_stand_side_by_side(path: Path) -> None:
    other = claim(document(), kind="mission_opened", extractor="model@1")
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document())])
        ledger.add(document(), [other])
        assert len(ledger.claims()) == 2


def test_a_recorded_time_never_goes_back(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [], extractor="rules@1", recorded_at=SECOND)
        with pytest.raises(LedgerError, match="LG-L006"):
            ledger.add(document("Else"), [], extractor="rules@1", recorded_at=FIRST)
        assert ledger.documents() == [document()]


def test_a_claim_that_does_not_point_at_its_words_is_refused(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        with pytest.raises(LedgerError, match="LG-L005"):
            ledger.add(document("Iran closed it."), [claim(document())])
        assert ledger.documents() == []


@pytest.mark.parametrize("table", ["documents", "readings", "claims", "claim_parties"])
@pytest.mark.parametrize("change", ["DELETE", "UPDATE"])
def test_no_row_is_ever_changed(path: Path, table: str, change: str) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document())])
    columns = {"documents": "uri", "readings": "family", "claims": "kind", "claim_parties": "a"}
    statement = f"DELETE FROM {table}"
    if change == "UPDATE":
        statement = f"UPDATE {table} SET {columns[table]} = 'x'"
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()


texts = st.lists(st.text("abc ", min_size=4, max_size=8), min_size=1, max_size=6, unique=True)


@settings(max_examples=15, deadline=None)
@given(texts, st.randoms(use_true_random=False))
def test_the_order_of_the_documents_means_nothing(
    contents: list[str], chance: random.Random
) -> None:
    documents = [document(text) for text in contents]
    shuffled = chance.sample(documents, len(documents))
    assert _hash_of(documents) == _hash_of(shuffled + documents)


def _hash_of(documents: list[Document]) -> str:
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "a.ledger", create=True) as ledger,
    ):
        for each in documents:
            ledger.add(each, [claim(each)])
        return ledger.content_hash()


_KILLED = """
import os, signal, sys
from legation.ledger import store
from legation.ledger.store import Ledger
from legation.model.documents import Document
ledger = Ledger.open(sys.argv[1])
store.Ledger._write_claims = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
ledger.add(Document("half", "half.txt", "en"), [], extractor="rules@1")
"""


def test_a_process_killed_while_writing_leaves_nothing_half(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(document(), [claim(document())])
        before = ledger.content_hash()
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    with Ledger.open(path) as ledger:
        assert ledger.content_hash() == before
        assert ledger.documents() == [document()]


def test_a_missing_ledger_is_told(path: Path) -> None:
    with pytest.raises(LedgerError, match="LG-L001"):
        Ledger.open(path)
    assert not path.exists()


def test_a_ledger_in_a_missing_folder_is_told(path: Path) -> None:
    with pytest.raises(LedgerError, match="LG-L001: the folder"):
        Ledger.open(path / "b.ledger", create=True)


@pytest.mark.parametrize("data", [b"", b"no database at all" * 100])
def test_a_file_that_is_no_ledger_is_told(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(LedgerError, match="LG-L002"):
        Ledger.open(path)


def test_another_database_is_never_written_to(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    with pytest.raises(LedgerError, match="LG-L002"):
        Ledger.open(path, create=True)


def test_a_ledger_of_a_later_version_is_told(path: Path) -> None:
    Ledger.open(path, create=True).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(LedgerError, match="LG-L003"):
        Ledger.open(path)


def test_a_ledger_that_another_process_holds_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legation.ledger.connection._PRAGMAS", ("PRAGMA busy_timeout = 1",))
    with Ledger.open(path, create=True) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="LG-L004"):
            ledger.add(document(), [])
        other.close()
