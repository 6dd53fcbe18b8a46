"""Facts from claims made by hand, through the public function.

Each case has claims (kind, roles, when and the rest; `in` names its document, `says` its words),
and as it needs them `documents` (uri, date, recorded_at), `ranks`, `reviews` and `retired` claims.
`facts` and `corrected` are what it must come to, in any order and no more: of each only what is
listed is compared, and claims are named by their numbers, from 0, those retired after the rest.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from legation.model.claims import Claim, Source
from legation.model.decisions import Decision
from legation.model.evidence import Evidence, Provenance
from legation.model.facts import Fact
from legation.model.reviews import Review
from legation.reconciliation import reconcile, rules

CASES = Path(__file__).with_name("cases") / "facts"


@cache
def load() -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {case['case']}")
        for file in sorted(CASES.glob("*.yaml"))
        for case in yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    ]


def uri_of(case: dict[str, Any], document: str) -> str:
    return str(case.get("documents", {}).get(document, {}).get("uri", f"{document}.txt"))


def claim_of(case: dict[str, Any], row: dict[str, Any], place: int) -> Claim:
    said = dict(row)
    document, language = said.pop("in", "one"), said.pop("language", "en")
    words, start = said.pop("says", ""), said.pop("at", place * 10)
    source = Source(f"sha256:{document}", uri_of(case, document), language, start, start + 4, words)
    when = said.pop("when", None)
    return Claim(said.pop("kind"), said.pop("roles"), source, when and str(when), **said)


def evidence_of(case: dict[str, Any]) -> tuple[Evidence, list[Claim]]:
    claims = [claim_of(case, row, place) for place, row in enumerate(case["claims"])]
    gone = [
        claim_of(case, row, place) for place, row in enumerate(case.get("retired", []), len(claims))
    ]
    every = [*claims, *gone]
    reviews = [
        Review(
            every[row["of"]].id,
            row["verdict"],
            "A. Reader",
            row.get("reason", "seen in the archive"),
            every[row["with"]] if "with" in row else None,
        )
        for row in case.get("reviews", [])
    ]
    sources = {
        f"sha256:{name}": Provenance(
            uri_of(case, name), "en", row.get("date"), row.get("recorded_at", "")
        )
        for name, row in case.get("documents", {}).items()
    }
    merges = [
        Decision("merge", (one, other), "A. Reader", "his byname")
        for one, other in case.get("merged", [])
    ]
    ranks = {f"sha256:{name}": rank for name, rank in case.get("ranks", {}).items()}
    return Evidence(claims, merges, reviews, sources, ranks, gone), every


def told(fact: Fact, claims: list[Claim]) -> dict[str, Any]:
    """A fact as the cases tell it: its JSON, its claims by their numbers, and a few short names."""
    place = {claim.id: number for number, claim in enumerate(claims)}
    row = fact.to_json()
    names = {name: one["reason"] for name, one in row["roles_preferred"].items()}
    return row | {
        "claims": sorted(place[id_] for id_ in row["claims"]),
        "disputed": sorted(place[id_] for id_ in row["disputed"]),
        "reason": row["preferred"]["reason"],
        "reasons": names,
        "rule": row["standing"]["rule"],
        "causes": sorted(place[id_] for id_ in row["standing"]["causes"]),
        "note": row["standing"]["note"],
        "attested": [row["attestations"][key] for key in ("claims", "documents", "independent")],
        "voices": sorted({name for v in row["attestations"]["voices"] for name in v["rules"]}),
        "alternatives": [
            {**other, "claims": sorted(place[id_] for id_ in other["claims"])}
            for other in row["preferred"]["alternatives"]
        ],
    }


def agrees(expected: Any, found: Any) -> bool:
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(agrees(v, found.get(k)) for k, v in expected.items())
    if isinstance(expected, list) and expected and isinstance(expected[0], dict):
        return len(expected) == len(found) and all(map(agrees, expected, found))
    return bool((str(expected) if isinstance(expected, date) else expected) == found)


def unmet(expected: list[Any], found: list[dict[str, Any]]) -> dict[str, Any]:
    """What was expected and not found, and what was found and not expected."""
    rest, lacking = list(found), []
    for each in expected:
        hit = next((row for row in rest if agrees(each, row)), None)
        if hit is None:
            lacking.append(each)
        else:
            rest.remove(hit)
    return {"lacking": lacking, "beyond": rest} if lacking or rest else {}


@pytest.mark.parametrize("case", load())
def test_claims_come_to_the_facts_of_the_case(case: dict[str, Any]) -> None:
    evidence, claims = evidence_of(case)
    known = reconcile(evidence)
    assert unmet(case["facts"], [told(fact, claims) for fact in known.facts]) == {}
    expected = case.get("corrected", [])
    assert unmet(expected, [told(fact, claims) for fact in known.corrected]) == {}


@pytest.mark.parametrize("case", load())
def test_every_rule_that_a_fact_names_is_declared(case: dict[str, Any]) -> None:
    known = reconcile(evidence_of(case)[0])
    facts = (*known.facts, *known.corrected)
    named = {name for fact in facts for name in fact.rules}
    named |= {fact.standing.rule for fact in facts if fact.standing.rule}
    named |= {name for f in facts for voice in f.attestations.voices for name in voice.rules}
    assert named <= set(rules())


def test_there_is_a_case_for_every_status_and_every_reason() -> None:
    told_of = [row for param in load() for row in param.values[0]["facts"]]
    told_of += [row for param in load() for row in param.values[0].get("corrected", [])]
    reasons = {row.get("reason") for row in told_of}
    reasons |= {reason for row in told_of for reason in row.get("reasons", {}).values()}
    statuses = {row.get("status") for row in told_of}
    assert reasons >= {"reviewed", "precision", "independent", "rank", "recency", "earliest"}
    assert statuses >= {"agreed", "disputed", "superseded", "corrected"}
