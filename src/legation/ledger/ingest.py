"""Documents, folders and streams go into a ledger, each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from legation.documents import STANDARD_INPUT, Limits, find
from legation.ledger.crew import in_order
from legation.ledger.harvest import Extract, rules
from legation.ledger.preparation import Preparation
from legation.ledger.recording import Progress, record, told
from legation.ledger.report import Report
from legation.model.documents import Document

if TYPE_CHECKING:
    from legation.ledger.store import Ledger

BATCH = 20
"""How many documents are recorded at once: what is lost at most when all stops."""


def ingest(
    paths: Iterable[str | Path],
    ledger: Ledger,
    progress: Progress | None = None,
    *,
    language: str | None = None,
    limits: Limits | None = None,
    extract: Extract | None = None,
    extractor: str | None = None,
    workers: int = 1,
    batch: int = BATCH,
) -> Report:
    """Read what lies under `paths` into `ledger`, and tell what became of every document.

    A document that cannot be read is refused, with its reason, and the rest goes on; one that
    this extractor has read before is unchanged. `extract` and `extractor`, its name with its
    version, are the rules by default. `workers` read at the same time, and `batch` documents are
    recorded at once: neither makes a difference to what the ledger holds. Raises LedgerError
    where the ledger itself fails, LegationError (LG-X003) where a worker dies.

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
    how = Preparation(take, name, ledger.read_by(name), language, limits)
    streams = [source for source in found.sources if source == STANDARD_INPUT]
    files = [source for source in found.sources if source != STANDARD_INPUT]
    # Standard input is that of this process: it is read here, whoever reads the rest.
    ready = chain(map(how.of_source, streams), in_order(files, how.of_source, workers))
    record(ledger, report, name, told(ready, streams + files, progress), batch)
    return report


def reread(
    ledger: Ledger,
    progress: Progress | None = None,
    *,
    extract: Extract | None = None,
    extractor: str | None = None,
    workers: int = 1,
    batch: int = BATCH,
) -> Report:
    """Read again, by this edition of the extractor, the documents that `ledger` has.

    No file is needed: the texts are the ledger's own. Both readings are kept, and the newest
    counts. Documents that this edition has read are unchanged. Raises as `ingest` does.

    >>> import tempfile
    >>> from legation.ledger import Ledger
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         reread(ledger, extract=lambda read: []).documents
    0
    """
    take, name = (extract, extractor or "rules") if extract else rules()
    known = ledger.read_by(name)
    places = ledger.sources()
    unread = [document for document in places if document not in known]
    report = Report(documents=len(places), unchanged=len(places) - len(unread))
    ready = in_order(_Stored(ledger, unread), Preparation(take, name).of_document, workers)
    names = [places[document].uri for document in unread]
    record(ledger, report, name, told(ready, names, progress), batch)
    return report


class _Stored(Sequence[Document]):
    """Documents of a ledger, each fetched when its turn comes: together they may be large."""

    def __init__(self, ledger: Ledger, ids: Sequence[str]) -> None:
        self.ledger, self.ids = ledger, ids

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, number: Any) -> Any:
        return self.ledger.document(self.ids[number])
