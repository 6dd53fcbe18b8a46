"""Hold the documentation to the truth: links lead somewhere, examples print what they show.

    docs.py            exit status 1 where something does not hold
    docs.py --write    write what the examples print into the pages first

Every relative link and picture of a Markdown file must exist, every SVG must be well formed,
and the commands of a ```console block are run, in order, in one folder that holds only src:
what they print must be what the block shows. docs/rules.md is made from the rules themselves.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import rules_page

ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "docs" / "rules.md"
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)|(?:src|href)=\"([^\"#]+)\"")
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
STEP = re.compile(r"^\$ (.+)$", re.M)


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


def printed(command: str, folder: str) -> str:
    """What a shell command prints in a folder, without the blanks that end its lines.

    Where the package is not installed the examples would be written as printing nothing.
    """
    if not (ROOT / ".venv" / "bin" / "legation").exists():
        raise SystemExit("legation is not installed in .venv: `make docs` does that first")
    path = os.pathsep.join([str(ROOT / ".venv" / "bin"), os.environ.get("PATH", "")])
    said = {"PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=os.environ | said,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    lines = [line.rstrip() for line in done.stdout.rstrip().splitlines()]
    return "".join(line + "\n" for line in lines)


def with_true_examples(text: str) -> str:
    """The text of a page, with what its examples print put in their place."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "src").symlink_to(ROOT / "src")

        def block(found: re.Match[str]) -> str:
            commands = STEP.findall(found[1])
            steps = [f"$ {command}\n{printed(command, folder)}" for command in commands]
            return "```console\n" + "".join(steps) + "```"

        return CONSOLE.sub(block, text)


def untrue_examples(page: Path) -> Iterator[str]:
    """The differences between a page and what its examples print."""
    text = page.read_text("utf-8")
    yield from difflib.unified_diff(
        text.splitlines(),
        with_true_examples(text).splitlines(),
        f"{page.relative_to(ROOT)}, as it stands",
        "as it is printed (docs.py --write mends it)",
        lineterm="",
    )


def outdated_page() -> Iterator[str]:
    """Whether the page of the rules is not what the rules make of it."""
    if not RULES.exists() or RULES.read_text("utf-8") != rules_page.text():
        yield f"{RULES.relative_to(ROOT)}: not as the rules are (docs.py --write mends it)"


def write() -> None:
    RULES.write_text(rules_page.text(), "utf-8")
    for page in pages():
        text = page.read_text("utf-8")
        if CONSOLE.search(text):
            page.write_text(with_true_examples(text), "utf-8")


def main() -> int:
    if sys.argv[1:] == ["--write"]:
        write()
    wrong = [*broken_pictures(), *outdated_page()]
    for page in pages():
        wrong += [*dead_links(page), *untrue_examples(page)]
    print("\n".join(wrong) or f"{len(pages())} pages hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
