"""Diplomatic relations: established, severed, recognised, none, or unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model.facts import Fact
from legation.reconciliation.dating import days_of
from legation.reconciliation.findings import Finding, Question
from legation.reconciliation.lines.subjects import code_of, found_on, grouped, on_line
from legation.reconciliation.rules import rule


def relations(facts: Sequence[Fact], missions: Sequence[Finding], asked: Question) -> Finding:
    """Whether the two have relations on the day; a value of 'unknown' where nothing tells."""
    found = found_on(on_line(facts, "relations"), {}, asked)
    base = found[0] if found else recognised_without_relations(facts, asked)
    return embassy_implies_relations(base, missions) or base or Finding({}, "unknown")


@rule("recognised-without-relations")
def recognised_without_relations(facts: Sequence[Fact], asked: Question) -> Finding | None:
    """Where no more is known, one's recognition of the other is the state of their relations."""
    ways = grouped(on_line(facts, "recognition"), lambda fact: code_of(fact, "recognizer"))
    each = [finding for way in ways.values() for finding in found_on(way, {}, asked)]
    if not each:
        return None
    best = max(each, key=lambda finding: (finding.value == "recognised", finding.since or ""))
    return replace(best, rules=("recognised-without-relations", *best.rules))


@rule("embassy-implies-relations")
def embassy_implies_relations(base: Finding | None, missions: Sequence[Finding]) -> Finding | None:
    """An embassy that is open lets one presume relations, where nothing is known of them, or
    where it was opened for sure after they were cut."""
    embassies = [m for m in missions if m.value == "open" and m.subject["class"] == "embassy"]
    telling = [m for m in embassies if base is None or _outweighs(m, base)]
    if not telling:
        return None
    best = min(telling, key=lambda finding: finding.certainty or "")
    return replace(
        best,
        subject={},
        value="established",
        certainty="possible" if best.certainty == "possible" else "presumed",
        until=None,
        rules=("embassy-implies-relations", *best.rules),
        disputed=base.claims if base and base.value != "recognised" else (),
        alternatives=(),
    )


def _outweighs(embassy: Finding, base: Finding) -> bool:
    if base.value == "recognised":
        return True
    if base.value not in ("severed", "none") or not (embassy.since and base.since):
        return False
    return days_of(embassy.since).begin_earliest > days_of(base.since).end_latest
