"""The real ledger against a naive one, over any sequence of what may happen to a ledger.

Which invariant is checked where:

1. *append-only*: every answer, asked again as of the moment it was first given, is the same bytes
   (`ask_again`, and for all moments when a run ends); the record verifies, from the head noted at
   any moment on (`verify_from`).
2. *durability*: what was acknowledged is there after closing and opening (`reopen`); under a
   process that is killed: `kills.py`.
3. *order-freedom*: the same readings in another order and in other batches give the same content
   hash (`tell_in_another_order`); with workers: `test_order.py`.
4. *idempotence and reversibility*: what was read before adds nothing (`read`); with a document
   withdrawn nothing of it counts, and restored all does (`withdraw_or_restore`).
5. *no silent retirement*: a claim that does not count has a standing that names why (`compare`).
6. *grounding*: each quote is its document's text at its place, in characters and in UTF-8
   (`compare`); a claim without its words is refused (`refuse`).
7. *time*: moments grow, one before the last or not a moment at all is refused (`refuse`).
   Intervals are dates in EDTF: tests/model.
8. *conservation*: documents and readings are as many as were told (`compare`); that reports of
   ingestion balance: `test_ingest.py`.
9. *parity* of the doors: tests/doors, for those that there are.
10. *round trip*: claims and documents come back as they went in, in all planes of Unicode
    (`compare`). Exports are not there yet, and so not checked.

LEGATION_MACHINE_EXAMPLES=1000 tries more than the few sequences of every day.
"""

from __future__ import annotations

import os
import random
import tempfile
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from entry_strategies import (
    EDITIONS,
    READERS,
    STATES,
    claims_of,
    decisions,
    documents,
    harvests,
    one_of,
)
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from naive_ledger import Entry, NaiveLedger, Read
from told_and_retold import batches, by_claim, enter, hold_to, place_of, shuffled, told_as_of

from legation.ledger import Ledger
from legation.ledger.moments import written
from legation.model.documents import Document
from legation.model.errors import LedgerError, UsageError
from legation.model.evidence import Evidence
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal
from legation.reconciliation import state

NewPlace = Callable[[], str]

START = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = tuple(date(year, 7, 1) for year in (1969, 1981, 1991, 2003, 2011))
PAIRS = [(a, b) for a in STATES for b in STATES if a < b]
STEPS = (timedelta(microseconds=1), timedelta(seconds=1), timedelta(days=40))
somewhen = st.sampled_from(STEPS)


class Machine(RuleBasedStateMachine):
    """Does to both ledgers the same, and asks both the same."""

    def __init__(self, place: str, another: NewPlace) -> None:
        super().__init__()
        self.place, self.another = place, another
        self.ledger = Ledger.open(place, create=True)
        self.naive = NaiveLedger()
        self.now = START
        self.answers: dict[str, str] = {}
        self.heads = [self.ledger.head()]

    # What may happen

    @rule(data=st.data(), step=somewhen, how_many=st.integers(1, 3))
    def read(self, data: st.DataObject, step: timedelta, how_many: int) -> None:
        """Some documents are read, in one batch; some of them were read before."""
        told = []
        for _ in range(how_many):
            document = data.draw(documents())
            extractor = data.draw(st.sampled_from((*EDITIONS[:2], "model@1")))
            told.append(Read(document, extractor, data.draw(harvests(document.text, extractor))))
        self.add(step, told)

    @precondition(lambda self: self.naive.known().documents())
    @rule(data=st.data(), step=somewhen)
    def read_by_newer_rules(self, data: st.DataObject, step: timedelta) -> None:
        held = data.draw(st.sampled_from(self.naive.known().documents()))
        by = max(read.extractor for _, read in self.naive.known().readings())
        newer = EDITIONS[min(EDITIONS.index(by) + 1, 5)] if by in EDITIONS else EDITIONS[0]
        self.add(step, [Read(held, newer, data.draw(harvests(held.text, newer)))])

    @rule(data=st.data(), step=somewhen, document=documents(), by=st.sampled_from(READERS))
    def record_by_hand(
        self, data: st.DataObject, step: timedelta, document: Document, by: str
    ) -> None:
        hand = f"hand@{by}"
        claims = data.draw(st.lists(claims_of(document.text, hand), min_size=1, max_size=2))
        self.add(step, [Read(document, hand, tuple(claims))])

    @precondition(lambda self: self.naive.known().told())
    @rule(
        data=st.data(),
        step=somewhen,
        verdict=st.sampled_from(("accept", "reject", "correct", "undo")),
        by=st.sampled_from(READERS),
    )
    def review(self, data: st.DataObject, step: timedelta, verdict: Any, by: str) -> None:
        told = self.naive.known().told()
        claim = data.draw(one_of(told))
        right = None
        if verdict == "correct":
            texts = {d.id: d.text for d in self.naive.known().documents()}
            right = data.draw(claims_of(texts[told[claim]], f"hand@{by}"))
        made = Review(claim, verdict, by, "read it again", right)
        self.enter(step, made, lambda at: self.ledger.review(made, recorded_at=at))

    @precondition(lambda self: self.naive.known().told())
    @rule(data=st.data(), step=somewhen, decided=decisions())
    def decide_several_at_once(self, data: st.DataObject, step: timedelta, decided: Any) -> None:
        """As `review apply` does with a file: all in one batch, or none."""
        verdicts = data.draw(st.lists(st.sampled_from(("accept", "reject", "undo")), max_size=3))
        made: list[Entry] = [decided]
        for verdict in verdicts:
            claim = data.draw(one_of(self.naive.known().told()))
            made.append(Review(claim, verdict, READERS[0], "from a file"))
        self.now += step
        moment = written(self.now)
        assert self.ledger.record_all(made, recorded_at=moment) == moment
        self.naive.record(moment, *made)
        self.changed(moment)

    @rule(step=somewhen, made=decisions())
    def merge_split_or_undo(self, step: timedelta, made: Any) -> None:
        self.enter(step, made, lambda at: self.ledger.decide(made, recorded_at=at))

    @precondition(lambda self: self.naive.known().documents())
    @rule(data=st.data(), step=somewhen, verdict=st.sampled_from(("withdraw", "restore")))
    def withdraw_or_restore(self, data: st.DataObject, step: timedelta, verdict: Any) -> None:
        document = data.draw(st.sampled_from(self.naive.known().documents())).id
        made = Withdrawal(document, verdict, READERS[0], "a copy")
        self.enter(step, made, lambda at: self.ledger.withdraw(made, recorded_at=at))
        counts = {claim.source.document for claim in self.ledger.claims()}
        assert verdict == "restore" or document not in counts

    @rule()
    def reopen(self) -> None:
        self.ledger.close()
        self.ledger = Ledger.open(self.place)
        self.compare()

    # What may be asked

    @precondition(lambda self: self.answers)
    @rule(data=st.data())
    def ask_again(self, data: st.DataObject) -> None:
        moment = data.draw(one_of(self.answers))
        assert told_as_of(self.ledger, moment) == self.answers[moment]

    @rule(data=st.data())
    def verify_from(self, data: st.DataObject) -> None:
        assert self.ledger.verify(data.draw(st.sampled_from(self.heads)) or None) == []

    @rule(pair=st.sampled_from(PAIRS), on=st.sampled_from(DAYS), data=st.data())
    def ask_of_a_pair(self, pair: tuple[str, str], on: date, data: st.DataObject) -> None:
        moment = data.draw(st.none() | one_of(self.answers)) if self.answers else None
        known = self.naive.known(moment)
        assert self.ledger.claims(pair, moment) == known.claims(pair)
        assert self.ledger.claims(pair[:1], moment, ["war"]) == known.claims(pair[:1], ["war"])
        alone = ("membership", "membership_ended")
        naive = known.evidence(pair, alone)
        held = self.ledger.evidence(pair, moment, alone)
        assert replace(held, reviews=by_claim(held)) == replace(naive, reviews=by_claim(naive))
        assert [r.recorded_at for r in held.reviews] == [r.recorded_at for r in naive.reviews]
        told = state(held, *pair, on, moment).to_json()
        mixed = Evidence(naive.claims[::-1], naive.decisions, naive.reviews, naive.sources)
        assert state(naive, *pair, on, moment).to_json() == told
        assert naive.retired or state(mixed, *pair, on, moment).to_json() == told

    @precondition(lambda self: self.naive.known().told())
    @rule(data=st.data(), length=st.integers(1, 24))
    def find(self, data: st.DataObject, length: int) -> None:
        moment = data.draw(one_of(self.answers))
        known = self.naive.known(moment)
        prefix = data.draw(one_of(self.naive.known().told()))[:length]
        begun = [claim for claim in known.told() if claim.startswith(prefix)]
        if len(begun) == 1:
            held = self.ledger.find(prefix, moment)
            assert held.claim.id == begun[0]
            assert held.standing == known.standing(begun[0])
            assert held.review == known.holding().get(begun[0])
        else:
            with pytest.raises(UsageError, match="LG-U019" if begun else "LG-U018"):
                self.ledger.find(prefix, moment)

    @rule(chance=st.randoms(use_true_random=False))
    def tell_in_another_order(self, chance: random.Random) -> None:
        with Ledger.open(self.another(), create=True) as other:
            reads = [entry for _, entry in self.naive.entries if isinstance(entry, Read)]
            for part in batches(shuffled(reads, chance), of=chance.randint(1, 4)):
                other.add_all(part)
            for _, entry in self.naive.entries:
                enter(other, entry)
            assert other.content_hash() == self.ledger.content_hash()

    # What is refused

    @rule(document=documents())
    def refuse(self, document: Document) -> None:
        """What must not be recorded is refused, and leaves no trace."""
        before = self.ledger.head(), self.ledger.content_hash()
        moments = ["2026-01-01", "yesterday", "2026-01-01T00:00:00"]
        if len(self.heads) > 1:
            moments += [written(START), max(self.answers)]
        for moment in moments:
            with pytest.raises(LedgerError, match="LG-L006"):
                self.ledger.add(document, [], extractor="none@1", recorded_at=moment)
        with pytest.raises(UsageError, match="LG-U018"):
            self.ledger.review(Review("0" * 24, "reject", "A", "why"))
        with pytest.raises(UsageError, match="LG-U017"):
            self.ledger.withdraw(Withdrawal("sha256:0", "withdraw", "A", "why"))
        assert before == (self.ledger.head(), self.ledger.content_hash())

    # How it is done

    def add(self, step: timedelta, reads: list[Read]) -> None:
        before, expected = self.naive.known(), []
        met = {(one.id, place) for one in before.documents() for place in before.places(one.id)}
        self.now += step
        moment = written(self.now)
        for each in reads:
            expected.append("unchanged" if self.naive.known().has_read(each) else "read")
            self.naive.record(moment, each)
        told = batches(reads, of=len(reads))
        assert self.ledger.add_all(told[0], recorded_at=moment) == expected
        if {place_of(each.document) for each in reads} <= met and "read" not in expected:
            assert self.ledger.head() == self.heads[-1]
        else:
            self.changed(moment)

    def enter(self, step: timedelta, made: Entry, do: Any) -> None:
        self.now += step
        moment = written(self.now)
        assert do(moment).recorded_at == moment
        self.naive.record(moment, made)
        self.changed(moment)

    def changed(self, moment: str) -> None:
        assert self.ledger.head() not in self.heads
        self.heads.append(self.ledger.head())
        self.compare()
        self.answers[moment] = told_as_of(self.ledger, moment)

    def compare(self) -> None:
        hold_to(self.ledger, self.naive.known())

    def teardown(self) -> None:
        try:
            for moment, answer in self.answers.items():
                assert told_as_of(self.ledger, moment) == answer
            for head in self.heads[-1:]:
                assert self.ledger.verify(head or None) == []
        finally:
            self.ledger.close()


@pytest.fixture
def new_place(database: str, request: pytest.FixtureRequest) -> Iterator[NewPlace]:
    """Where ledgers may be made: in memory where it can be had, since nothing is killed here."""
    if database == "postgresql":
        yield request.getfixturevalue("new_ledger_place")
        return
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield lambda: f"{folder}/{uuid.uuid4().hex}.ledger"


def test_the_ledger_agrees_with_a_naive_one(new_place: NewPlace, database: str) -> None:
    examples = int(os.environ.get("LEGATION_MACHINE_EXAMPLES", "20"))
    tried = settings(
        max_examples=examples if database == "sqlite" else max(examples // 4, 1),
        stateful_step_count=25,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(lambda: Machine(new_place(), new_place), settings=tried)
