"""The states of three relations by the rules alone, from claims made by hand."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from triangle_answers import Cases, Judged

from legation.model.claims import Claim, Source
from legation.model.evidence import Evidence, Provenance
from legation.reconciliation import state

CLAIMS = Path(__file__).with_name("triangle_claims.yaml")
READ = "2026-11-22T00:00:00.000000Z"


def evidence() -> Evidence:
    rows = yaml.safe_load(CLAIMS.read_text("utf-8"))
    claims = [claim_of(dict(row), place) for place, row in enumerate(rows)]
    sources = {
        c.source.document: Provenance(c.source.uri, c.source.language, None, READ) for c in claims
    }
    return Evidence(claims, sources=sources)


def claim_of(row: dict[str, Any], place: int) -> Claim:
    language, quote = row.pop("in"), row.pop("quote")
    start = place * 100
    source = Source(
        f"sha256:{language}", f"{language}.txt", language, start, start + len(quote), quote
    )
    said = {key: str(value) if key == "when" else value for key, value in row.items()}
    return Claim(source=source, **said)


def judged() -> list[Judged]:
    known = evidence()

    def ask(a: str, b: str, on: date) -> dict[str, Any]:
        return state(known, a, b, on).to_json()

    return Cases.read().judged(ask)


def test_no_answer_is_other_than_a_careful_historian_could_defend() -> None:
    assert [str(one) for one in judged() if one.judgement == "wrong" and one.line != "tenor"] == []


def test_most_answers_are_as_the_historian_wrote_them() -> None:
    strict = Counter(one.line for one in judged() if one.judgement == "strict")
    assert strict >= Counter(
        relations=64, missions=40, envoys=14, conflict=12, absent_lines=195, tenor=5
    )
