"""What is drawn of the desk: how far it is, the claim, its context, the keys."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from legation.doors.desk.keys import HELP, Desk
from legation.doors.desk.session import Session
from legation.views.claim_in_context import FAR, NEAR, context, isolated_lines
from legation.views.dates_in_words import date_in_words
from legation.views.naming import kind_in_words, parties_in_words, value_in_words
from legation.views.visible import visible
from legation.views.waiting import Waiting

_DONE = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "skip": "skipped"}
_KEYS = "a accept · r reject · c correct · s skip · u undo · o open source · ? help · q quit"


def screen(desk: Desk, width: int) -> Iterator[Text]:
    """The lines of the desk, no longer than `width` cells."""
    session = desk.session
    yield Text(progress(session), style="dim")
    yield Text("")
    if session.current is None:
        yield Text("No claim waits any more.")
    else:
        yield from _claim(session.current)
        yield Text("")
        text = session.ledger.document(session.current.claim.source.document).text
        shown = context(session.current.claim, text, FAR if desk.opened else NEAR)
        yield from isolated_lines(shown, width)
    yield Text("")
    if desk.helping:
        yield from (Text(f"  {key}  {what}") for key, what in HELP.items())
    if desk.message:
        yield Text(visible(desk.message), style="red")
    yield Text(_KEYS, style="cyan")


def progress(session: Session) -> str:
    """How far a session is, and what was decided.

    >>> import tempfile
    >>> from legation.ledger import Ledger
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(f"{folder}/a.ledger", create=True) as ledger:
    ...         progress(Session(ledger, [], "A. Reader"))
    '0 of 0 · 0 accepted, 0 rejected, 0 corrected, 0 skipped · A. Reader'
    """
    counts = session.counts
    told = ", ".join(f"{counts[done]} {word}" for done, word in _DONE.items())
    return f"{len(session.steps)} of {len(session.queue)} · {told} · {session.by}"


def _claim(waiting: Waiting) -> Iterator[Text]:
    claim = waiting.claim
    when = date_in_words(claim.when) if claim.when else "undated"
    line = Text.assemble((kind_in_words(claim), "bold"), f": {parties_in_words(claim)}, {when}")
    yield line + Text(" · disputed" if waiting.disputed else "", style="red")
    for role, value in sorted(claim.roles.items()):
        yield Text(f"  {role}: {visible(value_in_words(value))}")
    source = claim.source
    told = f"{visible(source.uri)}, {source.language} · sure to {claim.confidence:.2f} · {claim.id}"
    yield Text(f"  {told}", style="dim")
