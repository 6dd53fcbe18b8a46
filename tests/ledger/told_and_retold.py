"""All that a ledger answers; and what it was told, to be told to another in another order."""

from __future__ import annotations

import json
import random
from datetime import date

from naive_ledger import Belief, Entry, Read

from legation.ledger import Entry as Told
from legation.ledger import Ledger
from legation.model.documents import Document
from legation.model.evidence import Evidence
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal
from legation.reconciliation import state
from legation.views.evidence import evidence_on

PAIR, DAY = ("BLR", "IRQ"), date(2011, 7, 1)


def told_as_of(ledger: Ledger, moment: str | None) -> str:
    """Everything that a ledger answers as of a moment, with the status of a pair, as one text."""
    status = state(evidence_on(ledger, *PAIR, moment), *PAIR, DAY, moment)
    lists = (
        ledger.documents(moment),
        ledger.readings(moment),
        ledger.decisions(moment),
        ledger.reviews(moment),
        ledger.withdrawals(moment),
        sorted(ledger.sources(moment).items()),
    )
    answers = [
        [claim.to_json() for claim in ledger.claims(as_of=moment)],
        [claim.to_json() for claim in ledger.claims(PAIR, moment)],
        *([str(each) for each in told] for told in lists),
        status.to_json(),
    ]
    return json.dumps(answers, ensure_ascii=False)


def hold_to(ledger: Ledger, known: Belief) -> None:
    """All that a ledger holds now is what a naive one holds."""
    assert ledger.claims() == known.claims()
    assert ledger.documents() == known.documents()
    assert ledger.sources() == known.sources()
    assert ledger.reviews() == known.reviews()
    assert ledger.decisions() == known.decisions()
    assert ledger.withdrawals() == known.withdrawals()
    assert set(ledger.withdrawn()) == known.withdrawn()
    assert [(run.recorded_at, run.document, run.extractor) for run in ledger.readings()] == [
        (moment, read.document.id, read.extractor) for moment, read in known.readings()
    ]
    hold_to_words(ledger)
    counts = {claim.id for claim in known.counting()} - {
        claim for claim, review in known.holding().items() if review.verdict != "accept"
    }
    for claim in known.told():
        assert (ledger.find(claim).standing == "current") == (claim in counts)


def by_claim(evidence: Evidence) -> list[Review]:
    """The reviews of each claim in turn: within one batch, only their order on a claim matters."""
    return sorted(evidence.reviews, key=lambda review: review.claim)


def place_of(met: Document) -> tuple[str, tuple[str, str, str]]:
    """A document's id, with where it was met."""
    return met.id, (met.uri, met.language, met.date or "")


def hold_to_words(ledger: Ledger) -> None:
    """Every quote is its document's text at its place, in characters and in bytes of UTF-8."""
    texts = {document.id: document.text for document in ledger.documents()}
    for claim in ledger.claims():
        source, text = claim.source, texts[claim.source.document]
        assert text[source.start : source.end] == source.quote
        before, quote = text[: source.start].encode(), source.quote.encode()
        assert text.encode()[len(before) : len(before) + len(quote)] == quote


def shuffled(reads: list[Read], chance: random.Random) -> list[Read]:
    """In another order; but what stands in for another stays behind it."""
    turns = {number: each.stands_for for number, each in enumerate(reads)}
    waiting: dict[object, list[Read]] = {}
    for each in reads:
        waiting.setdefault(each.stands_for, []).append(each)
    return [waiting[turn].pop(0) for turn in chance.sample(list(turns.values()), len(turns))]


def batches(reads: list[Read], of: int) -> list[list[Told]]:
    """Readings as the ledger is told of them, some at once."""
    told = [Told(each.document, each.claims, each.extractor) for each in reads]
    return [told[at : at + of] for at in range(0, len(told), of)]


def enter(ledger: Ledger, entry: Entry) -> None:
    """Tell a ledger what a reader decided; readings are told in batches."""
    if isinstance(entry, Review):
        ledger.review(entry)
    elif isinstance(entry, Withdrawal):
        ledger.withdraw(entry)
    elif not isinstance(entry, Read):
        ledger.decide(entry)
