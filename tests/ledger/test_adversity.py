"""Two writers at once, a disk that sets limits, files that may not be written: nothing is lost."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from adversity import ends, read_as_nobody, write_all, write_as_nobody, write_too_much

from kills import DOCUMENTS, take, write_documents
from legation.ledger import Ledger
from legation.model.documents import Document

OSLO = Document("Oslo", "a.txt", "en")


@pytest.fixture
def folder(tmp_path: Path) -> str:
    place = tmp_path / "documents"
    place.mkdir()
    write_documents(place)
    return str(place)


@pytest.fixture
def path() -> Iterator[Path]:
    """A ledger with one document, in a folder of its own that everybody reaches."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        place = Path(folder) / "a.ledger"
        with Ledger.open(place, create=True) as ledger:
            ledger.add(OSLO, [])
        yield place
        Path(folder).chmod(0o755)


def test_two_who_write_at_once_write_what_one_would(
    new_ledger_place: Callable[[], str], folder: str
) -> None:
    alone, together = new_ledger_place(), new_ledger_place()
    with Ledger.open(alone, create=True) as ledger:
        take(folder, ledger, 4)
        expected = ledger.content_hash()
    assert ends((write_all, together, folder, 1), (write_all, together, folder, 3)) == ["done"] * 2
    with Ledger.open(together) as ledger:
        assert ledger.content_hash() == expected
        assert ledger.verify() == []
        assert len(ledger.readings()) == DOCUMENTS


def test_a_limit_of_the_disk_is_told_and_nothing_is_half_there(path: Path) -> None:
    assert ends((write_too_much, str(path))) == ["LG-L014 read"]
    with Ledger.open(path) as ledger:
        assert {document.text for document in ledger.documents()} == {"Oslo", "Bergen"}
        assert ledger.verify() == []


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o666, 0o555), (0o444, 0o555)])
def test_who_may_not_write_is_told(path: Path, file: int, folder: int) -> None:
    path.chmod(file)
    path.parent.chmod(folder)
    assert ends((write_as_nobody, str(path))) == ["LG-L008"]
    path.parent.chmod(0o755)
    with Ledger.open(path) as ledger:
        assert ledger.documents() == [OSLO]
        assert ledger.verify() == []


def test_a_ledger_that_nobody_writes_to_is_read_where_nothing_can_be_written(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)
    assert ends((read_as_nobody, str(path))) == ["['a.txt'] []"]
    path.parent.chmod(0o755)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_ledger_with_a_journal_that_waits_is_not_read_without_it(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(Document("Bergen", "b.txt", "en"), [])
        left = path.with_name("b.ledger")
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{left}{end}")
    left.chmod(0o444)
    path.parent.chmod(0o555)
    assert "LG-L008" in ends((read_as_nobody, str(left)))[0]
    path.parent.chmod(0o755)
