"""`legation doctor`: what is installed, and whether it is whole."""

from __future__ import annotations

import typer

from legation.doors.exits import Exit
from legation.doors.options import Format, TextOrJson
from legation.doors.streams import data

EXAMPLE = "Example: legation doctor --format json"


def doctor(shape: Format = TextOrJson.text) -> None:
    """Look at what is installed, and whether it is whole.

    The exit code is 1 where something is missing or broken.
    """
    from legation.doors.checkup import checkup

    checks = checkup()
    if shape is TextOrJson.json:
        data({"sound": all(c.sound for c in checks), "checks": [c.to_json() for c in checks]})
    else:
        for check in checks:
            print(f"{'ok ' if check.sound else 'BAD'} {check.name}: {check.found}")
    raise typer.Exit(Exit.OK if all(check.sound for check in checks) else Exit.FINDINGS)
