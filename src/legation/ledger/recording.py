"""What was made ready goes into the ledger, some documents at once, and onto the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from legation.ledger.entries import Entry, Outcome
from legation.ledger.preparation import Prepared
from legation.ledger.report import Refusal, Report
from legation.model.withdrawals import Withdrawal

if TYPE_CHECKING:
    from legation.ledger.store import Ledger

Ready = Prepared | Refusal
Progress = Callable[[int, int, str], None]
"""Called before each document with its number from 0, how many there are, and its name."""


def record(
    ledger: Ledger, report: Report, extractor: str, ready: Iterator[Ready], batch: int
) -> None:
    """Record what is ready, `batch` documents at once, and account for each on `report`."""
    withdrawn = {one.document: one for one in ledger.withdrawals()}
    while part := list(islice(ready, batch)):
        report.refused += [one for one in part if isinstance(one, Refusal)]
        prepared = [one for one in part if isinstance(one, Prepared)]
        outcomes = ledger.add_all(_entry(one, extractor) for one in prepared)
        for one, outcome in zip(prepared, outcomes, strict=True):
            _account(report, one, outcome, withdrawn)


def told(
    ready: Iterable[Ready], names: Sequence[str], progress: Progress | None
) -> Iterator[Ready]:
    """What is ready, each told by its name before it is waited for."""
    waiting = iter(ready)
    for number, name in enumerate(names):
        if progress:
            progress(number, len(names), name)
        yield next(waiting)


def _entry(one: Prepared, extractor: str) -> Entry:
    return Entry(one.document, one.harvest.claims if one.harvest else (), extractor)


def _account(
    report: Report, one: Prepared, outcome: Outcome, withdrawn: Mapping[str, Withdrawal]
) -> None:
    last = withdrawn.get(one.document.id)
    if last and last.verdict == "withdraw":
        report.withdrawn += 1
        report.notes.append(
            f"{one.document.uri}: stays withdrawn, as {last.by} decided: {last.reason}"
        )
    if outcome == "unchanged" or one.harvest is None:
        report.unchanged += 1
        return
    report.read += 1
    report.unread += one.harvest.unread
    report.ungrounded += one.harvest.ungrounded
    report.count(one.harvest.claims)
    if one.note:
        report.notes.append(one.note)
