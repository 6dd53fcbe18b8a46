"""What the last reading of a document changed is told without naming who read it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from legation.ledger import Ledger
from legation.model.claims import Claim, Source
from legation.model.documents import Document

ONE, TWO = (Document(f"Iraq closed it in {city}.", f"{city}.txt", "en") for city in "AB")
FIRST, SECOND, THIRD, FOURTH = (f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2, 3, 4))


def claim(of: Document, kind: str, extractor: str) -> Claim:
    source = Source(of.id, of.uri, of.language, 0, 4, of.text[:4])
    return Claim(kind, {"sender": "IRQ", "host": "NOR"}, source, extractor=extractor)


@pytest.fixture
def ledger(ledger_place: str) -> Iterator[Ledger]:
    with Ledger.open(ledger_place, create=True) as opened:
        kinds = ("mission_closed", "mission_opened", "mission_reopened")
        for number, (at, kind) in enumerate(zip((FIRST, SECOND, THIRD), kinds, strict=True), 1):
            opened.add(ONE, [claim(ONE, kind, f"rules@{number}")], recorded_at=at)
        opened.add(TWO, [claim(TWO, "mission_closed", "rules@1")], recorded_at=FOURTH)
        opened.add(ONE, [claim(ONE, "mission_present", "hand@A. Reader")])
        yield opened


def test_the_last_reading_is_held_against_the_one_before(ledger: Ledger) -> None:
    (found,) = ledger.diff_last()
    assert [told.kind for told in found.added] == ["mission_reopened"]
    assert [told.kind for told in found.removed] == ["mission_opened"]
    assert found.uri == "A.txt"


def test_a_reading_that_was_not_known_then_is_not_told(ledger: Ledger) -> None:
    (found,) = ledger.diff_last(as_of="2026-01-02")
    assert [told.kind for told in found.added] == ["mission_opened"]
    assert ledger.diff_last(as_of="2026-01-01") == []


def test_the_readings_of_one_document_are_told_alone(ledger: Ledger) -> None:
    assert len(ledger.diff_last(ONE.id)) == 1
    assert ledger.diff_last(TWO.id) == []


def test_the_size_of_a_ledger_is_counted_by_sort(ledger: Ledger) -> None:
    size = ledger.size()
    assert (size.batches, size.entries["documents"], size.entries["readings"]) == (5, 2, 5)
    assert size.total == sum(size.entries.values())
