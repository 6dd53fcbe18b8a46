"""Folders are walked in a fixed order; what no reader takes is passed over and counted."""

from __future__ import annotations

from pathlib import Path

from legation.documents import find


def lay(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Oslo", "utf-8")


def test_a_folder_gives_its_documents_in_order(tmp_path: Path) -> None:
    lay(tmp_path, "b.txt", "a.md", "fa/c.WIKI", "fa/gold.jsonl", ".hidden.txt", ".git/x.txt")
    found = find([tmp_path])
    assert [Path(source).name for source in found.sources] == ["a.md", "b.txt", "c.WIKI"]
    assert [Path(source).name for source in found.passed_over] == ["gold.jsonl"]


def test_a_file_named_by_itself_is_never_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, "a.xyz")
    assert find([tmp_path / "a.xyz"]).sources == (str(tmp_path / "a.xyz"),)


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt")
    assert find([tmp_path / "a.txt", tmp_path]).sources == (str(tmp_path / "a.txt"),)
