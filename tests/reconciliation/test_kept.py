"""What was written down is read as it was: who disagrees, what is preferred, and how it stands."""

from __future__ import annotations

from legation.model.claims import Claim, Source
from legation.model.evidence import Evidence
from legation.reconciliation import between
from legation.reconciliation.kept import betweens


def told(number: int, kind: str, when: str) -> Claim:
    source = Source(f"sha256:{number}", f"{number}.txt", "en", 0, 4, "Oslo")
    return Claim(kind, {"parties": ["EGY", "IRN"]}, source, when, "stated")


CLAIMS = [
    told(1, "relations_severed", "1979-04-30"),
    told(2, "relations_severed", "1979-05-01"),
    told(3, "relations_established", "1928"),
    told(4, "relations_established", "1928-03"),
]


def test_facts_that_were_written_down_are_those_that_were_known() -> None:
    known = between(Evidence(CLAIMS), "EGY", "IRN")
    read = betweens.read(betweens.written(known, "EGY", "IRN"))
    assert list(read.facts) == list(known.facts)
    assert [fact.to_json() for fact in read.story] == [fact.to_json() for fact in known.story]
    assert {fact.standing.status for fact in read.facts} == {"disputed", "superseded"}
    assert any(fact.disputed for fact in read.facts)
    assert all(fact.preferences for fact in read.facts)
