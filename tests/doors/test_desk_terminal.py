"""The desk on a real terminal: keys are read one by one, and every verdict is there afterwards."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from legation.doors.cli import run
from legation.ledger import Ledger
from legation.model.claims import Claim, Source
from legation.model.documents import Document

PERSIAN = Document("سفارت عراق در مینسک در سال ۲۰۱۰ گشایش یافت.", "fa.txt", "fa")
LEGATION = [sys.executable, "-c", "from legation.doors.cli import main; main()"]
SECONDS = 60


def claim(kind: str, sure: float) -> Claim:
    text = PERSIAN.text
    source = Source(PERSIAN.id, "fa.txt", "fa", 0, len(text) - 1, text[:-1])
    roles = {"sender": "IRQ", "host": "BLR"}
    return Claim(kind, roles, source, "2010", "stated", confidence=sure)


FIRST, SECOND, THIRD = (
    claim(kind, sure)
    for kind, sure in (("mission_opened", 0.5), ("mission_present", 0.6), ("mission_reopened", 0.7))
)


class Screen:
    """A process on a terminal of its own: what it shows is read until words appear."""

    def __init__(self, *arguments: str) -> None:
        self.ours, theirs = pty.openpty()
        environment = os.environ | {"TERM": "xterm", "COLUMNS": "100", "LINES": "40"}
        self.process = subprocess.Popen(
            [*LEGATION, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
        )
        os.close(theirs)

    def until(self, words: str) -> str:
        """What is shown until `words` are."""
        seen, end = b"", time.monotonic() + SECONDS
        while words.encode() not in seen:
            if not select.select([self.ours], [], [], max(0, end - time.monotonic()))[0]:
                raise AssertionError(f"{words!r} never shown, but: {seen.decode()}")
            seen += os.read(self.ours, 4096)
        return seen.decode()

    def press(self, key: str) -> None:
        """Press a key once the desk waits for one: what is pressed before is not read."""
        self._wait(lines=False)
        os.write(self.ours, key.encode())

    def answer(self, question: str, words: str) -> None:
        """Type an answer to a question, and the enter key."""
        self.until(question)
        self._wait(lines=True)
        os.write(self.ours, f"{words}\n".encode())

    def _wait(self, *, lines: bool) -> None:
        end = time.monotonic() + SECONDS
        while bool(termios.tcgetattr(self.ours)[3] & termios.ICANON) != lines:
            assert time.monotonic() < end
            time.sleep(0.01)

    def leave(self) -> int:
        """Wait for the end of the process; gives its exit code."""
        try:
            return self.process.wait(SECONDS)
        finally:
            self.process.kill()
            os.close(self.ours)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    place = str(tmp_path / "a.ledger")
    with Ledger.open(place, create=True) as opened:
        opened.add(PERSIAN, [FIRST, SECOND, THIRD])
    return place


def test_a_reader_accepts_corrects_takes_back_and_leaves(ledger: str) -> None:
    screen = Screen("review", "Iraq", "بلاروس", "--ledger", ledger, "--by", "A. Reader")
    shown = screen.until("q quit")
    assert "0 of 3" in shown
    assert "سفارت عراق" in shown
    screen.press("a")
    screen.until("1 accepted")
    screen.press("c")
    screen.answer("what is to be otherwise", "when")
    screen.answer("when is", "2011")
    screen.answer("in the words", "")
    screen.answer("because", "read again")
    screen.until("1 corrected")
    screen.press("u")
    screen.until("taken back: correct")
    screen.press("q")
    assert screen.leave() == 0
    with Ledger.open(ledger) as opened:
        verdicts = [(review.claim, review.verdict, review.by) for review in opened.reviews()]
    assert verdicts == [
        (FIRST.id, "accept", "A. Reader"),
        (SECOND.id, "correct", "A. Reader"),
        (SECOND.id, "undo", "A. Reader"),
    ]


def test_without_a_terminal_the_desk_says_what_to_do(
    ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", "--ledger", ledger]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("LG-U043: the desk needs a terminal; use `legation review accept`")
