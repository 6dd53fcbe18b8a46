"""What a server, or the way to it, says is told in words that help."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Callable

import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from legation.ledger import Ledger
from legation.ledger.connection import connect
from legation.ledger.postgresql import _bring_up, explained
from legation.ledger.tables import SCHEMA_VERSION
from legation.model.documents import Document
from legation.model.errors import LedgerError

SERVER = "postgresql://ana:secret@127.0.0.1:1/relations"


class SaidError(Exception):
    """What a driver raises, with the state that the server gave, if any."""

    def __init__(self, sqlstate: str | None, words: str) -> None:
        super().__init__(words)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("state", "words", "code"),
    [
        ("55P03", "canceling statement due to lock timeout", "LG-L004"),
        ("53100", "could not extend file: No space left on device", "LG-L007"),
        ("58030", "could not read block 7: Input/output error", "LG-L014"),
        ("25006", "cannot execute INSERT in a read-only transaction", "LG-L008"),
        ("42501", "permission denied for schema public", "LG-L008"),
        ("08006", "connection to server was lost", "LG-L010"),
        ("57P01", "terminating connection due to administrator command", "LG-L010"),
        ("28P01", "password authentication failed", "LG-L011"),
        ("3D000", 'database "relations" does not exist', "LG-L001"),
        ("22021", "invalid byte sequence", "LG-L013"),
        ("XX001", "invalid page in block 7 of relation claims", "LG-L002"),
        (None, 'FATAL:  password authentication failed for user "ana"', "LG-L011"),
        (None, "fe_sendauth: no password supplied", "LG-L011"),
        (None, 'FATAL:  role "ana" does not exist', "LG-L011"),
        (None, 'FATAL:  database "relations" does not exist', "LG-L001"),
        (None, "PostgreSQL text fields cannot contain NUL (0x00) bytes", "LG-L013"),
        (None, "the connection is closed", "LG-L010"),
        (None, "", "LG-L010"),
    ],
)
def test_what_a_server_says_has_its_code(state: str | None, words: str, code: str) -> None:
    with pytest.raises(LedgerError) as problem, explained("postgresql://h/d"):
        raise DBAPIError("SELECT 1", None, SaidError(state, words))
    assert problem.value.code == code
    assert problem.value.remedy


def test_a_server_that_does_not_answer_is_told_without_the_password() -> None:
    with pytest.raises(LedgerError, match="LG-L010") as problem:
        Ledger.open(SERVER, create=True)
    assert "ana:***@" in str(problem.value)
    assert "secret" not in str(problem.value)


@pytest.mark.parametrize("place", ["postgresql://[::1/x", "postgresql://host:port/x"])
def test_what_is_no_address_is_told(place: str) -> None:
    with pytest.raises(LedgerError, match="LG-L001: this is no address"):
        Ledger.open(place)


def test_a_missing_driver_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerError, match="LG-L009"):
        Ledger.open(SERVER)


def test_a_database_or_user_that_is_not_there_is_told(postgresql: str) -> None:
    address = make_url(postgresql)
    for changed, code in (({"database": "none"}, "LG-L001"), ({"username": "none"}, "LG-L011")):
        place = address.set(**changed).render_as_string(hide_password=False)  # type: ignore[arg-type]
        with pytest.raises(LedgerError, match=code):
            Ledger.open(place, create=True)


def test_a_ledger_may_lie_in_the_first_schema_of_a_database(postgresql: str) -> None:
    with Ledger.open(postgresql, create=True) as ledger:
        assert ledger.documents() == []
    with Ledger.open(postgresql, create=True) as ledger:
        assert ledger.add(Document("Oslo", "a.txt", "en"), []) == "read"


def test_two_schemas_are_two_ledgers(postgresql: str) -> None:
    places = [f"{postgresql}?schema=Of two-{uuid.uuid4().hex[:8]}" for _ in range(2)]
    for number, place in enumerate(places):
        with Ledger.open(place, create=True) as ledger:
            ledger.add(Document(f"Oslo {number}", "a.txt", "en"), [])
    with Ledger.open(places[0]) as ledger:
        assert [document.text for document in ledger.documents()] == ["Oslo 0"]


def test_tables_of_something_else_are_never_written_to(postgresql: str) -> None:
    place = f"{postgresql}?schema=s{uuid.uuid4().hex}"
    with connect(place, create=True) as connection:
        connection.exec_driver_sql("COMMENT ON TABLE batches IS 'of bread'")
    with pytest.raises(LedgerError, match="LG-L002: there are tables of something else"):
        Ledger.open(place)
    with connect(f"{postgresql}?schema={uuid.uuid4().hex}", create=True) as connection:
        connection.exec_driver_sql("COMMENT ON TABLE batches IS NULL")
        schema = connection.exec_driver_sql("SELECT current_schema()").scalar()
    with pytest.raises(LedgerError, match="LG-L002: there are tables of something else"):
        Ledger.open(f"{postgresql}?schema={schema}", create=True)


def test_a_ledger_of_a_later_version_on_a_server_is_told(postgresql: str) -> None:
    place = f"{postgresql}?schema=s{uuid.uuid4().hex}"
    with connect(place, create=True) as connection:
        mark = f"legation ledger, version {SCHEMA_VERSION + 1}"
        connection.exec_driver_sql(f"COMMENT ON TABLE batches IS '{mark}'")
    with pytest.raises(LedgerError, match="LG-L003"):
        Ledger.open(place)


def test_a_server_that_may_only_be_read_is_told(postgresql: str) -> None:
    place = f"{postgresql}?schema=s{uuid.uuid4().hex}"
    Ledger.open(place, create=True).close()
    read_only = f"{place}&options=-c%20default_transaction_read_only=on"
    with Ledger.open(read_only) as ledger:
        assert ledger.documents() == []
        with pytest.raises(LedgerError, match="LG-L008"):
            ledger.add(Document("Oslo", "a.txt", "en"), [])


def test_a_connection_that_is_cut_is_told(postgresql: str) -> None:
    place = f"{postgresql}?schema=s{uuid.uuid4().hex}"
    with Ledger.open(place, create=True) as ledger:
        with connect(place, create=False) as other:
            other.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
        for _ in range(2):
            with pytest.raises(LedgerError, match="LG-L010"):
                ledger.add(Document("Oslo", "a.txt", "en"), [])


def test_a_database_that_is_not_in_unicode_is_told(postgresql: str) -> None:
    name = f"plain_{uuid.uuid4().hex[:12]}"
    make = f"CREATE DATABASE {name} ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0"
    with connect(f"{postgresql}?schema=s{uuid.uuid4().hex}", create=True) as connection:
        connection.exec_driver_sql(make)
        plain = make_url(postgresql).set(database=name).render_as_string(hide_password=False)
        try:
            with pytest.raises(LedgerError, match="LG-L002: the database is not in UTF-8"):
                Ledger.open(plain, create=True)
        finally:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


def test_half_a_pair_of_surrogates_in_a_name_is_told(
    new_ledger_place: Callable[[], str],
) -> None:
    with (
        Ledger.open(new_ledger_place(), create=True) as ledger,
        pytest.raises(LedgerError, match="LG-L013"),
    ):
        ledger.holds("sha256:\ud800", "rules")


def test_a_ledger_that_another_brought_up_meanwhile_is_left_as_it_is(postgresql: str) -> None:
    with connect(f"{postgresql}?schema=s{uuid.uuid4().hex}", create=True) as connection:
        assert _bring_up(connection).endswith(str(SCHEMA_VERSION))
