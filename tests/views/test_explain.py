"""What has an id is explained: by its rules, from its facts and claims, with their words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from legation.ledger import Ledger
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import UsageError
from legation.model.reviews import Review
from legation.views.anomalies import anomalies_text, known_anomalies
from legation.views.conflicts import conflicts
from legation.views.explain import explain
from legation.views.proof_text import proof_text
from legation.views.proofs import Proof

WORDS = "Cut in 1979. Restored. Opened in 1991. The ambassador came in 1985. Visit of 1980."


def said(words: str, kind: str, roles: dict[str, Any], when: str | None = None) -> Claim:
    document = Document(WORDS, "egypt-iran.txt", "en")
    start = WORDS.index(words)
    source = Source(document.id, document.uri, "en", start, start + len(words), words)
    return Claim(kind, roles, source, when=when, when_basis="stated" if when else None)


CUT = said("Cut in 1979", "relations_severed", {"parties": ["EGY", "IRN"]}, "1979")
OPENED = said("Opened in 1991", "mission_opened", {"sender": "EGY", "host": "IRN"}, "1991")
CAME = said(
    "The ambassador came in 1985",
    "envoy_tenure",
    {"sender": "EGY", "host": "IRN", "office": "ambassador"},
    "1985",
)
EARLY = said("Visit of 1980", "visit", {"from": "EGY", "to": "BLR"}, "1980")
OTHER = said("Restored", "tenor", {"parties": ["EGY", "IRN"], "value": "bad"})


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "a.ledger", create=True) as opened:
        document = Document(WORDS, "egypt-iran.txt", "en")
        opened.add(document, [CUT, OPENED, CAME, EARLY, OTHER], extractor="rules@1")
        yield opened


def steps(proof: Proof) -> Iterator[tuple[str, str]]:
    yield proof.step, proof.says
    for below in proof.below:
        yield from steps(below)


def text(proof: Proof) -> str:
    return "\n".join(line.plain for line in proof_text(proof))


def test_a_finding_is_explained_by_rules_facts_claims_and_what_disagrees(ledger: Ledger) -> None:
    proof = explain(ledger, "EGY-IRN@1995-01-01/relations")
    assert proof.says.startswith("severed, possible, since 1979")
    assert {step for step, _ in steps(proof)} == {"finding", "rule", "fact", "claim", "against"}
    told = text(proof)
    assert "rule embassy-after-a-break-casts-doubt: " in told
    assert "Vienna Convention on Diplomatic Relations, 1961, art. 2: " in told
    assert "Opened in 1991" in told
    assert f"id {CUT.id}" in told
    assert proof.to_json()["below"][0]["sources"]


def test_a_finding_that_is_unknown_is_explained_too(ledger: Ledger) -> None:
    proof = explain(ledger, "EGY-IRN@2500-01-01/missions/EGY-IRN-embassy")
    assert proof.says.startswith("unknown")
    assert "too-old-to-tell" in text(proof)


def test_a_fact_is_explained_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    finding = explain(ledger, "EGY-IRN@1985-01-01/relations")
    (fact,) = (below for below in finding.below if below.step == "fact")
    assert explain(ledger, fact.told["id"][:12]) == fact
    assert "1979 (nobody says otherwise); 1 claim, 1 document" in fact.says


def test_a_claim_is_explained_with_its_reading_its_standing_and_what_it_bears(
    ledger: Ledger,
) -> None:
    proof = explain(ledger, CUT.id[:10])
    assert [below.step for below in proof.below] == ["reading", "standing", "fact"]
    assert proof.below[1].says == "current"
    assert "read by rules@1" in text(proof)
    assert "rules, confidence 1.0" in text(proof)
    assert "egypt-iran.txt [0:11], en" in text(proof)


def test_a_rejected_claim_says_by_whom_and_bears_nothing(ledger: Ledger) -> None:
    ledger.review(Review(CAME.id, "reject", by="A. Reader", reason="misread"))
    proof = explain(ledger, CAME.id)
    assert [below.says for below in proof.below[1:]] == ["rejected by A. Reader: misread"]


def test_an_anomaly_is_explained_by_its_rule_and_facts(ledger: Ledger) -> None:
    found = {one.rule: one for one in known_anomalies(ledger)}
    assert set(found) == {"ambassador-during-a-break", "before-its-beginning"}
    told = text(explain(ledger, found["before-its-beginning"].id))
    assert "began 1991" in told
    assert "Visit of 1980" in told


def test_anomalies_are_told_with_both_quotes_and_what_is_known(ledger: Ledger) -> None:
    told = "\n".join(line.plain for line in anomalies_text(known_anomalies(ledger)))
    assert "Belarus began in 1991" in told
    assert "The ambassador came in 1985" in told
    assert "Cut in 1979" in told
    assert [one.rule for one in known_anomalies(ledger, ["EGY", "IRN"])] == [
        "ambassador-during-a-break"
    ]


def test_an_answer_as_of_before_is_explained_as_it_was(ledger: Ledger) -> None:
    proof = explain(ledger, "EGY-IRN@1985-01-01/relations", "2020-01-01")
    assert proof.says == "unknown"


@pytest.mark.parametrize(
    "named",
    [
        "EGY-IRN@1985-01-01/missions/EGY-IRN-embasy",
        "EGY-IRN@1985-13-01/relations",
        "EGY-EGY@1985-01-01/relations",
        "opened-twice/000",
        "ffffffffffff",
        "",
    ],
)
def test_an_id_that_nothing_has_is_a_mistake_of_usage(ledger: Ledger, named: str) -> None:
    with pytest.raises(UsageError, match="LG-U021"):
        explain(ledger, named)


def test_a_finding_of_a_party_that_nobody_knows_is_a_mistake_of_usage(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="LG-U005"):
        explain(ledger, "ZZZ-EGY@1985-01-01/relations")


def test_a_conflict_is_explained_by_its_id(ledger: Ledger) -> None:
    document = Document("Opened in 1992", "other.txt", "en")
    source = Source(document.id, document.uri, "en", 0, 14, document.text)
    roles = {"sender": "EGY", "host": "IRN"}
    later = Claim("mission_opened", roles, source, when="1992", when_basis="stated")
    ledger.add(document, [later], extractor="rules")
    known = list(conflicts(ledger))
    assert known
    assert [explain(ledger, one.id).step for one in known] == ["fact"] * len(known)
