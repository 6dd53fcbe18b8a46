"""`legation review accept`, `reject`, `correct`, `merge`, `split`, `undo`: one verdict each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.doors.assignments import assigned
from legation.doors.options import Author, LedgerFile, Reason, Spans
from legation.doors.streams import data

if TYPE_CHECKING:
    from legation.ledger.byhand.corrections import Change
    from legation.model.decisions import Verdict
    from legation.model.reviews import ReviewVerdict

ACCEPT = "Example: legation review accept 3f2a9c --by 'A. Reader' --reason 'the words say so'"
REJECT = "Example: legation review reject 3f2a9c --by 'A. Reader' --reason 'says otherwise'"
CORRECT = (
    "Example: legation review correct 3f2a9c --set when=2011-05 --set city=Minsk "
    "--span when='May 2011' --by 'A. Reader' --reason 'the month stands in the next sentence'"
)
MERGE = "Example: legation review merge 'G. Bush' 'George Bush' --by 'A. Reader' --reason 'one man'"
SPLIT = (
    "Example: legation review split 'George Bush' 'George W. Bush' --by 'A. Reader' "
    "--reason 'father and son'"
)
UNDO = "Example: legation review undo 3f2a9c --by 'A. Reader' --reason 'misread'"

ClaimId = Annotated[str, typer.Argument(metavar="ID", help="A claim, by the beginning of its id.")]
Name = Annotated[str, typer.Argument(help="A name as `legation persons` shows it.")]
Other = Annotated[str, typer.Argument(help="The other name.")]


def accept(claim: ClaimId, by: Author, reason: Reason, ledger: LedgerFile) -> None:
    """Say that the words of a claim say what it claims.

    A claim that a correction made is confirmed with the correction.
    """
    _judge(ledger, claim, "accept", by, reason)


def reject(claim: ClaimId, by: Author, reason: Reason, ledger: LedgerFile) -> None:
    """Say that the words of a claim do not say it: it counts no more."""
    _judge(ledger, claim, "reject", by, reason)


def correct(
    claim: ClaimId,
    by: Author,
    reason: Reason,
    ledger: LedgerFile,
    values: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            help="A role, or kind, when, polarity, modality; nothing after = takes it away.",
        ),
    ] = None,
    words: Annotated[
        str | None, typer.Option("--words", help="A better quote, as it stands in the document.")
    ] = None,
    spans: Spans = None,
) -> None:
    """Put a claim right: another stands in its place, with its words and your name.

    What is not set stays as it was. A role that is set loses its words, unless --span gives others.
    """
    from legation.ledger.byhand.corrections import Change

    change = Change(assigned(values, "--set"), words, assigned(spans, "--span"))
    _judge(ledger, claim, "correct", by, reason, change)


def merge(name: Name, other: Other, by: Author, reason: Reason, ledger: LedgerFile) -> None:
    """Say that two names are one person's."""
    _decide(ledger, "merge", name, other, by, reason)


def split(name: Name, other: Other, by: Author, reason: Reason, ledger: LedgerFile) -> None:
    """Say that two names are two persons'."""
    _decide(ledger, "split", name, other, by, reason)


def undo(
    claim: Annotated[
        str, typer.Argument(metavar="ID|NAME", help="A claim by its id, or the first of two names.")
    ],
    by: Author,
    reason: Reason,
    ledger: LedgerFile,
    other: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The other name, where names are meant.")
    ] = None,
) -> None:
    """Take back what was decided of a claim, or of two names; both verdicts stay on record."""
    if other is None:
        _judge(ledger, claim, "undo", by, reason)
    else:
        _decide(ledger, "undo", claim, other, by, reason)


def _judge(
    place: str,
    claim: str,
    verdict: ReviewVerdict,
    by: str,
    reason: str,
    change: Change | None = None,
) -> None:
    from legation.ledger import Ledger
    from legation.ledger.byhand.verdicts import verdict_on

    with Ledger.open(place) as opened:
        recorded = opened.review(verdict_on(opened, claim, verdict, by, reason, change))
    data(recorded.to_json())


def _decide(place: str, verdict: Verdict, name: str, other: str, by: str, reason: str) -> None:
    from legation.ledger import Ledger
    from legation.model.decisions import Decision
    from legation.views.persons import decide

    with Ledger.open(place) as opened:
        recorded = decide(opened, Decision(verdict, (name, other), by, reason))
    data(recorded.to_json())
