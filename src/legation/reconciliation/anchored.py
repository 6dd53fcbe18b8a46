"""Dates that the name of a war gives: they are known, but their document does not tell them."""

from __future__ import annotations

from dataclasses import replace

from legation.model.facts import Fact
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import days_of
from legation.reconciliation.marks import Mark
from legation.reconciliation.rules import rule
from legation.reconciliation.verdicts import Verdict


@rule("no-earlier-than-its-event", INFERENCE)
def no_earlier_than_its_event(mark: Mark) -> Mark:
    """What is told to have come about after a war, or during it, came no earlier than the year that
    the war gives, however roughly that dates it."""
    when = mark.facts[0].when or ""
    if not (mark.onset and when.endswith("~") and _anchored(mark.facts[0])):
        return mark
    first = days_of(when.removesuffix("~")).begin_earliest
    return replace(mark, earliest=first).by("no-earlier-than-its-event")


@rule("an-anchored-date-lets-one-presume", INFERENCE)
def an_anchored_date_lets_one_presume(verdict: Verdict, day: int) -> Verdict:
    """What rests on a date that only a war of that name gives is presumed and not certain: the
    document may mean another part of the war, or another war."""
    last = verdict.last
    if verdict.certainty != "certain" or last is None or not _anchored(last):
        return verdict
    return replace(
        verdict,
        certainty="presumed",
        evidence_age=max(0, day - days_of(last.when or "").begin_latest),
        rules=(*verdict.rules, "an-anchored-date-lets-one-presume"),
    )


def _anchored(fact: Fact) -> bool:
    """Whether all that dates a fact is the name of a war."""
    return bool(fact.when) and fact.bases == {"anchored"}
