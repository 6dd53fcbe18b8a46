"""How a command ends: its exit code, and the one line that says why."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of every command."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    PARTIAL = 4
    INTERNAL = 5
    INTERRUPTED = 130
    PIPE_CLOSED = 141


def exit_for(documents: int, refused: int) -> Exit:
    """How a command ends that was given `documents` and refused some of them.

    >>> exit_for(3, 0).name, exit_for(3, 1).name, exit_for(3, 3).name
    ('OK', 'PARTIAL', 'INPUT')
    """
    if refused == 0:
        return Exit.OK
    return Exit.INPUT if refused == documents else Exit.PARTIAL
