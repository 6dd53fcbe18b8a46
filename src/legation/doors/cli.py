"""The command line: one module a command in `commands`, and here what they have in common.

Nothing heavy is imported before a command needs it, so that help answers at once.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer

from legation import __version__
from legation.doors.exits import Exit
from legation.doors.streams import speak_utf8, words
from legation.model.errors import LegationError

COMMANDS = (
    "demo",
    "extract",
    "ingest",
    "status",
    "timeline",
    "explain",
    "anomalies",
    "compare",
    "conflicts",
    "rules",
    "persons",
    "review",
    "record",
    "withdraw",
    "verify",
    "prepare",
    "diff",
    "runs",
    "dates",
    "resolve",
    "doctor",
)

app = typer.Typer(
    name="legation",
    help="Keeps the record of the relations between states, with the words that say it.",
    epilog="`legation COMMAND --help` has an example for each command.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        print(f"legation {__version__}")
        raise typer.Exit


@app.callback()
def _legation(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Keeps the record of the relations between states, with the words that say it."""


for _name in COMMANDS:
    _module = import_module(f"legation.doors.commands.{_name}")
    _command = getattr(_module, _name)
    if isinstance(_command, typer.Typer):
        app.add_typer(_command, name=_name, epilog=_module.EXAMPLE)
    else:
        app.command(_name, epilog=_module.EXAMPLE)(_command)


def main() -> None:
    """Run the command line and leave with its exit code."""
    speak_utf8()
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = Exit.PIPE_CLOSED
    if code == Exit.PIPE_CLOSED:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run a command and give its exit code; whatever fails is told in one line.

    >>> run(["--version"])  # doctest: +ELLIPSIS
    legation ...
    0
    """
    try:
        code: Any = typer.main.get_command(app).main(
            arguments, prog_name="legation", standalone_mode=False
        )
    except BrokenPipeError:
        return Exit.PIPE_CLOSED
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):
            return Exit.PIPE_CLOSED
        raise
    except (KeyboardInterrupt, typer.Abort):
        words("interrupted")
        return Exit.INTERRUPTED
    except Exception as problem:
        return _failed(problem)
    return int(code or Exit.OK)


def _failed(problem: Exception) -> int:
    """Tell what failed, and give the exit code for it."""
    if os.environ.get("LEGATION_DEBUG") and not hasattr(problem, "show"):
        raise problem
    if isinstance(problem, LegationError):
        words(str(problem))
        return problem.exit_code
    if hasattr(problem, "show"):
        problem.show()
        return int(getattr(problem, "exit_code", Exit.USAGE))
    words(
        f"LG-X001: {type(problem).__name__}: {problem}; this is a fault of legation: please report "
        "it (LEGATION_DEBUG=1 shows where it happened)"
    )
    return Exit.INTERNAL
