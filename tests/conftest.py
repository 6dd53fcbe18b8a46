"""What all tests share: how Hypothesis looks for counter-examples, and where ledgers lie.

A test that asks for a place of a ledger is run twice: on SQLite, and on the PostgreSQL server
whose address stands in LEGATION_POSTGRES. `make test` starts one; where that cannot be had,
`--without-postgresql` runs the rest, and the report says so.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

NewPlace = Callable[[], str]
"""Gives the place of a ledger that is not there yet."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--without-postgresql", action="store_true", help="leave out the tests on PostgreSQL"
    )


def pytest_report_header(config: pytest.Config) -> str | None:
    left_out = config.getoption("--without-postgresql")
    return "LEDGERS ARE TESTED ON SQLITE ONLY: --without-postgresql" if left_out else None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database" in metafunc.fixturenames:
        metafunc.parametrize("database", ["sqlite", "postgresql"], indirect=True, scope="session")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out, where that is asked for, what needs a server."""
    if not config.getoption("--without-postgresql"):
        return
    left_out = [item for item in items if _needs_a_server(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if not _needs_a_server(item)]


def _needs_a_server(item: pytest.Item) -> bool:
    call = getattr(item, "callspec", None)
    on = call.params.get("database") if call else None
    return on == "postgresql" or "postgresql" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def database(request: pytest.FixtureRequest) -> str:
    """On what the ledgers of a test lie: 'sqlite' or 'postgresql'."""
    kind: str = request.param
    return kind


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a database of this run on the server for tests."""
    server = os.environ.get("LEGATION_POSTGRES")
    if not server:
        pytest.fail(
            "LEGATION_POSTGRES holds no address of a PostgreSQL server. `make test` starts one; "
            "`make test POSTGRESQL=no` leaves out what needs it.",
            pytrace=False,
        )
    import psycopg

    name = f"legation_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")  # type: ignore[call-overload]
        yield f"{server}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[call-overload]


@pytest.fixture
def new_ledger_place(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> NewPlace:
    """Where ledgers may be made, each time another place."""
    if database == "sqlite":
        return lambda: str(tmp_path / f"{uuid.uuid4().hex}.ledger")
    address = request.getfixturevalue("postgresql")
    return lambda: f"{address}?schema=s{uuid.uuid4().hex}"


@pytest.fixture
def ledger_place(new_ledger_place: NewPlace) -> str:
    """Where a ledger may be made."""
    return new_ledger_place()
