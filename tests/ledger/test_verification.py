"""What is changed behind the ledger's back is found, and where it was changed is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from legation.ledger import Damage, Ledger
from legation.ledger.connection import connect
from legation.ledger.guards import guard
from legation.ledger.tables import metadata
from legation.ledger.verification import _found
from legation.model.claims import Claim, Source
from legation.model.decisions import Decision
from legation.model.documents import Document
from legation.model.errors import LedgerError, UsageError
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal

ONE = Document("Iraq closed its embassy in Oslo.", "a.txt", "en")
TWO = Document("ইরাক অসলোতে দূতাবাস খোলে।", "b.txt", "bn")
THREE = Document("Iraq left Oslo.", "c.txt", "en")


def claim(of: Document, host: str = "NOR") -> Claim:
    source = Source(of.id, of.uri, of.language, 0, 4, of.text[:4])
    return Claim("mission_closed", {"sender": "IRQ", "host": host}, source, extractor="rules@1")


def fill(place: str) -> str:
    """A ledger of six batches, with an entry of every kind."""
    with Ledger.open(place, create=True) as ledger:
        ledger.add(ONE, [claim(ONE)])
        ledger.add(TWO, [claim(TWO), claim(TWO, "SWE")])
        ledger.add(THREE, [claim(THREE)])
        ledger.review(Review(claim(ONE).id, "correct", "A. Reader", "why", claim(ONE, "FIN")))
        ledger.withdraw(Withdrawal(THREE.id, "withdraw", "A. Reader", "a copy"))
        ledger.decide(Decision("split", ("Ana", "Anna"), "A. Reader", "two ministers"))
        assert ledger.verify() == []
    return place


@pytest.fixture
def place(ledger_place: str) -> str:
    return fill(ledger_place)


def tamper(place: str, *statements: str) -> list[Damage]:
    """What is found after `statements`, which no guard was there to refuse."""
    with connect(place, create=False) as connection:
        on_sqlite = connection.dialect.name == "sqlite"
        if on_sqlite:
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            held = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            for name in connection.exec_driver_sql(held).scalars().all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
        for statement in statements:
            connection.exec_driver_sql(statement)
        if on_sqlite:
            guard(connection)
    with Ledger.open(place) as ledger:
        return ledger.verify()


VALUES = [
    (table.name, column.name)
    for table in metadata.sorted_tables
    for column in table.columns
    if column.name not in ("digest", "hash") and not column.primary_key
]


@pytest.mark.parametrize(("table", "column"), [v for v in VALUES if v[0] != "batches"])
def test_a_changed_value_is_found_in_its_row(place: str, table: str, column: str) -> None:
    number = column in ("batch", "reading", "review", "id")
    change = f"{column} + 1" if number else f"{column} || 'x'"
    found = tamper(place, f"UPDATE {table} SET {column} = {change}")
    assert {damage.table for damage in found} >= {table}
    assert all(damage.key and damage.batch for damage in found if damage.table == table)


@pytest.mark.parametrize("column", ["recorded_at", "previous", "hash"])
def test_a_changed_batch_is_found(place: str, column: str) -> None:
    found = tamper(place, f"UPDATE batches SET {column} = 'x' WHERE id = 3")
    assert {damage.table for damage in found} == {"batches"}
    assert {damage.batch for damage in found} <= {3, 4}


def test_a_changed_digest_is_found(place: str) -> None:
    with connect(place, create=False) as connection:
        zero = "zeroblob(32)" if connection.dialect.name == "sqlite" else "'\\x00'::bytea"
    found = tamper(place, f"UPDATE documents SET digest = {zero}")
    assert len([damage for damage in found if damage.table == "documents"]) == 3


def test_a_removed_row_is_found_in_its_batch(place: str) -> None:
    found = tamper(place, f"DELETE FROM claims WHERE id = '{claim(THREE).id}'")
    assert [(d.table, d.batch) for d in found if d.table == "batches"] == [("batches", 3)]
    assert "claim_parties" in {damage.table for damage in found}


def test_a_row_that_was_added_is_found_in_its_batch(place: str) -> None:
    found = tamper(
        place,
        "INSERT INTO decisions (id, verdict, name, other, author, reason, batch, digest)"
        " SELECT 2, verdict, name, other, author, reason, batch, digest FROM decisions",
    )
    assert [(d.table, d.key, d.batch) for d in found] == [
        ("decisions", "2", 6),
        ("batches", "6", 6),
    ]


def test_a_removed_batch_is_found(place: str) -> None:
    found = tamper(place, "DELETE FROM batches WHERE id = 4")
    assert ("batches", "5", "batches from 4 to 4 are not there") in {
        (d.table, d.key, d.what) for d in found
    }
    assert "rows name this batch, and it is not there" in {damage.what for damage in found}


@pytest.mark.parametrize("head", ["", " "])
def test_a_ledger_is_held_against_no_empty_head(place: str, head: str) -> None:
    with Ledger.open(place) as ledger, pytest.raises(UsageError, match="LG-U047"):
        ledger.verify(head)


def test_batches_cut_off_at_the_end_are_found_by_a_head_that_was_noted(place: str) -> None:
    with Ledger.open(place) as ledger:
        head = ledger.head()
        assert ledger.verify(head) == []
    found = tamper(
        place, "DELETE FROM decisions WHERE batch = 6", "DELETE FROM batches WHERE id = 6"
    )
    assert found == []
    with Ledger.open(place) as ledger:
        assert [damage.key for damage in ledger.verify(head)] == [head]


@pytest.mark.parametrize("table", ["claim_parties", "review_parties"])
def test_an_index_out_of_step_is_found(place: str, table: str) -> None:
    row = "'AAA', 'BBB', 'war', 1" + (", 'x'" if table == "claim_parties" else "")
    added = tamper(place, f"INSERT INTO {table} VALUES ({row})")
    assert [(d.table, d.what) for d in added] == [(table, "an entry of the index is of nothing")]
    emptied = tamper(place, f"DELETE FROM {table}")
    assert {d.what for d in emptied} == {"an entry of the index is not there"}


def test_a_lost_guard_is_found(place: str) -> None:
    with connect(place, create=False) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("DROP TRIGGER claims_UPDATE")
        else:
            connection.exec_driver_sql("ALTER TABLE claims DISABLE TRIGGER claims_stay")
    with Ledger.open(place) as ledger:
        assert [damage.table for damage in ledger.verify()] == ["claims"]


def test_words_that_never_stood_in_their_document_are_found(
    ledger_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legation.ledger.writing.require_grounds", lambda *_: None)
    source = Source(ONE.id, ONE.uri, ONE.language, 0, 4, "Iran")
    with Ledger.open(ledger_place, create=True) as ledger:
        ledger.add(ONE, [claim(ONE), Claim("war", {}, source)])
        found = ledger.verify()
    assert [(d.table, d.what) for d in found] == [
        ("claims", "its words do not stand in its document")
    ]


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("batches SET recorded_at = x'00' WHERE id = 2", ""),
        ("documents SET text = x'00'", "documents"),
    ],
)
def test_a_value_of_another_type_is_found(tmp_path: Path, change: str, table: str) -> None:
    found = tamper(fill(str(tmp_path / "a.ledger")), f"UPDATE {change}")
    assert table in {damage.table for damage in found}


def test_damage_is_told_in_a_line_and_as_json() -> None:
    damage = Damage("", "", None, "malformed")
    assert str(damage) == "ledger: malformed"
    assert damage.to_json() == {"table": "", "key": "", "batch": None, "what": "malformed"}


def test_a_ledger_that_cannot_be_had_just_now_is_not_called_damaged(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> object:
        raise LedgerError("LG-L004", "another process is writing")

    monkeypatch.setattr("legation.ledger.indexes.text_of", held)
    with Ledger.open(place) as ledger, pytest.raises(LedgerError, match="LG-L004"):
        ledger.verify()


def answers(ledger: Ledger) -> list[object]:
    """All that the ledger tells, now and as of before."""
    return [
        ask(as_of)
        for as_of in (None, "2020-01-01")
        for ask in (
            lambda at: ledger.claims(None, at),
            lambda at: ledger.claims(("IRQ", "NOR"), at),
            lambda at: ledger.evidence(("IRQ",), at),
            lambda at: ledger.evidence(("FIN", "IRQ"), at),
            ledger.documents,
            ledger.readings,
            ledger.withdrawals,
            ledger.decisions,
        )
    ]


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(fill(str(tmp_path_factory.mktemp("sound") / "a.ledger")))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_found_or_changes_no_answer(
    sound: Path, tmp_path: Path, where: float, bit: int
) -> None:
    assert flipped(sound, tmp_path / "a.ledger", int(where * sound.stat().st_size), bit)


def flipped(sound: Path, copy: Path, place: int, bit: int) -> bool:
    """Whether a flipped bit is found, or every answer is the same."""
    shutil.copy(sound, copy)
    with copy.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1 << bit]))
    try:
        with Ledger.open(copy) as ledger:
            if ledger.verify():
                return True
            told = answers(ledger)
    except LedgerError:
        return True
    with Ledger.open(sound) as ledger:
        return told == answers(ledger)


def stopped_by(code: str) -> Callable[[Connection], Iterator[Damage]]:
    """A check that goes no further than an error of the code."""

    def check(_: Connection) -> Iterator[Damage]:
        raise LedgerError(code, "it stops here")
        yield

    return check


def test_a_check_that_cannot_be_made_just_now_finds_no_damage(
    new_ledger_place: Callable[[], str],
) -> None:
    place = new_ledger_place()
    with (
        connect(place, create=True) as connection,
        pytest.raises(LedgerError, match="LG-L004"),
    ):
        _found(stopped_by("LG-L004"), connection, place)


def test_a_check_that_the_ledger_itself_stops_is_a_finding(
    new_ledger_place: Callable[[], str],
) -> None:
    place = new_ledger_place()
    with connect(place, create=True) as connection:
        found = _found(stopped_by("LG-L002"), connection, place)
    assert found == [Damage("", "", None, "it stops here")]
