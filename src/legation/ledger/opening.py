"""Opening: a connection is given away ready, or closed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine


@contextmanager
def opening(engine: Engine) -> Iterator[Connection]:
    """A connection to make ready inside; where that fails it is closed, and else it stays open."""
    connection = engine.connect()
    try:
        yield connection
    except BaseException:
        connection.close()
        raise
