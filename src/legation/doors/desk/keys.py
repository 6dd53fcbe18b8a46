"""What each key does at the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from legation.doors.desk.session import Session
from legation.ledger.byhand.corrections import Change
from legation.model.errors import LegationError

HELP = {
    "a": "accept: the words say so",
    "r": "reject: they do not, and the claim counts no more",
    "c": "correct: a field, its value, and why",
    "s": "skip: leave it to another day",
    "u": "undo: go back by one, and take its verdict back",
    "o": "open: more of the source, and less again",
    "?": "help",
    "q": "quit: what was decided is kept",
}
_REASONS = {
    "accept": "read in its context: the words say so",
    "reject": "read in its context: the words do not say so",
    "correct": "read in its context",
}
_LEAVING = ("q", "\x03", "\x04")


@dataclass(slots=True)
class Desk:
    """A session with what a reader sees of it: how much of the source, the help, a message.

    `ask` puts a question to the reader and gives the answer, empty where there is none;
    `reason` stands in the place of the usual reasons.
    """

    session: Session
    ask: Callable[[str], str]
    reason: str = ""
    opened: bool = False
    helping: bool = False
    message: str = ""
    left: bool = field(default=False)

    def press(self, key: str) -> None:
        """Do what a key says; a key that says nothing shows the help."""
        self.message, self.helping = "", False
        if key in _LEAVING:
            self.left = True
            return
        act = _ACTS.get(key.casefold(), Desk._help)
        try:
            act(self)
        except LegationError as problem:
            self.message = str(problem)

    def _accept(self) -> None:
        self._go("accept")

    def _reject(self) -> None:
        self._go("reject")

    def _correct(self) -> None:
        name = self.ask("what is to be otherwise (a role, when, kind, polarity, modality)").strip()
        if not name:
            self.message = "nothing corrected"
            return
        value = self.ask(f"{name} is (nothing takes it away)").strip()
        words = self.ask("in the words (nothing if none)").strip()
        reason = self.ask("because").strip() or self.reason or _REASONS["correct"]
        change = Change({name: value}, None, {name: words} if words else {})
        self.session.decide("correct", reason, change)
        self.opened = False

    def _skip(self) -> None:
        self.session.skip()
        self.opened = False

    def _undo(self) -> None:
        step = self.session.back()
        self.message = f"taken back: {step.done}" if step else "there is nothing to take back"

    def _open(self) -> None:
        self.opened = not self.opened

    def _help(self) -> None:
        self.helping = True

    def _go(self, verdict: str) -> None:
        self.session.decide(verdict, self.reason or _REASONS[verdict])  # type: ignore[arg-type]
        self.opened = False


_ACTS: dict[str, Callable[[Desk], None]] = {
    "a": Desk._accept,
    "r": Desk._reject,
    "c": Desk._correct,
    "s": Desk._skip,
    "u": Desk._undo,
    "o": Desk._open,
    "?": Desk._help,
}


def sit(desk: Desk, read_key: Callable[[], str], show: Callable[[Desk], None]) -> None:
    """Show the desk and do what each key says, until the reader leaves or all is judged."""
    show(desk)
    while not desk.left and desk.session.current is not None:
        desk.press(read_key())
        show(desk)
