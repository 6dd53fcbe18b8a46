"""Who answers for what is decided at the desk."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable

from legation.model.errors import UsageError


def author(given: str | None, ask: Callable[[str], str]) -> str:
    """The author given, or the one that git knows, or the one that answers when asked.

    Raises UsageError (LG-U014) where nobody does.

    >>> author("A. Reader", lambda question: "")
    'A. Reader'
    """
    found = (given or "").strip() or _of_git() or ask("who reads").strip()
    if not found:
        raise UsageError(
            "LG-U014",
            "a verdict has an author",
            remedy="give one, with --by or in LEGATION_AUTHOR",
        )
    return found


def _of_git() -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    done = subprocess.run(
        [git, "config", "user.name"], capture_output=True, text=True, check=False, timeout=10
    )
    return done.stdout.strip()
