"""Confidence: what raises doubts, and what doubts do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from legation.extraction import extract
from legation.extraction.confidence import (
    DOUBTS,
    LEAST,
    MOST,
    confidence,
    doubts,
    table,
    table_from,
)
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import DataError
from legation.model.kinds import kinds
from legation.model.spans import Span

TABLE = Path(__file__).parents[2] / "src" / "legation" / "extraction" / "confidence.yaml"
NEAR = {"sender": Span(0, 4), "host": Span(10, 16)}


def claim(spans: dict[str, Span] = NEAR, length: int = 60, **fields: Any) -> Claim:
    source = Source("sha256:0", "page", "en", 0, length, "x" * length, spans)
    roles = {"sender": "PER", "host": "POL", "city": "Warsaw", "mission_type": "embassy"}
    whole = {"when": "1969", "when_basis": "stated", "roles": roles, **fields}
    return Claim("mission_opened", source=source, **whole)


def rows() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(TABLE.read_text("utf-8"))
    return loaded


CASES = [
    ((), claim()),
    (("party supplied",), claim({"sender": Span(0, 4)})),
    (("party supplied",), claim({"sender": Span(0, 4), "host": Span(100, 106)})),
    (("parties supplied",), claim({})),
    (("parties apart",), claim({"sender": Span(0, 4), "host": Span(40, 46)})),
    (
        ("parties apart", "parties far apart"),
        claim({"sender": Span(0, 4), "host": Span(90, 96)}, length=100),
    ),
    (("long quote",), claim(length=200)),
    (
        ("few particulars",),
        claim(roles={"sender": "PER", "host": "POL", "mission_type": "embassy"}),
    ),
    (
        ("few particulars", "no particulars"),
        claim(roles={"sender": "PER", "host": "POL"}),
    ),
    (("no date",), claim(when=None, when_basis=None)),
    (("date carried",), claim(when_basis="carried")),
    (("date relative",), claim(when_basis="document")),
    (("date anchored",), claim(when_basis="anchored")),
    (("denied", "planned"), claim(polarity="denied", modality="planned")),
    (("alleged",), claim(modality="alleged")),
]


@pytest.mark.parametrize(("raised", "of"), CASES)
def test_a_claim_raises_the_doubts_that_it_should(raised: tuple[str, ...], of: Claim) -> None:
    assert doubts(of) == raised


def test_parties_of_a_list_have_spans_of_their_own() -> None:
    spans = {"parties.PER": Span(0, 4), "parties.POL": Span(9, 15)}
    both = replace(claim(spans), kind="war", roles={"parties": ["PER", "POL"]})
    assert not {"party supplied", "parties supplied"} & set(doubts(both))


@given(
    st.sampled_from(sorted(kinds())),
    st.sampled_from(["affirmed", "denied"]),
    st.sampled_from(["asserted", "alleged", "planned"]),
    st.sampled_from([None, "stated", "carried", "document", "anchored"]),
    st.integers(0, 300),
)
def test_no_claim_is_certain_and_none_is_hopeless(
    kind: str, polarity: str, modality: str, basis: str | None, at: int
) -> None:
    spans = {role: Span(at * i, at * i + 4) for i, role in enumerate(kinds()[kind].key)}
    fields: dict[str, Any] = {"polarity": polarity, "modality": modality, "when_basis": basis}
    one = replace(claim(spans, roles={}), kind=kind, **fields)
    assert LEAST <= confidence(one) <= MOST
    assert confidence(one) <= confidence(replace(one, polarity="affirmed", modality="asserted"))


def test_what_was_thought_of_a_claim_before_does_not_count() -> None:
    assert confidence(claim(confidence=0.1)) == confidence(claim(confidence=0.9))


def test_extracted_claims_bear_their_confidence() -> None:
    page = Document("Peru opened an embassy in Warsaw in 1969.", "page", "en")
    assert [c.confidence for c in extract(page)] == [confidence(c) for c in extract(page)]


def test_the_table_has_every_kind_and_every_doubt() -> None:
    assert table().odds.keys() == kinds().keys()
    assert tuple(table().factors) == DOUBTS


def test_a_figure_rests_on_counts_that_can_be() -> None:
    counted = [*rows()["kinds"].values(), *rows()["doubts"].values()]
    assert all(0 <= row["right"] <= row["claims"] for row in counted)
    assert 0 < rows()["unseen"] <= 1


@pytest.mark.parametrize(
    ("part", "name", "row"),
    [
        ("kinds", "quarrel", {"odds": 2.0}),
        ("kinds", "war", {"odds": 0.0}),
        ("doubts", "denied", {"factor": 1.2}),
        ("doubts", "bad weather", {"factor": 0.5}),
    ],
)
def test_a_table_that_breaks_its_schema_is_refused(
    part: str, name: str, row: dict[str, float]
) -> None:
    broken = rows()
    broken[part][name] = row
    with pytest.raises(DataError, match="LG-D001"):
        table_from(broken)
