"""Hold the documentation to the truth: links lead somewhere, examples print what they show.

Every relative link and picture of a Markdown file must exist, every SVG must be well formed,
and the commands of a ```console block are run, in order, in one folder that holds only src: what
they print must be what the block shows. A line that is `…` alone stands for any number of lines.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)|(?:src|href)=\"([^\"#]+)\"")
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
STEP = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.M)


def pages() -> list[Path]:
    inside = [page for room in ("docs", "benchmarks") for page in (ROOT / room).rglob("*.md")]
    return sorted([*ROOT.glob("*.md"), *inside])


def dead_links(page: Path) -> Iterator[str]:
    for pair in LINK.findall(page.read_text("utf-8")):
        target = pair[0] or pair[1]
        if not re.match(r"[a-z]+:", target) and not (page.parent / target).exists():
            yield f"{page.relative_to(ROOT)}: nothing at {target}"


def broken_pictures() -> Iterator[str]:
    for picture in sorted((ROOT / "docs").rglob("*.svg")):
        try:
            ElementTree.parse(picture)
        except ElementTree.ParseError as error:
            yield f"{picture.relative_to(ROOT)}: {error}"


def as_pattern(shown: str) -> str:
    lines = [line.rstrip() for line in shown.rstrip("\n").split("\n")]
    return "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\s*\n" for line in lines)


def untrue_examples(page: Path) -> Iterator[str]:
    """The steps whose output is not what the page shows."""
    where = page.relative_to(ROOT)
    path = os.pathsep.join([str(ROOT / ".venv" / "bin"), os.environ.get("PATH", "")])
    environment = os.environ | {"PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "src").symlink_to(ROOT / "src")
        for block in CONSOLE.findall(page.read_text("utf-8")):
            for command, shown in STEP.findall(block):
                done = subprocess.run(
                    ["bash", "-c", command],
                    cwd=folder,
                    env=environment,
                    capture_output=True,
                    text=True,
                    timeout=120,
                )
                if not re.fullmatch(as_pattern(shown), done.stdout.rstrip("\n") + "\n"):
                    yield f"{where}: `{command}` prints\n{done.stdout}{done.stderr}"


def main() -> int:
    wrong = [*broken_pictures()]
    for page in pages():
        wrong += [*dead_links(page), *untrue_examples(page)]
    print("\n".join(wrong) or f"{len(pages())} pages hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
