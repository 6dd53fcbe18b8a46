"""What must hold of facts, whatever is claimed, in whatever order."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from test_state_properties import claims, many

from legation.model.claims import Claim
from legation.model.evidence import Evidence, Provenance
from legation.model.reviews import Review
from legation.reconciliation import reconcile

SOURCES = {
    f"sha256:{number}": Provenance(
        f"{number % 2}.txt", "en", f"199{number}", f"2026-01-0{number + 1}T00:00:00.000000Z"
    )
    for number in range(3)
}


def told(said: list[Claim], reviews: list[Review] | None = None) -> list[dict[str, Any]]:
    known = reconcile(Evidence(said, reviews=reviews or [], sources=SOURCES))
    return [fact.to_json() for fact in (*known.facts, *known.corrected)]


@settings(max_examples=100, deadline=None)
@given(many, st.randoms(use_true_random=False))
def test_the_order_of_claims_means_nothing_and_twice_told_is_once(
    said: list[Claim], chance: random.Random
) -> None:
    assert told(said) == told(chance.sample(said, len(said)) + said[: len(said) // 2])


@settings(max_examples=100, deadline=None)
@given(many)
def test_every_asserted_claim_is_in_one_fact_and_every_status_has_its_cause(
    said: list[Claim],
) -> None:
    rows = told(said)
    held = [id_ for row in rows for id_ in (*row["claims"], *row["disputed"])]
    assert sorted(held) == sorted({c.id for c in said if c.modality == "asserted"})
    for row in rows:
        standing = row["standing"]
        assert (row["status"] == "agreed") == (standing["rule"] is None)
        assert set(standing["causes"]) <= set(held)
        assert row["attestations"]["claims"] == len(row["claims"])
        assert row["attestations"]["independent"] <= row["attestations"]["documents"]


@settings(max_examples=60, deadline=None)
@given(many, st.data())
def test_what_a_reader_accepts_is_preferred_where_it_has_a_date(
    said: list[Claim], data: st.DataObject
) -> None:
    dated = [c for c in said if c.when and c.modality == "asserted" and "/" not in c.when]
    if not dated:
        return
    chosen = data.draw(st.sampled_from(dated))
    rows = told(said, [Review(chosen.id, "accept", "A. Reader", "seen")])
    row = next(r for r in rows if chosen.id in r["claims"] + r["disputed"])
    assert chosen.id in row["claims"] or row["status"] != "agreed"


@settings(max_examples=60, deadline=None)
@given(many, claims)
def test_what_is_told_of_others_changes_nothing_here(said: list[Claim], other: Claim) -> None:
    """Facts are of one key: those without a claim of the other's kind stay as they are."""
    before = {row["id"]: row["when"] for row in told(said)}
    elsewhere = Claim("visit", {"from": "PER", "to": "CHL"}, other.source, when=other.when)
    after = {row["id"]: row["when"] for row in told([*said, elsewhere])}
    assert before.items() <= after.items()
    assert len(after) - len(before) == 1
