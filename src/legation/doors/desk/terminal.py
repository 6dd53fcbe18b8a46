"""The real screen and the real keys."""

from __future__ import annotations

import sys

from legation.doors.desk.keys import Desk
from legation.model.errors import UsageError


def require_terminal() -> None:
    """Raise UsageError (LG-U043) unless a person reads the screen and presses the keys."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "LG-U043",
            "the desk needs a terminal",
            remedy="use `legation review accept`, `reject`, `correct` or `apply` instead",
        )


def read_key() -> str:
    """The next key; the end of the input leaves the desk."""
    import click

    try:
        return click.getchar()
    except (EOFError, KeyboardInterrupt):
        return "q"


def ask(question: str) -> str:
    """The answer to a question, typed and ended by the enter key."""
    from rich.console import Console

    try:
        return Console(highlight=False).input(f"[bold]{question}:[/] ")
    except EOFError:
        return ""


def show(desk: Desk) -> None:
    """Draw the desk on a screen that is cleared before."""
    from rich.console import Console

    from legation.doors.desk.screen import screen

    console = Console(highlight=False)
    console.clear()
    for line in screen(desk, console.width):
        console.print(line, soft_wrap=True)
