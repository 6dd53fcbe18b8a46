"""The command line as a process of its own: bad input, closed pipes, other locales, its start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ENGLISH = "Iraq reopened its embassy in Minsk in 2010, and has kept it open to this day.\n"
PERSIAN = "سفارت ایران در مینسک در فوریه سال ۲۰۰۱ گشایش یافت و روابط دو کشور گسترش پیدا کرد.\n"
LEGATION = [sys.executable, "-c", "from legation.doors.cli import main; main()"]


def legation(
    *arguments: str, data: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*LEGATION, *arguments],
        input=data,
        capture_output=True,
        check=False,
        timeout=60,
        env=os.environ | environment,
    )


BAD = {
    "empty": (b"", b"LG-I001"),
    "white space": (b" \n\t\n", b"LG-I001"),
    "binary": (b"\x7fELF\x02\x00\x00" * 64, b"LG-I002"),
    "latin": ("Bogotá cut relations with Caracas in 2008.".encode("latin-1"), b"LG-I003"),
    "no pack": ("Sverige erkände Estland år 1991 och öppnade en ambassad.".encode(), b"LG-I004"),
    "no letters": (b"12 34 56", b"LG-I004"),
    "a line of 50 MB": (b"Iraq " * (10 << 20), b"LG-I005"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_in_one_line_and_never_as_a_traceback(name: str) -> None:
    data, code = BAD[name]
    for command in ("extract", "dates"):
        done = legation(command, "-", data=data)
        assert done.returncode == 3
        assert done.stdout == b""
        assert done.stderr.startswith(code)
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", BAD)
def test_bad_input_leaves_nothing_in_a_ledger(name: str, tmp_path: Path) -> None:
    data, code = BAD[name]
    ledger = tmp_path / "a.ledger"
    done = legation("ingest", "-", "--ledger", str(ledger), data=data)
    assert done.returncode == 3
    assert code in done.stderr
    assert b"1 = 0 read + 0 unchanged + 1 refused" in done.stdout
    assert b"claims: 0" in done.stdout


def test_a_mix_of_languages_is_read_by_its_main_one_with_a_note() -> None:
    done = legation("extract", "-", data=(PERSIAN * 4 + ENGLISH * 2).encode())
    assert done.returncode == 0
    assert b"note: -: read as 'fa'" in done.stderr


def test_output_is_utf8_whatever_the_locale() -> None:
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = legation("dates", "-", "--lang", "bn", data="২০১০ সালে চালু হয়।".encode(), **locale)
    assert done.returncode == 0
    assert "২০১০" in done.stdout.decode("utf-8")


def test_a_closed_pipe_ends_a_command_quietly(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text("It was opened on 5 May 1990.\n" * 4000, "utf-8")
    started = subprocess.Popen(
        [*LEGATION, "dates", str(document), "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert started.stdout
    assert started.stderr
    started.stdout.readline()
    started.stdout.close()
    said = started.stderr.read()
    started.stderr.close()
    assert started.wait(60) == 141
    assert said == b""


def test_the_command_line_is_a_module_too() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "legation", "dates", "-", "--lang", "en"],
        input=b"It was opened in May 1990.",
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"1990-05" in done.stdout


@pytest.mark.parametrize(
    "place", ["mysql://host/db", "sqlite:///a.ledger", "postgresql+psycopg://h/d"]
)
def test_a_database_of_another_make_is_no_place_for_a_ledger(place: str) -> None:
    done = legation("runs", "--ledger", place)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"LG-U048")
    assert b"postgresql://" in done.stderr


def test_help_loads_nothing_heavy() -> None:
    heavy = (
        "yaml, rich, sqlite3, sqlalchemy, fasttext, "
        "legation.extraction, legation.entities, legation.dates"
    )
    watch = (
        "import sys; from legation.doors.cli import run; run(['--help']);"
        f"sys.exit(','.join(m for m in '{heavy}'.split(', ') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", watch], capture_output=True, check=False)
    assert done.stderr.strip() == b""


def test_who_only_extracts_loads_no_database() -> None:
    watch = (
        "import sys; from legation.ledger import harvest, Report;"
        "sys.exit('sqlalchemy' in sys.modules or 'sqlite3' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", watch], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
