"""What must hold of the state of any relation, whatever is claimed."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.model.claims import Claim, Source
from legation.model.evidence import Evidence
from legation.model.kinds import kinds
from legation.reconciliation import facts, rules, state

PAIR = ("IRN", "IRQ")
STATES = st.sampled_from([*PAIR, "SWE"])
DATES = st.sampled_from(
    [
        None,
        "1980",
        "1980-09",
        "1980-09-22",
        "198X",
        "1990~",
        "1985/1995",
        "1988/..",
        "../1983",
        "2003",
    ]
)
NAMED = {
    "person": st.sampled_from([{"name": "Berg"}, {"name": "Dahl"}]),
    "city": st.sampled_from([{"name": "Basra"}, {"name": "Karbala"}]),
    "mission_type": st.sampled_from(["embassy", "consulate", "legation"]),
    "value": st.sampled_from(["good", "bad"]),
}


def claim(kind: str, keys: list[str], named: dict[str, Any], place: int, how: Any) -> Claim:
    spec = kinds()[kind]
    roles: dict[str, Any] = {
        role: keys[:2] if role in ("parties", "places") else keys[number % 2]
        for number, role in enumerate(spec.key)
    }
    if kind == "sister_cities":
        roles["places"] = [{"name": code.title(), "state": code} for code in keys[:2]]
    roles |= {role: value for role, value in named.items() if role in spec.other}
    when, polarity, modality = how
    source = Source(f"sha256:{place % 3}", f"{place % 3}.txt", "en", place, place + 4, "")
    return Claim(kind, roles, source, when=when, polarity=polarity, modality=modality)


claims = st.builds(
    claim,
    st.sampled_from(sorted(kinds())),
    st.lists(STATES, min_size=2, max_size=2, unique=True),
    st.fixed_dictionaries({}, optional=NAMED),
    st.integers(0, 90),
    st.tuples(
        DATES,
        st.sampled_from(["affirmed", "affirmed", "denied"]),
        st.sampled_from(["asserted", "asserted", "asserted", "planned", "alleged"]),
    ),
)
many = st.lists(claims, max_size=14)
days = st.dates(date(1975, 1, 1), date(2015, 1, 1))


@settings(max_examples=150, deadline=None)
@given(many, days, st.randoms(use_true_random=False))
def test_the_order_and_the_batches_of_claims_mean_nothing(
    said: list[Claim], day: date, chance: random.Random
) -> None:
    shuffled = chance.sample(said, len(said)) + said[: len(said) // 2]
    assert (
        state(Evidence(said), *PAIR, day).to_json()
        == state(Evidence(shuffled), *PAIR, day).to_json()
    )
    assert [f.to_json() for f in facts(Evidence(said))] == [
        f.to_json() for f in facts(Evidence(shuffled))
    ]


@settings(max_examples=100, deadline=None)
@given(many, days, claims)
def test_a_claim_on_others_changes_nothing(said: list[Claim], day: date, other: Claim) -> None:
    with_other = state(Evidence([*said, other]), *PAIR, day).to_json()
    without = state(Evidence(said), *PAIR, day).to_json()
    if not set(PAIR) <= set(_codes(other)) and not other.kind.startswith("membership"):
        assert with_other == without


@settings(max_examples=150, deadline=None)
@given(many, days)
def test_every_finding_explains_itself(said: list[Claim], day: date) -> None:
    found = state(Evidence(said), *PAIR, day).to_json()
    known = {claim.id for claim in said}
    lines = ("missions", "accreditations", "envoys", "conflict", "ties", "contacts")
    findings = [finding for line in lines for finding in found[line]]
    for finding in [found["relations"], *findings]:
        if finding["value"] == "unknown":
            assert finding["certainty"] is None
            continue
        assert finding["certainty"] in ("certain", "possible", "presumed")
        assert finding["claims"]
        assert set(finding["claims"]) <= known
        assert not set(finding["claims"]) & set(finding["disputed"])
        assert set(finding["rules"]) <= set(rules())


@settings(max_examples=100, deadline=None)
@given(many, days)
def test_unknown_is_never_no(said: list[Claim], day: date) -> None:
    """'None', 'absent' and 'vacant' need a claim that denies, or a recall."""
    affirming = [c for c in said if c.polarity == "affirmed" and c.kind != "envoy_recalled"]
    found = state(Evidence(affirming), *PAIR, day).to_json()
    values = {row["value"] for line in ("missions", "envoys", "ties") for row in found[line]}
    assert not values & {"absent", "vacant", "not_member"}
    assert found["relations"]["value"] != "none"


@settings(max_examples=100, deadline=None)
@given(many, days)
def test_what_is_planned_or_alleged_makes_no_value(said: list[Claim], day: date) -> None:
    unsettled = {claim.id for claim in said if claim.modality != "asserted"}
    found = state(Evidence(said), *PAIR, day).to_json()
    for line in ("missions", "envoys", "conflict", "ties", "contacts"):
        for finding in found[line]:
            assert not unsettled & set(finding["claims"])


def _codes(claim: Claim) -> list[Any]:
    """The states in the roles of a claim."""
    found: list[Any] = []
    for value in claim.roles.values():
        found += value if isinstance(value, list) else [value]
    return [str(part.get("state")) if isinstance(part, dict) else part for part in found]
