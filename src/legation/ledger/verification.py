"""Verification: whether a ledger still is what was written into it, and if not, where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from sqlalchemy import Connection

from legation.ledger import chain, guards, indexes, sqlite
from legation.ledger.connection import explained
from legation.ledger.damage import Damage
from legation.ledger.transactions import transaction
from legation.model.errors import LedgerError, UsageError

Check = Callable[[Connection], Iterator[Damage]]

_SNAPSHOT = {
    "sqlite": ("BEGIN",),
    "postgresql": ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",),
}
_PASSING = ("LG-L004", "LG-L010")
"""What says nothing of the ledger, only that it cannot be had just now."""

_UNREADABLE = (TypeError, ValueError, KeyError, AttributeError)
"""What comes of values that are not of their type: such as a text where a number was."""


def verify(connection: Connection, place: str, head: str | None) -> list[Damage]:
    """All damage that can be found, as of one moment; nothing where all is sound.

    `head` is the hash of a batch that was noted before: it tells whether the last batches were
    cut off, which nothing in the ledger itself can tell. Raises UsageError (LG-U047) where it is
    empty: a head that was to be held against is none.
    """
    _require_told(head)
    checks: tuple[Check, ...] = (
        _check_file,
        guards.check,
        partial(chain.check, head=head),
        indexes.check,
    )
    with explained(place), _readable(connection), _snapshot(connection):
        return [damage for check in checks for damage in _found(check, connection, place)]


def _require_told(head: str | None) -> None:
    if head is not None and not head.strip():
        raise UsageError(
            "LG-U047",
            "an empty head tells nothing of what was cut off",
            remedy="give one that `legation verify` told before, or leave --head out",
        )


def _found(check: Check, connection: Connection, place: str) -> list[Damage]:
    """What a check finds; that it cannot go on is a finding too."""
    found: list[Damage] = []
    try:
        with explained(place):
            for damage in check(connection):
                found.append(damage)
    except LedgerError as problem:
        if problem.code in _PASSING:
            raise
        found.append(Damage("", "", None, problem.what))
    except _UNREADABLE as problem:
        found.append(Damage("", "", None, f"values of the wrong type: {problem}"))
    return found


def _check_file(connection: Connection) -> Iterator[Damage]:
    if connection.dialect.name == "sqlite":
        for told in sqlite.integrity(connection):
            yield Damage("", "", None, told)


@contextmanager
def _snapshot(connection: Connection) -> Iterator[None]:
    with transaction(connection, _SNAPSHOT[connection.dialect.name]):
        yield


@contextmanager
def _readable(connection: Connection) -> Iterator[None]:
    """Let SQLite give back texts that are no longer UTF-8, so that their rows can be named."""
    driver = connection.connection.driver_connection
    if connection.dialect.name != "sqlite" or driver is None:
        yield
        return
    driver.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = str
