"""What is worked out ahead changes no answer: not by a byte, not as of any time."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from legation.ledger import Ledger
from legation.model.claims import Claim, Source
from legation.model.decisions import Decision
from legation.model.documents import Document
from legation.model.errors import UsageError
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal
from legation.views import explain as explaining
from legation.views.explain import explain
from legation.views.preparing import Preparation, prepare
from legation.views.ranks import Rank
from legation.views.status import status
from legation.views.status_text import status_text
from legation.views.timeline import timeline
from legation.views.timeline_text import timeline_text
from synthetic.documents import entries

DAYS = [date(1925, 3, 1), date(1985, 6, 1), date(2012, 6, 1)]
TIMES = [f"2026-01-0{day}T00:00:00.000000Z" for day in range(1, 7)]
NEWS = Document("Relations were established, cut, and restored.", "news.txt", "en", "2019")


def news(kind: str, a: str, b: str, when: str | None, start: int = 0) -> Claim:
    source = Source(NEWS.id, "news.txt", "en", start, start + 9, NEWS.text[start : start + 9])
    return Claim(kind, {"parties": [a, b]}, source, when, when and "stated", extractor="rules@1")


HEIRS = [
    news("relations_established", "IRN", "SUN", "1920"),
    news("relations_established", "IRN", "SUN", None, 1),
    news("war", "IRN", "RUS", "2001/2002", 2),
    news("relations_established", "IRN", "RUS", None, 3),
]


def filled(place: str) -> list[tuple[str, str]]:
    """A ledger of all sorts of entries; and some pairs of which it tells."""
    told = list(entries(300, seed=7))
    pairs = sorted({pair for entry in told[:3] for pair in _pairs(entry.claims)})[:12]
    with Ledger.open(place, create=True) as ledger:
        ledger.add_all(told[:6], recorded_at=TIMES[0])
        ledger.add_all(told[6:], recorded_at=TIMES[1])
        ledger.add(NEWS, HEIRS, recorded_at=TIMES[2])
        first = told[0].claims[0]
        ledger.review(Review(first.id, "reject", "A. Reader", "misread"), recorded_at=TIMES[3])
        ledger.decide(Decision("merge", ("Amin Adler", "Boris Adler"), "A. Reader", "one man"))
        ledger.withdraw(Withdrawal(told[8].document.id, "withdraw", "A. Reader", "a forgery"))
    return [*pairs, ("IRN", "RUS"), ("RUS", "IRN"), ("IRQ", "UN"), ("NOR", "SWE")]


def _pairs(claims: object) -> set[tuple[str, str]]:
    from legation.model.parties import pairs

    return {pair for claim in claims for pair in pairs(claim)}  # type: ignore[attr-defined]


def answers(place: str, pairs: list[tuple[str, str]], as_of: str | None = None) -> list[str]:
    """All that is answered on some pairs, in bytes."""
    found: list[str] = []
    with Ledger.open(place) as ledger:
        for a, b in pairs:
            told = [status(ledger, a, b, day, as_of) for day in DAYS]
            story = timeline(ledger, a, b, as_of)
            found += [json.dumps(each.to_json()) for each in (*told, story)]
            found += [line.plain for each in told for line in status_text(each)]
            found += [line.plain for line in timeline_text(story)]
    return found


def test_answers_from_what_was_prepared_are_those_without_it(ledger_place: str) -> None:
    pairs = filled(ledger_place)
    times = [None, TIMES[0], TIMES[2]]
    before = [answers(ledger_place, pairs, as_of) for as_of in times]
    with Ledger.open(ledger_place) as ledger:
        for as_of in (None, TIMES[0]):
            made = prepare(ledger, as_of)
            assert made == Preparation(len(ledger.concerned(as_of)), 0)
            assert prepare(ledger, as_of) == Preparation(0, made.worked_out)
    assert [answers(ledger_place, pairs, as_of) for as_of in times] == before


def test_what_is_recorded_later_counts_at_once(ledger_place: str) -> None:
    filled(ledger_place)
    document = Document("Iran and Russia cut relations in 2015.", "later.txt", "en")
    source = Source(document.id, "later.txt", "en", 0, 38, document.text)
    cut = Claim("relations_severed", {"parties": ["IRN", "RUS"]}, source, "2015", "stated")
    with Ledger.open(ledger_place) as ledger:
        prepare(ledger)
        ledger.add(document, [cut])
        found = status(ledger, "IRN", "RUS", date(2016, 1, 1))
        assert found.state.relations.value == "severed"
        assert prepare(ledger).worked_out == 1


def test_a_ledger_that_may_only_be_read_answers_from_what_was_prepared(tmp_path: Path) -> None:
    place = str(tmp_path / "a.ledger")
    pairs = filled(place)
    before = answers(place, pairs)
    with Ledger.open(place) as ledger:
        prepare(ledger)
        ledger._connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    Path(place).chmod(0o444)
    assert answers(place, pairs) == before


def test_whoever_ranks_documents_has_it_worked_out_anew(
    ledger_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(ledger_place)
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(Ledger, "prepared", lambda _, pair, *__: asked.append(pair))
    with Ledger.open(ledger_place) as ledger:
        status(ledger, "IRN", "RUS", DAYS[0], ranks=[Rank(1, uri="news.txt")])
        assert asked == []
        status(ledger, "IRN", "RUS", DAYS[0])
        assert asked == [("IRN", "RUS"), ("IRN", "SUN"), ("IRN", "IRN"), ("RUS", "RUS")]


def test_what_comes_while_a_pair_is_worked_out_has_it_done_again(
    ledger_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(ledger_place)
    known = iter((1, 2, 3, 3))
    with Ledger.open(ledger_place) as ledger:
        monkeypatch.setattr(Ledger, "known", lambda *_: next(known))
        kept: list[int] = []
        monkeypatch.setattr(Ledger, "keep", lambda _, rows: kept.extend(r.known for r in rows))
        prepare(ledger, pairs=[("IRN", "RUS")])
    assert kept == [3]


def test_whoever_prepares_is_told_how_far_it_is(ledger_place: str) -> None:
    filled(ledger_place)
    told: list[tuple[int, int, str]] = []
    with Ledger.open(ledger_place) as ledger:
        prepare(ledger, pairs=[("IRN", "RUS")], progress=lambda *at: told.append(at))
    assert told == [(0, 1, "IRN-RUS")]


def test_a_fact_that_was_prepared_is_found_by_its_pair(
    ledger_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(ledger_place)
    with Ledger.open(ledger_place) as ledger:
        fact = timeline(ledger, "IRN", "RUS").facts[0]
        slowly = explain(ledger, fact.id).to_json()
        prepare(ledger)
        with monkeypatch.context() as only:
            only.setattr(explaining, "facts", None)
            assert explain(ledger, fact.id).to_json() == slowly
        assert explain(ledger, fact.id[:20]).to_json() == slowly
        ledger.withdraw(Withdrawal(NEWS.id, "withdraw", "A. Reader", "a forgery"))
        with pytest.raises(UsageError, match="LG-U021"):
            explain(ledger, fact.id)
