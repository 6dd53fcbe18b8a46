"""A report of an ingestion for people: sums that balance."""

from __future__ import annotations

from collections.abc import Iterator

from legation.ledger import Report


def report_lines(report: Report) -> Iterator[str]:
    """The lines of a report.

    >>> list(report_lines(Report(documents=2, read=1, unchanged=1)))
    ['documents: 2 = 1 read + 1 unchanged + 0 refused', 'claims: 0']
    """
    refused = len(report.refused)
    yield (
        f"documents: {report.documents} = {report.read} read + "
        f"{report.unchanged} unchanged + {refused} refused"
    )
    if report.withdrawn:
        yield f"  withdrawn before, and so counting for nothing: {report.withdrawn}"
    if report.passed_over:
        yield f"passed over: {len(report.passed_over)} files that no reader takes"
    yield f"claims: {report.claims}"
    for title, counts in (("language", report.by_language), ("kind", report.by_kind)):
        if counts:
            told = ", ".join(f"{name} {count}" for name, count in counts.most_common())
            yield f"  by {title}: {told}"
    if report.unread or report.ungrounded:
        yield (
            f"  not recorded: {report.unread} in passages of another language, "
            f"{report.ungrounded} without their words"
        )
