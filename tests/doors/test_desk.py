"""The desk: one key a verdict, recorded at once and taken back; its logic by keys fed to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from legation.doors.desk.author import author
from legation.doors.desk.keys import Desk, sit
from legation.doors.desk.screen import screen
from legation.doors.desk.session import Session
from legation.ledger import Ledger
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import UsageError
from legation.model.spans import Span
from legation.views.waiting import waiting

TEXT = (
    "The page begins here. " * 30 + "In May 2011 Iraq opened an embassy in Minsk. " + "More. " * 99
)
DOCUMENT = Document(TEXT, "a.txt", "en")
START = TEXT.index("In May")


def claim(kind: str, when: str | None, sure: float) -> Claim:
    end = START + 43
    spans = {"sender": Span(START + 12, START + 16), "when": Span(START + 3, START + 11)}
    source = Source(DOCUMENT.id, "a.txt", "en", START, end, TEXT[START:end], spans)
    roles = {"sender": "IRQ", "host": "BLR"}
    return Claim(kind, roles, source, when, "stated", confidence=sure)


SURE, DOUBTFUL = claim("mission_opened", "2011", 0.9), claim("mission_present", None, 0.4)
QUEUE = (DOUBTFUL, SURE)


@pytest.fixture
def ledger(ledger_place: str) -> Iterator[Ledger]:
    with Ledger.open(ledger_place, create=True) as opened:
        opened.add(DOCUMENT, [SURE, DOUBTFUL])
        yield opened


@pytest.fixture
def play(ledger: Ledger) -> Callable[..., Desk]:
    """Feeds keys to a new desk, and answers to its questions; gives the desk as it then is."""

    def fed(keys: str, *answers: str, reason: str = "") -> Desk:
        told = iter(answers)
        session = Session(ledger, waiting(ledger), "A. Reader")
        desk = Desk(session, lambda question: next(told), reason)
        pressed = iter(keys)
        sit(desk, lambda: next(pressed, "q"), lambda shown: None)
        return desk

    return fed


def drawn(desk: Desk, width: int = 80) -> str:
    return "\n".join(line.plain for line in screen(desk, width))


def verdicts(ledger: Ledger) -> list[tuple[str, str]]:
    return [(review.verdict, review.claim) for review in ledger.reviews()]


def test_the_least_sure_come_first_and_each_key_is_a_verdict(
    ledger: Ledger, play: Callable[..., Desk]
) -> None:
    desk = play("ar")
    assert verdicts(ledger) == [("accept", DOUBTFUL.id), ("reject", SURE.id)]
    assert desk.session.current is None
    assert not desk.left
    assert "No claim waits any more." in drawn(desk)
    assert drawn(desk).startswith("2 of 2 · 1 accepted, 1 rejected, 0 corrected, 0 skipped")
    assert {review.by for review in ledger.reviews()} == {"A. Reader"}
    assert all(review.reason.startswith("read in its context") for review in ledger.reviews())


def test_a_claim_that_was_judged_waits_no_more_and_one_skipped_does(
    ledger: Ledger, play: Callable[..., Desk]
) -> None:
    play("sa")
    assert [one.claim for one in waiting(ledger)] == [DOUBTFUL]
    assert [one.claim for one in waiting(ledger, ["IRQ", "BLR"])] == [DOUBTFUL]
    assert waiting(ledger, ["IRN"]) == []


def test_a_correction_asks_for_a_field_its_value_its_words_and_why(
    ledger: Ledger, play: Callable[..., Desk]
) -> None:
    play("sc", "when", "2011-05", "May 2011", "the month stands there")
    (review,) = ledger.reviews()
    assert (review.verdict, review.reason) == ("correct", "the month stands there")
    assert review.replacement
    assert review.replacement.when == "2011-05"
    assert review.replacement.source.spans["when"] == Span(START + 3, START + 11)
    assert waiting(ledger, ["IRQ"])[0].claim == DOUBTFUL
    assert len(waiting(ledger)) == 1


def test_a_correction_may_be_left_and_a_wrong_one_is_told(
    ledger: Ledger, play: Callable[..., Desk]
) -> None:
    desk = play("c", "")
    assert desk.message == ""
    desk.left = False
    answers = iter(["", "when", "May", "", ""])
    desk.ask = lambda question: next(answers)
    desk.press("c")
    assert desk.message == "nothing corrected"
    desk.press("c")
    assert desk.message.startswith("LG-T001")
    assert "LG-T001" in drawn(desk)
    assert ledger.reviews() == []


def test_the_last_verdict_is_taken_back_and_the_claim_is_judged_anew(
    ledger: Ledger, play: Callable[..., Desk]
) -> None:
    desk = play("rur")
    assert verdicts(ledger)[:3] == [
        ("reject", DOUBTFUL.id),
        ("undo", DOUBTFUL.id),
        ("reject", DOUBTFUL.id),
    ]
    assert desk.session.counts["reject"] == 1


def test_to_go_back_over_a_skipped_claim_records_nothing(
    ledger: Ledger, play: Callable[..., Desk]
) -> None:
    desk = play("su")
    assert ledger.reviews() == []
    assert desk.session.steps == []
    desk.press("u")
    assert desk.message == "there is nothing to take back"


def test_a_verdict_that_was_taken_back_waits_again(
    ledger: Ledger, play: Callable[..., Desk]
) -> None:
    play("au")
    assert [one.claim for one in waiting(ledger)] == list(QUEUE)


def test_the_source_is_opened_and_closed(play: Callable[..., Desk]) -> None:
    desk = play("")
    near = drawn(desk)
    assert "In May 2011 Iraq opened an embassy in Minsk" in near
    assert near.count("The page begins here.") < 15
    desk.press("o")
    assert drawn(desk).count("begins") == 30
    desk.press("O")
    assert drawn(desk).count("begins") == near.count("begins")


def test_help_is_shown_for_what_is_no_key_and_hidden_by_the_next(play: Callable[..., Desk]) -> None:
    desk = play("")
    for key in ("?", "x", "\x1b[A"):
        desk.press(key)
        assert "reject: they do not" in drawn(desk)
    desk.press("o")
    assert "reject: they do not" not in drawn(desk)


def test_leaving_keeps_what_was_decided(ledger: Ledger, play: Callable[..., Desk]) -> None:
    assert play("aq").left
    assert play("\x03").left
    assert len(ledger.reviews()) == 1


def test_one_reason_may_be_given_for_all(ledger: Ledger, play: Callable[..., Desk]) -> None:
    play("ac", "when", "2012", "", "", reason="read in the yearbook")
    assert {review.reason for review in ledger.reviews()} == {"read in the yearbook"}


def test_nothing_is_judged_where_nothing_waits(play: Callable[..., Desk]) -> None:
    desk = play("aa")
    with pytest.raises(LookupError):
        desk.session.skip()


def test_what_others_dispute_comes_before_what_is_doubtful(ledger: Ledger) -> None:
    other = Document("Iraq opened its embassy in Minsk in 2004.", "b.txt", "en")
    source = Source(other.id, "b.txt", "en", 0, 40, other.text[:40])
    roles = {"sender": "IRQ", "host": "BLR"}
    ledger.add(other, [Claim("mission_opened", roles, source, "2004", confidence=0.95)])
    found = waiting(ledger)
    assert [(one.disputed, one.claim.when) for one in found] == [
        (True, "2011"),
        (True, "2004"),
        (False, None),
    ]
    desk = Desk(Session(ledger, found, "A. Reader"), lambda question: "")
    assert "disputed" in drawn(desk)


def test_what_a_person_entered_does_not_wait(ledger: Ledger) -> None:
    mine = claim("mission_reopened", "2012", 1.0)
    ledger.add(DOCUMENT, [mine], extractor="hand@A. Reader")
    ledger.add(DOCUMENT, [], extractor="rules")
    assert all(one.claim.id != mine.id or not one.claim.author for one in waiting(ledger))


def test_the_author_is_given_or_known_to_git_or_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "C. Reader")
    assert author("A. Reader", lambda question: "B. Reader") == "A. Reader"
    assert author(None, lambda question: "B. Reader") == "C. Reader"
    monkeypatch.setenv("PATH", "")
    assert author(" ", lambda question: "B. Reader") == "B. Reader"
    with pytest.raises(UsageError, match="LG-U014"):
        author(None, lambda question: " ")
