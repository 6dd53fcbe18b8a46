"""Readers' reviews are entries: the last one on a claim holds, and all of them stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from legation.ledger import Ledger
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import LedgerError, UsageError
from legation.model.reviews import Review, ReviewVerdict

DOCUMENT = Document("Iraq closed its embassy in Oslo.", "a.txt", "en")
FIRST, SECOND, THIRD, FOURTH = (f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2, 3, 4))


def claim(host: str, kind: str = "mission_closed", extractor: str = "rules@1") -> Claim:
    source = Source(DOCUMENT.id, DOCUMENT.uri, DOCUMENT.language, 0, 4, DOCUMENT.text[:4])
    return Claim(kind, {"sender": "IRQ", "host": host}, source, extractor=extractor)


WRONG, RIGHT = claim("NOR"), claim("SWE", extractor="hand@A. Reader")


def review(verdict: ReviewVerdict, replacement: Claim | None = None, of: Claim = WRONG) -> Review:
    return Review(of.id, verdict, "A. Reader", "read it again", replacement)


@pytest.fixture
def ledger(ledger_place: str) -> Iterator[Ledger]:
    with Ledger.open(ledger_place, create=True) as opened:
        opened.add(DOCUMENT, [WRONG], recorded_at=FIRST)
        yield opened


def test_a_review_comes_back_with_its_recorded_time(ledger: Ledger) -> None:
    recorded = ledger.review(review("correct", RIGHT), recorded_at=SECOND)
    assert recorded.recorded_at == SECOND
    assert ledger.reviews() == [recorded]
    assert ledger.reviews(as_of="2026-01-01") == []


def test_reviews_of_more_claims_than_one_question_takes_are_those_of_each(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.review(review("reject"))
    few = ledger.evidence(("IRQ", "NOR"))
    monkeypatch.setattr("legation.ledger.reviews._AT_ONCE", 0)
    ledger.add(Document("Oslo", "b.txt", "en"), [])
    assert ledger.evidence(("IRQ", "NOR")).reviews == few.reviews != ()


def test_an_accepted_claim_counts_as_before(ledger: Ledger) -> None:
    ledger.review(review("accept"))
    assert ledger.claims(("IRQ", "NOR")) == [WRONG]


def test_a_rejected_claim_counts_no_more_and_did_before(ledger: Ledger) -> None:
    ledger.review(review("reject"), recorded_at=SECOND)
    assert ledger.claims() == ledger.claims(("IRQ", "NOR")) == []
    assert ledger.claims(as_of="2026-01-01") == [WRONG]


def test_a_correction_counts_where_it_belongs_and_not_where_it_was(ledger: Ledger) -> None:
    ledger.review(review("correct", RIGHT), recorded_at=SECOND)
    assert ledger.claims() == ledger.claims(("SWE", "IRQ")) == [RIGHT]
    assert ledger.claims(("IRQ", "NOR")) == []
    assert ledger.claims(("IRQ",), kinds=["mission_closed"]) == [RIGHT]
    assert ledger.claims(("IRQ",), kinds=["war"]) == []
    assert ledger.claims(("SWE", "IRQ"), as_of="2026-01-01") == []


def test_the_last_review_holds_and_an_undone_one_leaves_the_claim(ledger: Ledger) -> None:
    ledger.review(review("reject"), recorded_at=SECOND)
    ledger.review(review("correct", RIGHT), recorded_at=THIRD)
    ledger.review(review("undo"), recorded_at=FOURTH)
    assert ledger.claims() == [WRONG]
    assert ledger.claims(as_of="2026-01-02") == []
    assert ledger.claims(as_of="2026-01-03") == [RIGHT]


def test_a_correction_goes_with_the_reading_that_it_corrects(ledger: Ledger) -> None:
    ledger.review(review("correct", RIGHT))
    ledger.add(DOCUMENT, [claim("FIN", extractor="rules@2")])
    assert [known.roles["host"] for known in ledger.claims()] == ["FIN"]


def test_a_correction_of_a_correction_is_a_review_of_the_same_claim(ledger: Ledger) -> None:
    ledger.review(review("correct", RIGHT))
    ledger.review(review("correct", claim("DNK")))
    assert [known.roles["host"] for known in ledger.claims()] == ["DNK"]


def test_a_review_of_no_claim_of_the_ledger_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="LG-U018"):
        ledger.review(review("reject", of=RIGHT))
    assert ledger.reviews() == []


def test_a_correction_that_does_not_point_at_its_words_is_refused(ledger: Ledger) -> None:
    source = Source(DOCUMENT.id, DOCUMENT.uri, DOCUMENT.language, 0, 4, "Iran")
    with pytest.raises(LedgerError, match="LG-L005"):
        ledger.review(review("correct", Claim("war", {}, source)))
    assert ledger.reviews() == []


def test_a_review_changes_the_content_hash(ledger: Ledger) -> None:
    before = ledger.content_hash()
    ledger.review(review("accept"))
    assert ledger.content_hash() != before


def test_evidence_has_what_counts_what_was_retired_and_the_reviews_of_both(
    ledger: Ledger,
) -> None:
    made = ledger.review(review("reject"), recorded_at=SECOND)
    found = ledger.evidence(("IRQ", "NOR"))
    assert (found.claims, found.retired, found.reviews) == ([], [WRONG], [made])
    assert found.sources[DOCUMENT.id].recorded_at == FIRST
    assert ledger.evidence(("IRQ", "NOR"), as_of="2026-01-01").claims == [WRONG]
    assert ledger.evidence().retired == [WRONG]


def test_evidence_has_what_is_told_of_each_alone_once(ledger: Ledger) -> None:
    ledger.add(
        DOCUMENT,
        [claim("NOR", "mission_opened"), claim("SWE", "mission_reopened")],
        extractor="other@1",
    )
    found = ledger.evidence(("IRQ", "NOR"), alone=["mission_opened", "mission_reopened"])
    assert sorted(known.roles["host"] for known in found.claims) == ["NOR", "NOR", "SWE"]


def test_evidence_has_reviews_in_the_order_of_their_recording(ledger: Ledger) -> None:
    source = Source(DOCUMENT.id, DOCUMENT.uri, DOCUMENT.language, 0, 4, DOCUMENT.text[:4])
    alone = Claim("membership", {"member": "IRQ", "organisation": "NAM"}, source)
    ledger.add(DOCUMENT, [alone], extractor="other@1")
    made = [ledger.review(review("accept", of=claim)) for claim in (alone, WRONG, alone)]
    assert ledger.evidence(("IRQ", "NOR"), alone=["membership"]).reviews == made


def test_evidence_has_every_review_of_one_batch(ledger: Ledger) -> None:
    ledger.add(DOCUMENT, [claim("NOR", "mission_opened")], extractor="other@1")
    told = [review("accept", of=claim("NOR", "mission_opened")), review("reject"), review("undo")]
    moment = ledger.record_all(told)
    found = ledger.evidence(("IRQ", "NOR"), alone=["mission_opened"]).reviews
    assert {one.recorded_at for one in found} == {moment}
    assert [one.verdict for one in found if one.claim == WRONG.id] == ["reject", "undo"]
    assert len(found) == len(told)


def test_a_pair_is_known_that_only_a_correction_tells_of(ledger: Ledger) -> None:
    assert ledger.pairs() == [("IRQ", "NOR")]
    ledger.review(review("correct", RIGHT), recorded_at=SECOND)
    assert ledger.pairs() == [("IRQ", "NOR"), ("IRQ", "SWE")]
    assert ledger.pairs("SWE") == [("IRQ", "SWE")]
    assert ledger.pairs(as_of="2026-01-01") == [("IRQ", "NOR")]


def test_the_content_hash_depends_on_the_order_of_verdicts(
    new_ledger_place: Callable[[], str],
) -> None:
    other, found = claim("DNK"), []
    one, two = (Review(told.id, "reject", "A. Reader", "wrong") for told in (WRONG, other))
    for told in ([one, two], [one, two], [two, one]):
        with Ledger.open(new_ledger_place(), create=True) as opened:
            opened.add(DOCUMENT, [WRONG, other])
            for each in told:
                opened.review(each)
            found.append(opened.content_hash())
    assert found[0] == found[1] != found[2]
