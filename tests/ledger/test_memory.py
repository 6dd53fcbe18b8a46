"""What was made of a ledger is given again, and never once something else is known."""

from __future__ import annotations

from datetime import date

from legation.ledger import Ledger
from legation.ledger.memory import Memory
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal
from legation.views.status import status
from legation.views.timeline import timeline

TEXT = "Peru and Poland established relations in 1923."
EARLY, LATER = "2026-01-01T00:00:00.000000Z", "2026-01-02T00:00:00.000000Z"


def told(text: str = TEXT, uri: str = "a.txt") -> tuple[Document, Claim]:
    document = Document(text, uri, "en")
    source = Source(document.id, uri, "en", 0, len(text), text)
    roles = {"parties": ["PER", "POL"]}
    return document, Claim("relations_established", roles, source, "1923", extractor="rules@1")


def value(ledger: Ledger, as_of: str | None = None) -> str:
    return status(ledger, "PER", "POL", date(1930, 1, 1), as_of).state.relations.value


def test_the_same_question_of_the_same_ledger_is_worked_out_once(ledger_place: str) -> None:
    with Ledger.open(ledger_place, create=True) as ledger:
        document, claim = told()
        ledger.add(document, [claim])
        made: list[int] = []
        for _ in range(2):
            ledger.remembered("a", None, lambda: made.append(1), lambda _: 1)
    assert made == [1]


def test_whatever_is_recorded_changes_what_is_answered_at_once(ledger_place: str) -> None:
    document, claim = told()
    with Ledger.open(ledger_place, create=True) as ledger:
        answers = [value(ledger)]
        ledger.add(document, [claim], recorded_at=EARLY)
        answers.append(value(ledger))
        ledger.review(Review(claim.id, "reject", "A. Reader", "misread"), recorded_at=LATER)
        answers.append(value(ledger))
        ledger.review(Review(claim.id, "undo", "A. Reader", "not misread"))
        answers.append(value(ledger))
        ledger.withdraw(Withdrawal(document.id, "withdraw", "A. Reader", "a forgery"))
        answers.append(value(ledger))
    assert answers == ["unknown", "established", "unknown", "established", "unknown"]


def test_what_was_known_before_is_not_mixed_with_what_is_known_now(ledger_place: str) -> None:
    document, claim = told()
    with Ledger.open(ledger_place, create=True) as ledger:
        ledger.add(document, [claim], recorded_at=EARLY)
        ledger.withdraw(
            Withdrawal(document.id, "withdraw", "A. Reader", "a forgery"), recorded_at=LATER
        )
        for _ in range(2):
            answers = [value(ledger, moment) for moment in ("2025-01-01", "2026-01-01", None)]
            assert answers == ["unknown", "established", "unknown"]


def test_what_another_process_records_is_seen(ledger_place: str) -> None:
    document, claim = told()
    with Ledger.open(ledger_place, create=True) as ledger, Ledger.open(ledger_place) as other:
        before = value(ledger), len(timeline(ledger, "PER", "POL").claims)
        other.add(document, [claim])
        after = value(ledger), len(timeline(ledger, "PER", "POL").claims)
    assert (before, after) == (("unknown", 0), ("established", 1))


def test_an_answer_from_memory_is_that_of_a_ledger_just_opened(ledger_place: str) -> None:
    with Ledger.open(ledger_place, create=True) as ledger:
        ledger.add(*told_as_list())
        days = [date(year, 6, 1) for year in (1900, 1922, 1924, 2020)]
        remembered = [status(ledger, "PER", "POL", day).to_json() for day in days]
        for day, answer in zip(days, remembered, strict=True):
            with Ledger.open(ledger_place) as fresh:
                assert status(fresh, "PER", "POL", day).to_json() == answer


def told_as_list() -> tuple[Document, list[Claim]]:
    document, claim = told()
    return document, [claim]


def test_what_is_made_while_something_is_recorded_is_not_kept() -> None:
    memory, known = Memory(), iter((1, 2, 2, 2))
    answers = [
        memory.recall("a", lambda: next(known), lambda made=m: made, len) for m in ("x", "y")
    ]
    assert answers == ["x", "y"]


def test_what_was_asked_longest_ago_is_forgotten_first() -> None:
    memory = Memory(room=2)
    for name in ("a", "b", "a", "c"):
        memory.recall(name, lambda: 1, lambda made=name: made, len)
    again = [memory.recall(name, lambda: 1, lambda: "new", len) for name in ("a", "c", "b")]
    assert again == ["a", "c", "new"]


def test_what_is_larger_than_all_the_room_is_not_kept() -> None:
    memory = Memory(room=2)
    memory.recall("a", lambda: 1, lambda: "long", len)
    assert memory.recall("a", lambda: 1, lambda: "b", len) == "b"
