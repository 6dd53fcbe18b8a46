"""The synthetic ledger and what is measured on it: small here, so that it keeps running."""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

import pytest

import ledger as benchmark
from legation.entities import states
from legation.ledger import Ledger
from legation.ledger.grounds import require_grounds
from legation.model.kinds import kinds
from legation.model.parties import pairs
from synthetic.documents import ORGANISATIONS, entries
from synthetic.filling import fill
from synthetic.questions import half, most
from synthetic.shape import KINDS, Pairs


def test_the_same_seed_makes_the_same_documents() -> None:
    one, other = ([entry.document.id for entry in entries(600, seed)] for seed in (1, 1))
    assert one == other != [entry.document.id for entry in entries(600, 2)]


def test_every_claim_points_at_its_words_and_is_of_two_parties() -> None:
    told = [(claim, entry.document) for entry in entries(600) for claim in entry.claims]
    for claim, document in told:
        require_grounds(claim, document)
    assert all(pairs(claim) for claim, _ in told)
    assert KINDS.keys() <= kinds().keys()


def test_no_organisation_has_the_code_of_a_state() -> None:
    assert not set(ORGANISATIONS) & states().keys()


def test_a_few_pairs_have_many_claims_and_most_have_few() -> None:
    ranked = Pairs.of(random.Random(1))
    counts = Counter(ranked.drawn(number / 200_000) for number in range(200_000))
    row = [number for _, number in counts.most_common()]
    assert row[0] > 50 * row[len(ranked.ranked) // 2] > 0


def test_two_thousand_claims_are_recorded_and_sound(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.ledger", create=True) as ledger:
        load = fill(ledger, entries(2000), a_batch=20)
        assert ledger.verify() == []
    assert load.batches == 4
    assert 1500 < load.claims < 2500


def test_percentiles_are_the_middle_and_near_the_end() -> None:
    assert (half(range(1000)), most(range(1000))) == (499.5, 990)


def test_the_benchmark_tells_what_it_measured(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["ledger.py", "--claims", "2000", "--pairs", "3", "--only", "answers", "before"]
    monkeypatch.setattr(sys, "argv", command)
    benchmark.main()
    told = capsys.readouterr().out
    assert all(name in told for name in ("recorded:", "timeline", "status as of the middle"))
