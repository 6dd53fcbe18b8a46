"""The tables of the package: read alike by the fast loader and by the one that is everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import legation
from legation.model.tables import LOADER

TABLES = sorted(Path(legation.__file__).parent.rglob("*.yaml"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_table_is_the_same_with_and_without_the_fast_loader(path: Path) -> None:
    """'(a|b)?' without quotes in a list was read by the one and refused by the other."""
    text = path.read_text("utf-8")
    assert yaml.load(text, LOADER) == yaml.safe_load(text)
