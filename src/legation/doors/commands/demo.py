"""`legation demo`: a ledger from the documents in the package, and what it answers."""

from __future__ import annotations

import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from legation.doors.commands.ingest import tell
from legation.doors.options import TextOrJson
from legation.doors.streams import lines, words

EXAMPLE = "Example: legation demo --ledger demo.ledger"

_STATUS = ("EGY", "IRN", "1995-06-01")
_TIMELINE = ("BGD", "TUR")


def demo(
    ledger: Annotated[
        str | None,
        typer.Option("--ledger", "-L", metavar="PLACE", help="Keep the ledger there."),
    ] = None,
) -> None:
    """Answer from documents in three languages.

    Builds a ledger from the documents in the package, and prints a status and a timeline.
    """
    if ledger:
        _show(ledger)
        words(f"the ledger is in {ledger}: try `legation status Egypt Iran --ledger {ledger}`")
        return
    with tempfile.TemporaryDirectory() as folder:
        _show(str(Path(folder) / "demo.ledger"))


def _show(path: str) -> None:
    from legation.doors.questions import day
    from legation.ledger import Ledger, ingest
    from legation.views.status import status
    from legation.views.status_text import status_text
    from legation.views.timeline import timeline
    from legation.views.timeline_text import timeline_text

    with (
        as_file(files("legation").joinpath("demo_documents")) as folder,
        Ledger.open(path, create=True) as opened,
    ):
        tell(ingest([folder], opened), TextOrJson.text)
        print()
        lines(status_text(status(opened, *_STATUS[:2], day(_STATUS[2]))))
        print()
        lines(timeline_text(timeline(opened, *_TIMELINE)))
