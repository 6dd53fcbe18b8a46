"""Diplomatic relations: established, severed, recognised, none, or unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.model.facts import Fact
from legation.reconciliation.asked import Question
from legation.reconciliation.authorities import INFERENCE, MUTUAL_CONSENT, RECOGNITION, SEVERANCE
from legation.reconciliation.dating import days_of
from legation.reconciliation.findings import Finding, facts_once
from legation.reconciliation.lines.implications import implied_relations
from legation.reconciliation.lines.subjects import code_of, found_on, grouped, on_line
from legation.reconciliation.rules import rule


@dataclass(frozen=True, slots=True)
class Representation:
    """How the two are represented with each other on the day, from which relations follow."""

    missions: Sequence[Finding]
    envoys: Sequence[Finding]
    accreditations: Sequence[Finding]

    def open(self, name: str) -> list[Finding]:
        """The missions of a class that are open."""
        return [m for m in self.missions if (m.subject["class"], m.value) == (name, "open")]


def relations(
    facts: Sequence[Fact], seen: Representation, wars: Sequence[Finding], asked: Question
) -> Finding:
    """Whether the two have relations on the day; a value of 'unknown' where nothing tells."""
    base = next(iter(found_on(on_line(facts, "relations"), {}, asked)), None)
    embassies = seen.open("embassy")
    if base is None or base.value in ("unknown", "recognised") or _only_possible(base):
        base = _as_implied(base, facts, seen, asked)
    base = embassy_after_a_break_casts_doubt(
        embassy_after_a_break_confirms_the_restoration(base, embassies), embassies
    )
    return a_war_severs_nothing(
        an_interests_section_is_no_embassy(base, seen.open("interests section")), wars
    )


def _only_possible(base: Finding) -> bool:
    """Whether relations are told of, but not of this day, and nothing speaks against them."""
    return (base.value, base.certainty, base.alternatives) == ("established", "possible", ())


def _as_implied(
    base: Finding | None, facts: Sequence[Fact], seen: Representation, asked: Question
) -> Finding:
    """What the two's representation implies, where it tells more than what is said of relations."""
    ruled_out = _yet_to_begin(facts, asked)
    ways = (seen.open("embassy"), seen.envoys, seen.accreditations)
    known = [[way for way in each if way.since or not ruled_out] for each in ways]
    implied = implied_relations(*known)
    if base is not None and base.value == "established":
        stronger = implied is not None and implied.certainty == "presumed"
        return implied if implied and stronger else base
    told = recognised_without_relations(facts, asked)
    return implied or told or base or Finding({}, "unknown")


def _yet_to_begin(facts: Sequence[Fact], asked: Question) -> bool:
    """Whether a date is known, after the day asked for, on which relations were established."""
    return any(
        days_of(fact.when).begin_earliest > asked.on.toordinal()
        for fact in facts
        if fact.kind == "relations_established" and fact.when and fact.polarity == "affirmed"
    )


@rule("recognised-without-relations", RECOGNITION)
def recognised_without_relations(facts: Sequence[Fact], asked: Question) -> Finding | None:
    """Recognition is not relations: where no more is known, one's recognition of the other is the
    state of their relations."""
    ways = grouped(on_line(facts, "recognition"), lambda fact: code_of(fact, "recognizer"))
    each = [finding for way in ways.values() for finding in found_on(way, {}, asked)]
    if not each:
        return None
    best = max(each, key=lambda finding: (finding.value == "recognised", finding.since or ""))
    return replace(best, rules=("recognised-without-relations", *best.rules))


@rule("embassy-after-a-break-casts-doubt", MUTUAL_CONSENT, INFERENCE)
def embassy_after_a_break_casts_doubt(base: Finding, embassies: Sequence[Finding]) -> Finding:
    """An embassy opened for sure after relations were cut leaves it only possible that they still
    are; it does not restore them."""
    later = [embassy for embassy in embassies if _opened_after(embassy, base)]
    if not later or base.value not in ("severed", "none"):
        return base
    return replace(
        base,
        certainty="possible",
        rules=("embassy-after-a-break-casts-doubt", *base.rules),
        against=facts_once([*base.against, *(fact for each in later for fact in each.facts)]),
        alternatives=("established",),
    )


@rule("embassy-after-a-break-confirms-the-restoration", MUTUAL_CONSENT, INFERENCE)
def embassy_after_a_break_confirms_the_restoration(
    base: Finding, embassies: Sequence[Finding]
) -> Finding:
    """A restoration of no clear date lets one presume relations once an embassy has been opened
    for sure after every break that is told of."""
    told = facts_once([*base.facts, *base.against])
    breaks = [days_of(f.when).end_latest for f in told if f.kind == "relations_severed" and f.when]
    returns = [fact for fact in told if fact.kind == "relations_restored"]
    either = {base.value, *base.alternatives} == {"established", "severed"}
    if not (either and breaks and returns):
        return base
    sure = [embassy for embassy in embassies if embassy.since and embassy.certainty != "possible"]
    later = [e for e in sure if e.since and days_of(e.since).begin_earliest > max(breaks)]
    if not later:
        return base
    return Finding(
        subject=base.subject,
        value="established",
        certainty="presumed",
        since=base.since if base.value == "established" else None,
        rules=("embassy-after-a-break-confirms-the-restoration", *base.rules),
        facts=facts_once([*returns, *(fact for each in later for fact in each.facts)]),
        against=tuple(fact for fact in told if fact not in returns),
    )


@rule("an-interests-section-is-no-embassy", SEVERANCE)
def an_interests_section_is_no_embassy(base: Finding, sections: Sequence[Finding]) -> Finding:
    """An interests section, under the flag of a protecting power, is what remains without
    relations: it neither implies nor restores them."""
    if not sections or base.value == "established":
        return base
    return replace(base, rules=(*base.rules, "an-interests-section-is-no-embassy"))


@rule("a-war-severs-nothing", SEVERANCE)
def a_war_severs_nothing(base: Finding, wars: Sequence[Finding]) -> Finding:
    """A war between two states does not of itself break off their relations; for that one of them
    has to say so."""
    ongoing = [war for war in wars if (war.subject["kind"], war.value) == ("war", "ongoing")]
    if not ongoing or base.value != "established":
        return base
    return replace(base, rules=(*base.rules, "a-war-severs-nothing"))


def _opened_after(embassy: Finding, base: Finding) -> bool:
    if not (embassy.since and base.since):
        return False
    return days_of(embassy.since).begin_earliest > days_of(base.since).end_latest
