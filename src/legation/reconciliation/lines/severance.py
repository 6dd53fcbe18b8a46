"""What a break of relations does to those who represent the two, and what it leaves standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.model.facts import Fact
from legation.reconciliation.asked import Question
from legation.reconciliation.authorities import (
    CONSULAR_RELATIONS,
    END_OF_FUNCTION,
    INFERENCE,
    MUTUAL_CONSENT,
    SEVERAL_STATES,
    SEVERANCE,
)
from legation.reconciliation.dating import days_of, since
from legation.reconciliation.findings import Finding, facts_once
from legation.reconciliation.rules import rule
from legation.reconciliation.verdicts import Certainty


@dataclass(frozen=True, slots=True)
class Break:
    """The last break of relations by the day: its fact, and whether relations are severed still."""

    fact: Fact
    lasting: Finding | None

    @property
    def day(self) -> int:
        """The first day on which the break may have come."""
        return days_of(self.fact.when or "").begin_earliest


def last_break(facts: Sequence[Fact], relations: Finding, asked: Question) -> Break | None:
    """The last dated break that had begun by the day; None if there was none."""
    day = asked.on.toordinal()
    breaks = [
        fact
        for fact in facts
        if (fact.kind, fact.polarity) == ("relations_severed", "affirmed")
        and fact.when
        and days_of(fact.when).begin_earliest <= day
    ]
    if not breaks:
        return None
    last = max(breaks, key=lambda fact: (days_of(fact.when or "").end_latest, fact.id))
    return Break(last, relations if relations.value == "severed" else None)


def after_the_break(
    missions: Sequence[Finding], broken: Break | None, asked: Question
) -> list[Finding]:
    """The missions as the last break of relations leaves them."""
    return [_after(mission, broken, asked) for mission in missions]


def _after(mission: Finding, broken: Break | None, asked: Question) -> Finding:
    if broken is None or mission.value != "open" or not _known_before(mission, broken, asked):
        return mission
    if mission.subject["class"] == "consulate":
        return severance_leaves_consulates(mission)
    if mission.subject["class"] != "embassy":
        return mission
    if broken.lasting:
        return severance_ends_embassies(mission, broken, broken.lasting)
    return restoration_reopens_no_embassy(mission, broken)


@rule("severance-ends-embassies", MUTUAL_CONSENT, SEVERANCE)
def severance_ends_embassies(mission: Finding, broken: Break, relations: Finding) -> Finding:
    """An embassy last known of before relations were cut is presumed closed since then; its
    premises stay protected."""
    return _ended(mission, "closed", broken, relations, "severance-ends-embassies")


@rule("restoration-reopens-no-embassy", MUTUAL_CONSENT, INFERENCE)
def restoration_reopens_no_embassy(mission: Finding, broken: Break) -> Finding:
    """An embassy last known of before a break is possibly closed still when relations are restored:
    they do not of themselves reopen it."""
    return replace(
        mission,
        value="closed",
        certainty="possible",
        since=since(broken.fact.when or ""),
        until=None,
        rules=("restoration-reopens-no-embassy", *mission.rules),
        facts=facts_once([*mission.facts, broken.fact]),
        alternatives=("open",),
    )


@rule("severance-leaves-consulates", CONSULAR_RELATIONS)
def severance_leaves_consulates(mission: Finding) -> Finding:
    """A break of diplomatic relations does not of itself close consulates."""
    return replace(mission, rules=(*mission.rules, "severance-leaves-consulates"))


@rule("severance-ends-functions", END_OF_FUNCTION, SEVERANCE)
def severance_ends_functions(
    envoys: Sequence[Finding], broken: Break | None, asked: Question
) -> list[Finding]:
    """An envoy last known of in post before relations were cut is presumed to have left it then;
    a consul is not."""
    return [
        _ended(envoy, "vacant", broken, broken.lasting, "severance-ends-functions")
        if broken
        and broken.lasting
        and (envoy.value == "in_post" and envoy.subject["class"] != "consul")
        and _known_before(envoy, broken, asked)
        else envoy
        for envoy in envoys
    ]


@rule("severance-ends-accreditations", SEVERAL_STATES, SEVERANCE)
def severance_ends_accreditations(
    accreditations: Sequence[Finding], broken: Break | None, asked: Question
) -> list[Finding]:
    """An accreditation from elsewhere last known of before relations were cut is presumed to have
    ended then."""
    return [
        _ended(each, "ended", broken, broken.lasting, "severance-ends-accreditations")
        if broken
        and broken.lasting
        and each.value == "accredited"
        and _known_before(each, broken, asked)
        else each
        for each in accreditations
    ]


def _known_before(finding: Finding, broken: Break, asked: Question) -> bool:
    """Whether what is presumed or possible rests on nothing that is later than the break."""
    if finding.certainty == "certain" or "seen-later" in finding.rules:
        return False
    if finding.since and days_of(finding.since).begin_earliest >= broken.day:
        return False
    if finding.evidence_age is None:
        return True
    return asked.on.toordinal() - finding.evidence_age < broken.day


def _ended(finding: Finding, value: str, broken: Break, relations: Finding, name: str) -> Finding:
    """The finding with the value that the break gave it, as sure as the break and as the rest."""
    sure = relations.certainty in ("certain", "presumed") and finding.certainty == "presumed"
    certainty: Certainty = "presumed" if sure else "possible"
    subject = {**finding.subject, **({"person": None} if "person" in finding.subject else {})}
    return replace(
        finding,
        subject=subject,
        value=value,
        certainty=certainty,
        since=since(broken.fact.when or ""),
        until=None,
        evidence_age=relations.evidence_age,
        rules=(name, *finding.rules, *relations.rules),
        facts=facts_once([*finding.facts, *relations.facts]),
        against=facts_once([*finding.against, *relations.against]),
        alternatives=() if sure else (finding.value,),
    )
