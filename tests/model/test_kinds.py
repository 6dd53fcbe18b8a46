"""The table of kinds holds together, and agrees with the contract where it lies at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from legation.model.claims import Claim, Source
from legation.model.errors import DataError
from legation.model.kinds import Kind, kind_from_row, kinds
from legation.model.parties import parties

CONTRACT = Path(__file__).resolve().parents[3] / "shared" / "evaluation" / "kinds.json"
SOURCE = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")


def row(**changes: Any) -> dict[str, Any]:
    whole = {
        "tier": "core",
        "family": "missions",
        "key": ["sender", "host"],
        "other": [],
        "symmetric": False,
        "parties": ["sender", "host"],
        "aspect": "event",
        "plover": None,
        "cameo": None,
        "fidelity": "none",
        "wikidata": None,
        "effect": None,
    }
    return whole | changes


def test_a_whole_row_is_a_kind() -> None:
    assert kind_from_row("truce", row()).roles == ("sender", "host")


@pytest.mark.parametrize(
    "changes",
    [
        {"tier": "middling"},
        {"aspect": "mood"},
        {"fidelity": "fair"},
        {"key": []},
        {"parties": ["nobody"]},
        {"fidelity": "exact"},
        {"effect": {"line": "weather"}},
        {"effect": {"line": "tie", "colour": "red"}},
        {"surplus": 1},
    ],
)
def test_a_row_that_breaks_the_schema_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(DataError, match="LG-D001"):
        kind_from_row("truce", row(**changes))


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract is not beside the repository")
def test_the_kinds_are_those_of_the_contract() -> None:
    contract = {k: v for k, v in json.loads(CONTRACT.read_text("utf-8")).items() if k[0] != "_"}
    ours = {name: _as_contract(kind) for name, kind in kinds().items()}
    assert list(ours) == list(contract)
    assert ours == contract


def _as_contract(kind: Kind) -> dict[str, Any]:
    spec: dict[str, Any] = {"tier": kind.tier, "family": kind.family, "key": list(kind.key)}
    if kind.symmetric:
        spec["symmetric"] = True
    if kind.other:
        spec["other"] = list(kind.other)
    return spec


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_a_kind_that_ends_another_names_one_that_exists(kind: Kind) -> None:
    assert kind.effect is None or kind.effect.ends is None or kind.effect.ends in kinds()


def test_a_twinned_city_lends_its_state_to_the_claim() -> None:
    places = [{"name": "Minsk", "state": "BLR"}, {"name": "Tehran", "state": "IRN"}]
    assert parties(Claim("sister_cities", {"places": places}, SOURCE)) == {"BLR", "IRN"}


def test_a_claim_of_an_unknown_kind_has_no_parties() -> None:
    assert parties(Claim("truce", {"parties": ["IRN", "IRQ"]}, SOURCE)) == frozenset()
