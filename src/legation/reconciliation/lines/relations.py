"""Diplomatic relations: established, severed, recognised, none, or unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model.facts import Fact
from legation.reconciliation.authorities import INFERENCE, MUTUAL_CONSENT, RECOGNITION, SEVERANCE
from legation.reconciliation.dating import days_of
from legation.reconciliation.findings import Finding, Question
from legation.reconciliation.lines.subjects import code_of, found_on, grouped, on_line
from legation.reconciliation.rules import rule


def relations(facts: Sequence[Fact], missions: Sequence[Finding], asked: Question) -> Finding:
    """Whether the two have relations on the day; a value of 'unknown' where nothing tells."""
    found = found_on(on_line(facts, "relations"), {}, asked)
    base = found[0] if found else recognised_without_relations(facts, asked)
    embassies = [m for m in missions if m.value == "open" and m.subject["class"] == "embassy"]
    if base is None or base.value == "recognised":
        embassies = [e for e in embassies if e.since or not _yet_to_begin(facts, asked)]
        return embassy_implies_relations(embassies) or base or Finding({}, "unknown")
    return embassy_after_a_break_casts_doubt(
        embassy_after_a_break_confirms_the_restoration(base, embassies), embassies
    )


def _yet_to_begin(facts: Sequence[Fact], asked: Question) -> bool:
    """Whether a date is known, after the day asked for, on which relations were established."""
    return any(
        days_of(fact.when).begin_earliest > asked.on.toordinal()
        for fact in facts
        if fact.kind == "relations_established" and fact.when and fact.polarity == "affirmed"
    )


@rule("recognised-without-relations", RECOGNITION)
def recognised_without_relations(facts: Sequence[Fact], asked: Question) -> Finding | None:
    """Where no more is known, one's recognition of the other is the state of their relations."""
    ways = grouped(on_line(facts, "recognition"), lambda fact: code_of(fact, "recognizer"))
    each = [finding for way in ways.values() for finding in found_on(way, {}, asked)]
    if not each:
        return None
    best = max(each, key=lambda finding: (finding.value == "recognised", finding.since or ""))
    return replace(best, rules=("recognised-without-relations", *best.rules))


@rule("embassy-implies-relations", MUTUAL_CONSENT)
def embassy_implies_relations(embassies: Sequence[Finding]) -> Finding | None:
    """An embassy that is open lets one presume relations, where no more is known of them."""
    if not embassies:
        return None
    best = min(embassies, key=lambda finding: finding.certainty or "")
    return replace(
        best,
        subject={},
        value="established",
        certainty="possible" if all(e.certainty == "possible" for e in embassies) else "presumed",
        until=None,
        rules=("embassy-implies-relations", *best.rules),
        alternatives=(),
    )


@rule("embassy-after-a-break-casts-doubt", MUTUAL_CONSENT, INFERENCE)
def embassy_after_a_break_casts_doubt(base: Finding, embassies: Sequence[Finding]) -> Finding:
    """An embassy opened for sure after relations were cut leaves it only possible that they still
    are; it does not restore them."""
    later = [embassy for embassy in embassies if _opened_after(embassy, base)]
    if not later or base.value not in ("severed", "none"):
        return base
    against = {claim.id: claim for embassy in later for claim in embassy.claims}
    return replace(
        base,
        certainty="possible",
        rules=("embassy-after-a-break-casts-doubt", *base.rules),
        disputed=tuple(against[id_] for id_ in sorted(against)),
        alternatives=("established",),
    )


@rule("embassy-after-a-break-confirms-the-restoration", MUTUAL_CONSENT, INFERENCE)
def embassy_after_a_break_confirms_the_restoration(
    base: Finding, embassies: Sequence[Finding]
) -> Finding:
    """A restoration of no clear date lets one presume relations once an embassy has been opened
    after every break that is told of."""
    against = [days_of(claim.when).end_latest for claim in base.disputed if claim.when]
    if (base.value, base.alternatives) != ("established", ("severed",)) or not against:
        return base
    later = [e for e in embassies if e.since and days_of(e.since).begin_earliest > max(against)]
    if not later:
        return base
    told = {claim.id: claim for finding in (base, *later) for claim in finding.claims}
    return replace(
        base,
        certainty="presumed",
        rules=("embassy-after-a-break-confirms-the-restoration", *base.rules),
        claims=tuple(told[id_] for id_ in sorted(told)),
        alternatives=(),
    )


@rule("a-break-casts-doubt-on-embassies", SEVERANCE)
def a_break_casts_doubt_on_embassies(
    missions: Sequence[Finding], relations: Finding, asked: Question
) -> list[Finding]:
    """An embassy last known of before relations were cut is not presumed open after it: it is only
    possible that it still is."""
    return [_doubted(mission, relations, asked) for mission in missions]


def _doubted(mission: Finding, relations: Finding, asked: Question) -> Finding:
    if mission.evidence_age is None or not relations.since or relations.value != "severed":
        return mission
    last_known = asked.on.toordinal() - mission.evidence_age
    embassy = (mission.subject["class"], mission.value) == ("embassy", "open")
    if not embassy or last_known >= days_of(relations.since).begin_earliest:
        return mission
    against = {claim.id: claim for claim in (*mission.disputed, *relations.claims)}
    return replace(
        mission,
        certainty="possible",
        rules=("a-break-casts-doubt-on-embassies", *mission.rules),
        disputed=tuple(against[id_] for id_ in sorted(against)),
        alternatives=tuple(sorted({*mission.alternatives, "closed"})),
    )


def _opened_after(embassy: Finding, base: Finding) -> bool:
    if not (embassy.since and base.since):
        return False
    return days_of(embassy.since).begin_earliest > days_of(base.since).end_latest
