"""Scoring: what agrees with a reader's claim, what answers which, what is amiss."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.model.kinds import kinds
from scoring.agreement import LEVELS, agrees
from scoring.causes import cause, placed
from scoring.dates import same_date
from scoring.judging import judge
from scoring.matching import largest, match
from scoring.samples import BESIDE, Sample, genre_of, samples
from scoring.tallies import Tally, right_dates, tally, ungrounded
from scoring.trial import claims_of

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "agreement.yaml").read_text("utf-8"))
JUDGE = BESIDE / "evaluation" / "score.py"
beside = pytest.mark.skipif(not JUDGE.is_file(), reason="no outside scorer beside the checkout")


def row(**fields: Any) -> dict[str, Any]:
    roles = {"sender": "PER", "host": "POL"}
    return {"kind": "mission_opened", "roles": roles, "when": "1969", **fields}


def told(text: str, start: int, end: int, **fields: Any) -> dict[str, Any]:
    return row(source={"start": start, "end": end, "quote": text[start:end]}, **fields)


def sample(text: str, *wanted: dict[str, Any]) -> Sample:
    return Sample(Path("page.txt"), text, "open", "en", "encyclopedia", wanted)


@pytest.mark.parametrize("case", CASES["dates"], ids=str)
def test_a_date_is_right_when_it_is_no_coarser_and_no_finer(case: dict[str, Any]) -> None:
    assert same_date(case["wanted"], case["given"]) is case["agrees"]


@pytest.mark.parametrize("case", CASES["claims"], ids=lambda case: str(case["because"]))
def test_a_claim_agrees_at_the_levels_that_its_case_names(case: dict[str, Any]) -> None:
    found = [level for level in LEVELS if agrees(case["wanted"], case["given"], level)]
    assert found == case["levels"]


def test_each_wanted_claim_is_found_once_only() -> None:
    assert match([row()], [row(), row()], "strict").pairs == {0: 0}


def test_what_can_be_paired_otherwise_makes_room() -> None:
    vague, exact = row(when=None), row(when="1969")
    assert len(match([vague, exact], [row(when="1969"), row(when="1970")], "strict").pairs) == 2


def test_what_readers_made_optional_is_neither_missed_nor_wrong() -> None:
    text = "Peru opened an embassy."
    judged = judge(sample(text, row(quote=text, optional=True)), [told(text, 0, len(text))])
    assert tally(judged, "strict") == tally(judged, "loose") == Tally()


def test_a_claim_without_its_words_is_wrong_at_every_level() -> None:
    text = "Peru opened an embassy in Warsaw."
    claim = row(source={"start": 0, "end": 4, "quote": "Lima"})
    judged = judge(sample(text, row(quote=text)), [claim])
    assert ungrounded(judged) == 1
    assert all(tally(judged, level) == Tally(1, 1, 0, 0) for level in LEVELS)


def test_the_cause_is_what_the_nearest_claim_has_otherwise() -> None:
    text = "Peru opened an embassy in 1969."
    wanted = placed(row(quote=text), text)
    whole = {"start": 0, "end": len(text), "quote": text}
    others = {
        "date": row(source=whole, when="1970"),
        "modality": row(source=whole, modality="planned"),
        "polarity": row(source=whole, polarity="denied"),
        "kind": row(source=whole, kind="mission_reopened"),
        "parties": row(source=whole, roles={"sender": "PER", "host": "NOR"}),
        "nothing near": row(source=whole, kind="war", roles={"parties": ["PER", "POL"]}),
    }
    assert {name: cause(wanted, [placed(r, text)]) for name, r in others.items()} == {
        name: name for name in others
    }
    assert cause(wanted, [placed(r, text) for r in others.values()]) == "date"
    assert cause(wanted, []) == "nothing near"


def test_dates_are_asked_of_claims_whose_parties_were_found() -> None:
    text = "Peru opened an embassy in 1969."
    wanted = [row(quote=text), row(kind="mission_closed", when="1980", quote=text)]
    judged = judge(sample(text, *wanted), [told(text, 0, len(text), when="1970")])
    assert right_dates(judged) == (0, 1)


@given(st.lists(st.lists(st.integers(0, 5), max_size=4), max_size=6))
def test_a_largest_matching_takes_each_end_once_and_cannot_be_made_larger(
    edges: list[list[int]],
) -> None:
    pairs = largest(edges)
    assert all(end in edges[place] for place, end in pairs.items())
    assert len(set(pairs.values())) == len(pairs) == best(edges)


def best(edges: list[list[int]], taken: frozenset[int] = frozenset()) -> int:
    """The size of a largest matching, by trying all."""
    if not edges:
        return 0
    rest = [1 + best(edges[1:], taken | {end}) for end in set(edges[0]) - taken]
    return max([best(edges[1:], taken), *rest])


@pytest.mark.parametrize("name", ["open", "aside"])
def test_every_sample_names_kinds_that_there_are(name: str) -> None:
    named = {wanted["kind"] for one in samples(name) for wanted in one.wanted}
    assert named <= kinds().keys()


def test_a_genre_is_told_by_the_name_or_by_the_manifest() -> None:
    assert genre_of("us-mongolia-recognition-relations") == "us"
    assert genre_of("ogaden-war-history") == "history"
    assert genre_of("bangladesh-bhutan") == "encyclopedia"


@cache
def outside() -> Any:
    """The outside scorer as a module."""
    spec = importlib.util.spec_from_file_location("outside_scorer", JUDGE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def theirs(one: Sample, claims: list[dict[str, Any]]) -> dict[str, tuple[int, ...]]:
    """What the outside scorer counts: wanted, given and hits of each level and tier."""
    report = outside().Report()
    outside().score_document(one.path.stem, one.text, list(one.wanted), claims, report, "en")
    counts = {"strict": report.strict, "loose": report.loose}
    return {
        f"{level} {tier}": (
            found["all", tier].gold,
            found["all", tier].predicted,
            found["all", tier].hits,
        )
        for level, found in counts.items()
        for tier in ("core", "wide")
    }


def ours(one: Sample, claims: list[dict[str, Any]]) -> dict[str, tuple[int, ...]]:
    judged = judge(one, claims)
    counts: dict[str, tuple[int, ...]] = {}
    for level in LEVELS:
        for tier in ("core", "wide"):
            counted = tally((j for j in judged if j.tier == tier), level)
            assert counted.found == counted.right
            counts[f"{level} {tier}"] = (counted.wanted, counted.given, counted.found)
    return counts


@beside
@pytest.mark.parametrize("one", samples("evaluation"), ids=lambda one: str(one.path.stem))
def test_our_counts_are_those_of_the_outside_scorer(one: Sample) -> None:
    claims = [dict(claim) for claim in claims_of(one)]
    assert ours(one, claims) == theirs(one, claims)


def changes(claim: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A reader's claim as an extraction might have it otherwise."""
    when, roles = claim.get("when"), claim["roles"]
    yield claim
    yield {**claim, "when": None}
    yield {**claim, "when": (when or "1990")[:4]}
    yield {**claim, "when": f"{(when or '1990')[:4]}/.."}
    yield {**claim, "polarity": "denied"}
    yield {**claim, "modality": "planned"}
    yield {**claim, "roles": dict(list(roles.items())[1:])}
    yield {**claim, "kind": "mission_reopened", "roles": {**roles, "host": "United Nations"}}
    yield {**claim, "source": {"start": 0, "end": 1, "quote": ""}}


@beside
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_claims_that_readers_might_have_put_otherwise_are_counted_alike(
    data: st.DataObject,
) -> None:
    one = data.draw(st.sampled_from(samples("open")))
    claims = []
    for wanted in data.draw(st.lists(st.sampled_from(one.wanted), max_size=12)):
        source = {"start": 0, "end": 5, "quote": one.text[:5]}
        claim = deepcopy({**wanted, "source": source})
        claims.append(data.draw(st.sampled_from(list(changes(claim)))))
    assert ours(one, claims) == theirs(one, claims)
