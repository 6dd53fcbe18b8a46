"""Sealed values are as others, and are opened when they are looked into."""

from __future__ import annotations

import copy

import pytest

from legation.model.claims import Claim, Source
from legation.model.facts import Fact

WHOLE = Claim("war", {"parties": ["IRN", "IRQ"]}, Source("sha256:0", "a.txt", "en", 0, 4, "Oslo"))


def kept(opened: list[str]) -> Claim:
    return Claim.kept(WHOLE.id, lambda: (opened.append("opened"), WHOLE.to_json())[1])


def test_the_id_of_a_sealed_claim_is_told_without_opening_it() -> None:
    opened: list[str] = []
    claim = kept(opened)
    assert (claim.id, opened) == (WHOLE.id, [])
    assert (claim.kind, claim.when, opened) == ("war", None, ["opened"])


def test_a_sealed_claim_equals_the_whole_one_and_can_be_copied() -> None:
    assert kept([]) == WHOLE
    assert copy.copy(kept([])) == WHOLE
    assert kept([]).to_json() == WHOLE.to_json()


def test_what_no_value_has_is_no_field_of_a_sealed_one() -> None:
    with pytest.raises(AttributeError):
        kept([]).colour  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(AttributeError):
        WHOLE._colour  # type: ignore[attr-defined]  # noqa: B018


def test_a_fact_knows_its_documents_and_the_bases_of_its_dates_sealed_or_not() -> None:
    claim = Claim("war", {}, WHOLE.source, "1980", "anchored")
    fact = Fact("war", {}, "1980", "affirmed", (claim,))
    rest = {"roles": {}, "claims": (claim,)}
    known = (fact.id, fact.documents, fact.bases)
    sealed = Fact.kept(known, "war", "1980", "affirmed", (), lambda: rest)
    for one in (fact, fact, sealed):
        assert (one.documents, one.bases) == ({"sha256:0"}, {"anchored"})
    assert sealed.claims == (claim,)
