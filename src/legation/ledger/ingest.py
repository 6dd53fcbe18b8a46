"""Documents, folders and streams go into a ledger, each whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from legation.documents import Limits, Reading, find, open_document
from legation.ledger.report import Refusal, Report
from legation.ledger.store import Ledger, require_grounds
from legation.model.claims import Claim
from legation.model.documents import Document
from legation.model.errors import LedgerError, LegationError
from legation.model.spans import Span

Extract = Callable[[Document], list[Claim]]
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
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         report = ingest([Path(folder) / "none.txt"], ledger, extract=lambda read: [])
    >>> report.refused[0].code, report.balances
    ('LG-I006', True)
    """
    found = find(paths)
    report = Report(documents=len(found.sources), passed_over=list(found.passed_over))
    rules, name = (extract, extractor or "rules") if extract else _rules()
    for number, source in enumerate(found.sources):
        if progress:
            progress(number, len(found.sources), source)
        try:
            reading = open_document(source, language=language, limits=limits)
            _read_one(reading, ledger, report, rules, name)
        except LedgerError:
            raise
        except LegationError as refusal:
            reason = refusal.what + (f"; {refusal.remedy}" if refusal.remedy else "")
            report.refused.append(Refusal(source, refusal.code, reason))
    return report


def extracted(reading: Reading, extract: Extract) -> list[Claim]:
    """The claims of what is read of a document; raises LegationError (LG-X002) if rules fail.

    >>> extracted(Reading(Document("Oslo", "a.txt", "en")), lambda document: [])
    []
    """
    try:
        claims = extract(reading.document)
    except LegationError:
        raise
    except Exception as problem:
        if os.environ.get("LEGATION_DEBUG"):
            raise
        raise LegationError(
            "LG-X002",
            f"the rules failed on it: {type(problem).__name__}: {problem}",
            where=reading.document.uri,
            remedy="report it, with the document",
        ) from problem
    return claims


def _read_one(
    reading: Reading, ledger: Ledger, report: Report, extract: Extract, name: str
) -> None:
    """One document into the ledger and onto the report."""
    if ledger.holds(reading.document.id, name):
        report.unchanged += 1
        return
    claims = extracted(reading, extract)
    read = [c for c in claims if reading.reads(Span(c.source.start, c.source.end))]
    grounded = [claim for claim in read if _grounded(claim, reading.document)]
    report.unread += len(claims) - len(read)
    report.ungrounded += len(read) - len(grounded)
    once = list({claim.id: claim for claim in grounded}.values())
    ledger.add(reading.document, once, extractor=name)
    report.read += 1
    report.count(once)
    if reading.note:
        report.notes.append(reading.note)


def _grounded(claim: Claim, document: Document) -> bool:
    try:
        require_grounds(claim, document)
    except LedgerError:
        return False
    return True


def _rules() -> tuple[Extract, str]:
    """The extractor of the package, and its name with its version; loaded only when needed."""
    import legation.extraction as station
    from legation import __version__

    rules: Extract = vars(station)["extract"]
    return rules, vars(station).get("EXTRACTOR", f"rules@{__version__}")
