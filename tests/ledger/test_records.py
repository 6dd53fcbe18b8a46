"""A claim entered by hand is held to the rules of every claim, and is its author's for ever."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from legation.ledger import Ledger
from legation.ledger.byhand.corrections import Change
from legation.ledger.byhand.records import Stated, Statement, record_all, stated
from legation.ledger.byhand.verdicts import verdict_on
from legation.ledger.byhand.withholding import withdrawal_of
from legation.model.claims import Claim
from legation.model.documents import Document
from legation.model.errors import DateError, UsageError

DOCUMENT = Document("Iraq opened an embassy in Minsk. Iraq opened it in 2010.", "a.txt", "en")
WORDS = "The embassy of Iraq in Minsk opened in 2010"
GIVEN: dict[str, Any] = {
    "kind": "mission_opened",
    "roles": {"sender": "Iraq", "host": "بلاروس", "city": "Minsk"},
    "words": WORDS,
    "by": "A. Reader",
    "reason": "no page says it",
    "when": "2010",
    "cite": "Yearbook 2011, p. 4",
    "lang": "en",
}
FIRST = "2026-01-01T00:00:00.000000Z"


@pytest.fixture
def ledger(ledger_place: str) -> Iterator[Ledger]:
    with Ledger.open(ledger_place, create=True) as opened:
        opened.add(DOCUMENT, [], extractor="rules@1", recorded_at=FIRST)
        yield opened


def made(ledger: Ledger, **given: Any) -> Stated:
    return stated(ledger, Statement(**{**GIVEN, **given}))


def enter(ledger: Ledger, **given: Any) -> Claim:
    one = made(ledger, **given)
    assert record_all(ledger, [one]) == [True]
    return one.claim


def test_the_words_with_their_citation_are_a_document(ledger: Ledger) -> None:
    claim = enter(ledger, spans={"sender": "Iraq", "city": [23, 28]}, date="2011")
    assert claim.roles["city"] == {"name": "Minsk", "state": "BLR", "text": "Minsk"}
    assert (claim.when, claim.when_basis, claim.author) == ("2010", "stated", "A. Reader")
    assert ledger.claims(("IRQ", "BLR")) == [claim]
    kept = ledger.find_document("Yearbook 2011, p. 4")
    assert kept == Document(WORDS, "Yearbook 2011, p. 4", "en", "2011")
    assert claim.source.spans["sender"].of(WORDS) == "Iraq"


def test_the_reason_is_kept_as_the_author_s_own_verdict(ledger: Ledger) -> None:
    claim = enter(ledger)
    (review,) = ledger.reviews()
    assert (review.claim, review.verdict, review.by) == (claim.id, "accept", "A. Reader")
    assert review.reason == "no page says it"
    assert len({run.recorded_at for run in ledger.readings()} | {review.recorded_at}) == 2


def test_the_words_may_stand_in_a_document_of_the_ledger(ledger: Ledger) -> None:
    words = "Iraq opened it in 2010"
    claim = enter(ledger, document="a.txt", words=words, cite="", lang="", spans={"when": "2010"})
    assert claim.source.document == DOCUMENT.id
    assert DOCUMENT.text[claim.source.start : claim.source.end] == words
    assert claim.source.language == "en"
    assert len(ledger.documents()) == 1


def test_what_the_rules_read_later_does_not_stand_in_for_it(ledger: Ledger) -> None:
    claim = enter(ledger, document=DOCUMENT.id[:20], words="opened it in 2010")
    ledger.add(DOCUMENT, [], extractor="rules@2")
    assert ledger.claims() == [claim]


def test_to_enter_a_claim_twice_changes_nothing(ledger: Ledger) -> None:
    enter(ledger)
    head = ledger.head()
    assert record_all(ledger, [made(ledger)]) == [False]
    assert ledger.head() == head


def test_several_are_entered_as_one_batch_each_once(ledger: Ledger) -> None:
    told = [made(ledger), made(ledger, when="2011"), made(ledger)]
    assert record_all(ledger, told, dry_run=True) == [True, True, False]
    assert ledger.claims() == []
    assert record_all(ledger, told) == [True, True, False]
    assert len(ledger.claims()) == 2
    assert len({review.recorded_at for review in ledger.reviews()}) == 1


def test_another_person_enters_the_same_for_themselves(ledger: Ledger) -> None:
    enter(ledger)
    enter(ledger, by="B. Reader")
    assert [claim.author for claim in ledger.claims()] == ["A. Reader", "B. Reader"]


def test_it_is_rejected_and_entered_again_like_any_other(ledger: Ledger) -> None:
    claim = enter(ledger)
    ledger.review(verdict_on(ledger, claim.id, "reject", "B. Reader", "says otherwise"))
    assert ledger.claims() == []
    enter(ledger)
    assert ledger.claims() == [claim]


def test_it_goes_with_its_document(ledger: Ledger) -> None:
    claim = enter(ledger)
    found, out = withdrawal_of(ledger, "Yearbook 2011, p. 4", "B. Reader", "a forgery")
    ledger.withdraw(out)
    assert ledger.claims() == []
    with pytest.raises(UsageError, match="LG-U041: the document is withdrawn already"):
        withdrawal_of(ledger, found.id, "B. Reader", "a forgery")
    ledger.withdraw(withdrawal_of(ledger, found.id, "B. Reader", "none", restore=True)[1])
    assert ledger.claims() == [claim]
    with pytest.raises(UsageError, match="LG-U041: the document is not withdrawn"):
        withdrawal_of(ledger, found.id, "B. Reader", "none", restore=True)


def test_a_claim_without_parties_is_known_again(ledger: Ledger) -> None:
    places = {"places": [{"name": "Atlantis"}, {"name": "Lyonesse"}]}
    enter(ledger, kind="sister_cities", roles=places, when=None)
    assert record_all(ledger, [made(ledger, kind="sister_cities", roles=places, when=None)]) == [
        False
    ]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"kind": "embassy"}, "LG-U034"),
        ({"roles": {"sender": "IRQ"}}, "LG-U036"),
        ({"roles": {"sender": "IRQ", "host": ""}}, "LG-U036"),
        ({"roles": {"sender": "IRQ", "host": "BLR", "mayor": "x"}}, "LG-U030"),
        ({"roles": {"sender": "IRQ", "host": "Ruritania"}}, "LG-U005"),
        ({"kind": "war", "roles": {"parties": "Iraq, IRQ"}}, "LG-U031"),
        ({"when": "May 2010"}, "LG-T001"),
        ({"date": "2010-13"}, "LG-T002: .*date: 2010-13"),
        ({"when": "2010-13"}, "LG-T002: .*when: 2010-13"),
        ({"roles": {"sender": "IRQ", "host": "Iraq"}}, "LG-U045: IRQ .*'sender' and 'host'"),
        (
            {"kind": "mediation", "roles": {"mediator": "IRQ", "parties": "IRN, IRQ"}},
            "LG-U045: IRQ .*'mediator' and 'parties'",
        ),
        ({"cite": "Yearbook\n2011"}, "LG-U044: the citation"),
        ({"cite": "Year\0book"}, "LG-U044: the citation"),
        ({"by": "A.\nReader"}, "LG-U044: the author"),
        ({"reason": "no page\nsays it"}, "LG-U044: the reason"),
        ({"polarity": "yes"}, "LG-U031"),
        ({"modality": "sure"}, "LG-U031"),
        ({"words": " "}, "LG-U038"),
        ({"cite": ""}, "LG-U038"),
        ({"lang": "English"}, "LG-U038"),
        ({"by": " "}, "LG-U014"),
        ({"reason": ""}, "LG-U014"),
        ({"spans": {"sender": "Iran"}}, "LG-U035"),
        ({"spans": {"mission_type": "embassy"}}, "LG-U030"),
        ({"document": "b.txt"}, "LG-U017"),
        ({"document": "a.txt"}, "LG-U035"),
        ({"document": "a.txt", "words": "Iraq opened"}, "LG-U035: .* 2 times"),
        ({"document": "a.txt", "words": ""}, "LG-U035"),
    ],
)
def test_what_is_no_claim_is_refused(ledger: Ledger, given: dict[str, Any], code: str) -> None:
    with pytest.raises((UsageError, DateError), match=code):
        made(ledger, **given)


def test_a_document_is_found_by_its_uri_and_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    assert ledger.find_document("a.txt") == DOCUMENT
    assert ledger.find_document(DOCUMENT.id) == DOCUMENT
    assert ledger.find_document(DOCUMENT.id.removeprefix("sha256:")[:8]) == DOCUMENT
    for name in ("", "b.txt", "zz"):
        with pytest.raises(UsageError, match="LG-U017"):
            ledger.find_document(name)
    with pytest.raises(UsageError, match="LG-U017"):
        ledger.find_document("a.txt", as_of="2025-12-31")


def test_two_documents_at_one_place_are_told_apart_by_their_ids(ledger: Ledger) -> None:
    later = Document("Another text.", "a.txt", "en")
    ledger.add(later, [], extractor="rules@1")
    with pytest.raises(UsageError, match="LG-U037"):
        ledger.find_document("a.txt")
    assert ledger.find_document(later.id[:24]) == later


def test_the_claims_of_a_document_are_those_in_force(ledger: Ledger) -> None:
    words = {"document": "a.txt", "words": "Iraq opened it in 2010", "when": None}
    one, two, three = (
        enter(ledger, **words, modality=m) for m in ("asserted", "alleged", "planned")
    )
    ledger.review(verdict_on(ledger, one.id, "reject", "A. Reader", "no"))
    right = verdict_on(ledger, two.id, "correct", "A. Reader", "2010", Change({"when": "2010"}))
    ledger.review(right)
    enter(ledger)
    assert right.replacement
    wanted = sorted([right.replacement.id, three.id])
    assert [claim.id for claim in ledger.claims_of(DOCUMENT.id)] == wanted
    assert ledger.claims_of(DOCUMENT.id, as_of="2026-01-01") == []
