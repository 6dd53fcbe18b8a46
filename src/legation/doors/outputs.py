"""Where data goes: to standard output, or whole into a file."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

from legation.model.errors import InputError, UsageError


@contextmanager
def written_to(file: Path | None) -> Iterator[None]:
    """Put what is written to standard output meanwhile into `file`, where one is given.

    The file is written when all is done, so that a failure leaves no half of it. Raises
    InputError (LG-I009) if it cannot be written.
    """
    if file is None:
        yield
        return
    held = io.StringIO()
    with redirect_stdout(held):
        yield
    try:
        file.write_text(held.getvalue(), "utf-8", errors="backslashreplace", newline="")
    except OSError as problem:
        raise InputError(
            "LG-I009",
            f"the file cannot be written: {(problem.strerror or str(problem)).lower()}",
            where=str(file),
            remedy="check the path and your right to write there",
        ) from None


def require_apart(file: Path | None, sources: Iterable[str]) -> None:
    """Hold that an output is none of the inputs; UsageError (LG-U012) if it is."""
    if file is not None and file.resolve() in {Path(source).resolve() for source in sources}:
        raise UsageError(
            "LG-U012",
            "the output would be written over a document",
            where=str(file),
            remedy="name another file",
        )
