"""A verdict is held against how a claim stands; a correction is reviewed with what it corrects."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from legation.ledger import Ledger
from legation.ledger.byhand.corrections import Change
from legation.ledger.byhand.verdicts import verdict_on
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import UsageError
from legation.model.reviews import Review, ReviewVerdict

DOCUMENT = Document("Iraq closed its embassy in Oslo in 2003.", "a.txt", "en")
SOURCE = Source(DOCUMENT.id, "a.txt", "en", 0, 39, DOCUMENT.text[:39])
CLAIM = Claim("mission_closed", {"sender": "IRQ", "host": "NOR"}, SOURCE, when="2002")
FIRST, SECOND = (f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2))


@pytest.fixture
def ledger(ledger_place: str) -> Iterator[Ledger]:
    with Ledger.open(ledger_place, create=True) as opened:
        opened.add(DOCUMENT, [CLAIM], recorded_at=FIRST)
        yield opened


def say(
    ledger: Ledger, claim: str, verdict: ReviewVerdict, when: str = "2003", by: str = "A. Reader"
) -> Review:
    change = Change({"when": when}) if verdict == "correct" else None
    return ledger.review(verdict_on(ledger, claim, verdict, by, "read it", change))


def dates(ledger: Ledger, as_of: str | None = None) -> list[str | None]:
    return [claim.when for claim in ledger.claims(as_of=as_of)]


def test_a_claim_is_corrected_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    made = say(ledger, CLAIM.id[:10], "correct")
    assert made.claim == CLAIM.id
    assert dates(ledger) == ["2003"]
    assert dates(ledger, as_of="2026-01-01") == ["2002"]


def test_a_correction_is_found_by_its_own_id(ledger: Ledger) -> None:
    made = say(ledger, CLAIM.id, "correct")
    assert made.replacement
    found = ledger.find(made.replacement.id[:12])
    assert (found.claim, found.corrects) == (made.replacement, CLAIM.id)
    assert (found.standing, found.review, found.extractor) == ("current", made, "hand@A. Reader")
    assert found.recorded_at == made.recorded_at
    assert ledger.find(CLAIM.id).standing == "corrected"


def test_to_accept_a_correction_confirms_it(ledger: Ledger) -> None:
    right = say(ledger, CLAIM.id, "correct").replacement
    assert right
    confirmed = say(ledger, right.id, "accept", by="B. Reader")
    assert (confirmed.verdict, confirmed.claim, confirmed.by) == ("correct", CLAIM.id, "B. Reader")
    assert confirmed.replacement == right
    assert dates(ledger) == ["2003"]


def test_to_accept_what_was_corrected_brings_it_back(ledger: Ledger) -> None:
    right = say(ledger, CLAIM.id, "correct").replacement
    assert right
    say(ledger, CLAIM.id, "accept")
    assert dates(ledger) == ["2002"]
    assert ledger.find(right.id).standing == "undone"


def test_to_reject_a_correction_leaves_neither(ledger: Ledger) -> None:
    right = say(ledger, CLAIM.id, "correct").replacement
    assert right
    say(ledger, right.id, "reject")
    assert dates(ledger) == []
    assert ledger.find(right.id).standing == "rejected"


def test_to_undo_a_correction_brings_the_claim_back(ledger: Ledger) -> None:
    right = say(ledger, CLAIM.id, "correct").replacement
    assert right
    say(ledger, right.id, "undo")
    assert dates(ledger) == ["2002"]
    assert ledger.find(right.id).standing == "undone"


def test_a_correction_is_corrected_further(ledger: Ledger) -> None:
    first = say(ledger, CLAIM.id, "correct").replacement
    assert first
    second = say(ledger, first.id, "correct", when="2003-04")
    assert second.claim == CLAIM.id
    assert dates(ledger) == ["2003-04"]
    assert ledger.find(first.id).standing == "corrected"


def test_a_correction_that_holds_no_more_may_be_made_again_and_nothing_else(
    ledger: Ledger,
) -> None:
    right = say(ledger, CLAIM.id, "correct").replacement
    assert right
    say(ledger, CLAIM.id, "undo")
    for verdict in ("reject", "undo", "correct"):
        with pytest.raises(UsageError, match=f"LG-U033: .*{CLAIM.id}"):
            say(ledger, right.id, verdict, when="2004")  # type: ignore[arg-type]
    say(ledger, right.id, "accept")
    assert dates(ledger) == ["2003"]


def test_there_must_be_something_to_undo(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="LG-U033: no verdict"):
        say(ledger, CLAIM.id, "undo")
    say(ledger, CLAIM.id, "reject")
    say(ledger, CLAIM.id, "undo")
    with pytest.raises(UsageError, match="LG-U033"):
        say(ledger, CLAIM.id, "undo")


def test_an_id_that_is_unknown_is_told(ledger: Ledger) -> None:
    say(ledger, CLAIM.id, "correct")
    with pytest.raises(UsageError, match="LG-U018"):
        say(ledger, "zz", "accept")


def test_an_id_that_begins_as_that_of_a_correction_is_ambiguous(ledger: Ledger) -> None:
    made = [say(ledger, CLAIM.id, "correct", when=str(year)) for year in range(1980, 2000)]
    ids = [review.replacement.id for review in made if review.replacement]
    shared = next(i[0] for i in ids if sum(j[0] == i[0] for j in ids) > 1)
    with pytest.raises(UsageError, match="LG-U019"):
        ledger.find(shared)
