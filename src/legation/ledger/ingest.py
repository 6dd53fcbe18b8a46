"""Documents, folders and streams go into a ledger, each whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from legation.documents import Limits, Reading, find, open_document
from legation.ledger.harvest import Extract, harvest, rules
from legation.ledger.report import Refusal, Report
from legation.model.errors import LedgerError, LegationError

if TYPE_CHECKING:
    from legation.ledger.store import Ledger

Progress = Callable[[int, int, str], None]
"""Called before each document with its number from 0, how many there are, and its name."""


def ingest(
    paths: Iterable[str | Path],
    ledger: Ledger,
    progress: Progress | None = None,
    *,
    language: str | None = None,
    limits: Limits | None = None,
    extract: Extract | None = None,
    extractor: str | None = None,
) -> Report:
    """Read what lies under `paths` into `ledger`, and tell what became of every document.

    A document that cannot be read is refused, with its reason, and the rest goes on; one that
    this extractor has read before is unchanged. `extract` and `extractor`, its name with its
    version, are the rules by default. Raises LedgerError where the ledger itself fails.

    >>> import tempfile
    >>> from legation.ledger import Ledger
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         report = ingest([Path(folder) / "none.txt"], ledger, extract=lambda read: [])
    >>> report.refused[0].code, report.balances
    ('LG-I006', True)
    """
    found = find(paths)
    report = Report(documents=len(found.sources), passed_over=list(found.passed_over))
    take, name = (extract, extractor or "rules") if extract else rules()
    for number, source in enumerate(found.sources):
        if progress:
            progress(number, len(found.sources), source)
        try:
            reading = open_document(source, language=language, limits=limits)
            _read_one(reading, ledger, report, take, name)
        except LedgerError:
            raise
        except LegationError as refusal:
            reason = refusal.what + (f"; {refusal.remedy}" if refusal.remedy else "")
            report.refused.append(Refusal(source, refusal.code, reason))
    return report


def _read_one(
    reading: Reading, ledger: Ledger, report: Report, extract: Extract, name: str
) -> None:
    """One document into the ledger and onto the report."""
    if ledger.holds(reading.document.id, name):
        ledger.add(reading.document, [], extractor=name)
        report.unchanged += 1
        return
    taken = harvest(reading, extract, name)
    ledger.add(reading.document, taken.claims, extractor=name)
    report.read += 1
    report.unread += taken.unread
    report.ungrounded += taken.ungrounded
    report.count(taken.claims)
    if reading.note:
        report.notes.append(reading.note)
