"""How far evidence reaches: forward to its horizon, and no further than what was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.findings import Finding
from legation.reconciliation.marks import Mark
from legation.reconciliation.presents import UNKNOWN as UNKNOWN_PRESENT
from legation.reconciliation.presents import Presents
from legation.reconciliation.rules import rule
from legation.reconciliation.verdicts import UNKNOWN, Verdict

PRESUPPOSED_DAYS = 3653
"""How far back a change, or a word of no date, lets us suppose what was before: ten years."""

Judged = TypeVar("Judged", Verdict, Finding)

_GRACE = 366
"""How long after its recording, in days, evidence still lets something be presumed."""

_DAYS_A_YEAR = 365.2425


def faded(verdict: Verdict, last: Mark, age: int | None = None) -> Verdict:
    """A verdict that rests on old evidence, as far as evidence of its kind reaches; `last` is the
    mark that gives its value, `age` in days how old it is for sure, where it may be younger than
    the verdict tells."""
    return _faded(verdict, last.facts[0].kind, verdict.evidence_age if age is None else age)


@rule("no-older-than-their-reading", INFERENCE)
def no_older_than_their_reading(
    verdict: Verdict, spoken: Sequence[Mark], presents: Presents, day: int
) -> Verdict | None:
    """Words of no date that tell what is, or what has not been until now, may be as young as the
    reading of their document, and grow too old only from then on."""
    read = _read([fact for mark in spoken for fact in mark.facts], presents)
    if read is None:
        return None
    told = replace(verdict, rules=(*verdict.rules, "no-older-than-their-reading"))
    return faded(told, spoken[0], max(0, day - read))


def faded_finding(
    finding: Finding, kind: str, spoken: Sequence[Fact], presents: Presents, day: int
) -> Finding:
    """A finding that rests on old evidence, as far as evidence of a kind reaches; `spoken` are the
    facts behind it that tell what is, or what has been until now."""
    read = _read(spoken, presents)
    if read is None:
        return _faded(finding, kind, finding.evidence_age)
    told = replace(finding, rules=(*finding.rules, "no-older-than-their-reading"))
    return _faded(told, kind, max(0, day - read))


def _read(facts: Sequence[Fact], presents: Presents) -> int | None:
    """The last day on which a document of no date behind the facts was read; None if none was."""
    documents = {id_ for fact in facts for id_ in fact.documents}
    undated = (presents[id_] for id_ in documents if id_ in presents)
    read = (present.recorded for present in undated if present.dated is None)
    return max((day for day in read if day is not None), default=None)


def _faded(found: Judged, kind: str, age: int | None) -> Judged:
    effect = kinds()[kind].effect
    horizon = effect.fades if effect and found.value != "ended" else None
    if not horizon or age is None or found.evidence_age is None:
        return found
    years = age / _DAYS_A_YEAR
    if years > 2 * horizon:
        return too_old_to_tell(found)
    return too_old_to_presume(found) if years > horizon else found


@rule("too-old-to-presume", INFERENCE)
def too_old_to_presume(found: Judged) -> Judged:
    """Beyond the horizon of its kind evidence lets nothing be presumed: a value is then only
    possible, and its age is told."""
    return replace(found, certainty="possible", rules=(*found.rules, "too-old-to-presume"))


@rule("too-old-to-tell", INFERENCE)
def too_old_to_tell(found: Judged) -> Judged:
    """Beyond twice the horizon of its kind evidence tells nothing any more: what was then is
    unknown now, and its age is told."""
    return replace(
        found,
        value=UNKNOWN,
        certainty=None,
        since=None,
        until=None,
        rules=(*found.rules, "too-old-to-tell"),
        alternatives=(),
    )


@rule("beyond-the-record", INFERENCE)
def beyond_the_record(verdict: Verdict, presents: Presents, day: int) -> Verdict:
    """More than a year after the last of its documents was recorded a value is only possible: what
    has happened since nobody has told."""
    if verdict.certainty != "presumed":
        return verdict
    documents = {id_ for fact in verdict.facts for id_ in fact.documents}
    recorded = [presents.get(id_, UNKNOWN_PRESENT).recorded for id_ in documents]
    known = [at for at in recorded if at is not None]
    if not known or day - max(known) <= _GRACE:
        return verdict
    return replace(verdict, certainty="possible", rules=(*verdict.rules, "beyond-the-record"))
