"""What was known at a time is told by the same bytes for ever, whatever is recorded later."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import typer

from legation.doors.cli import app, run
from legation.ledger import Ledger
from legation.ledger.byhand.corrections import Change
from legation.ledger.byhand.records import Statement, record_all, stated
from legation.ledger.byhand.verdicts import verdict_on
from legation.model.claims import Claim, Source
from legation.model.decisions import Decision
from legation.model.documents import Document
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal

READER = ("A. Reader", "read it again")
PAIR = ("EGY", "IRN")
ENGLISH = Document("Egypt broke relations with Iran in April 1979, says Tarek.", "one.txt", "en")
PERSIAN = Document("مصر در مه ۱۹۷۹ روابط را قطع کرد.", "two.txt", "fa")
ENVOYS = Document("Egypt sent Ahmad Berg in 1990, and Ahmed Berg stayed.", "three.txt", "en")
LATE = Document("Egypt opened an embassy in Tehran in 1991.", "four.txt", "en")


def say(told: Document, kind: str, when: str | None, start: int = 0, **roles: object) -> Claim:
    words = told.text[start : start + 5]
    source = Source(told.id, told.uri, told.language, start, start + 5, words)
    return Claim(kind, roles, source, when=when)


APRIL = say(ENGLISH, "relations_severed", "1979-04-30", parties=[*PAIR])
MAY = say(PERSIAN, "relations_severed", "1979-05-01", parties=[*PAIR])
POST = {"sender": "EGY", "host": "IRN", "office": "ambassador"}
AHMAD = say(ENVOYS, "envoy_tenure", "1990", person={"name": "Ahmad Berg"}, **POST)
AHMED = say(ENVOYS, "envoy_tenure", "1991", 12, person={"name": "Ahmed Berg"}, **POST)
OPENED = say(LATE, "mission_opened", "1991", sender="EGY", host="IRN", mission_type="embassy")

STATUS = ("status", *PAIR, "--on", "1992-06-01")
QUESTIONS: list[tuple[str, ...]] = [
    STATUS,
    ("timeline", *PAIR),
    ("conflicts", *PAIR),
    ("compare", *PAIR),
    ("anomalies", *PAIR),
    ("explain", "EGY-IRN@1992-06-01/relations"),
    ("explain", MAY.id),
    ("explain", AHMAD.id),
    ("persons",),
    ("review export",),
    ("runs",),
    ("diff",),
]


def entered(ledger: Ledger) -> object:
    roles = {"recognizer": "Iran", "recognized": "Egypt"}
    told = Statement("recognition", roles, "Iran recognised Egypt", *READER, cite="p. 4", lang="en")
    return record_all(ledger, [stated(ledger, told)])


def corrected(ledger: Ledger) -> object:
    right = Change({"when": "1979-04"})
    return ledger.review(verdict_on(ledger, MAY.id, "correct", *READER, right))


NAMES = ("Ahmad Berg", "Ahmed Berg")
ACTS: dict[str, Callable[[Ledger], object]] = {
    "append": lambda ledger: ledger.add(LATE, [OPENED], extractor="rules@1"),
    "record": entered,
    "correct": corrected,
    "undo": lambda ledger: ledger.review(Review(MAY.id, "undo", *READER)),
    "reject": lambda ledger: ledger.review(Review(APRIL.id, "reject", *READER)),
    "accept": lambda ledger: ledger.review(Review(APRIL.id, "accept", *READER)),
    "merge": lambda ledger: ledger.decide(Decision("merge", NAMES, *READER)),
    "split": lambda ledger: ledger.decide(Decision("split", NAMES, *READER)),
    "withdraw": lambda ledger: ledger.withdraw(Withdrawal(PERSIAN.id, "withdraw", *READER)),
    "restore": lambda ledger: ledger.withdraw(Withdrawal(PERSIAN.id, "restore", *READER)),
    "read again": lambda ledger: ledger.add(ENVOYS, [], extractor="rules@2"),
    "met elsewhere": lambda ledger: ledger.add(
        Document(ENGLISH.text, "five.txt", "en"), [APRIL], extractor="rules@1"
    ),
}


@pytest.fixture
def ledger(ledger_place: str) -> str:
    told = ((ENGLISH, [APRIL]), (PERSIAN, [MAY]), (ENVOYS, [AHMAD, AHMED]))
    with Ledger.open(ledger_place, create=True) as opened:
        first = "2025-12-31T00:00:00.000000Z"
        opened.add(ENGLISH, [], extractor="rules@0", recorded_at=first)
        for day, (document, claims) in enumerate(told, 1):
            at = f"2026-01-0{day}T00:00:00.000000Z"
            opened.add(document, claims, extractor="rules@1", recorded_at=at)
        review = Review(AHMAD.id, "accept", "A. Reader", "read it")
        opened.review(review, recorded_at="2026-01-04T00:00:00.000000Z")
        decision = Decision("split", NAMES, "A. Reader", "father and son")
        opened.decide(decision, recorded_at="2026-01-05T00:00:00.000000Z")
    return ledger_place


@pytest.mark.parametrize("shape", ["text", "json"])
@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_what_was_known_is_told_by_the_same_bytes(
    question: tuple[str, ...], shape: str, ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def told(*more: str) -> tuple[int, str]:
        asked = [*question[0].split(), *question[1:], *more, "--ledger", ledger]
        asked += [] if question[0] == "review export" else ["--format", shape]
        return run(asked), capsys.readouterr().out

    before = told("--as-of", "2026-01-31")
    later = set()
    for act in ACTS.values():
        with Ledger.open(ledger) as opened:
            act(opened)
        assert told("--as-of", "2026-01-31") == before
        later.add(told())
    assert before[1]
    assert later - {before}


def test_every_command_that_is_asked_as_of_a_time_is_held_to_it() -> None:
    held = {question[0] for question in QUESTIONS} | {"prepare"}  # which asks nothing
    assert set(_with_as_of(typer.main.get_command(app), ())) - held == set()


def _with_as_of(command: object, path: tuple[str, ...]) -> Iterator[str]:
    if any("--as-of" in option.opts for option in getattr(command, "params", ())):
        yield " ".join(path)
    for name, below in getattr(command, "commands", {}).items():
        yield from _with_as_of(below, (*path, name))
