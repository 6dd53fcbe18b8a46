"""Envoys, both ways: who is in post, or that the post is vacant."""

from __future__ import annotations

from collections.abc import Sequence

from legation.model.facts import Fact
from legation.reconciliation.classes import office_class
from legation.reconciliation.findings import Finding, Question, finding_of
from legation.reconciliation.lines.subjects import code_of, grouped, on_line
from legation.reconciliation.sameness import first_name
from legation.reconciliation.timeline import timeline

_Key = tuple[str, str, str]


def envoys(facts: Sequence[Fact], asked: Question) -> list[Finding]:
    """Who represents each of the two with the other on the day asked for, as far as is known."""
    held = [fact for fact in on_line(facts, "envoy") if set(_key(fact)[:2]) == asked.pair]
    found: list[Finding] = []
    for (sender, host, office), group in sorted(grouped(held, _key).items()):
        verdict = timeline(group).on(asked.on)
        if verdict is None:
            continue
        told = verdict.holder or verdict.facts[0]
        subject = {
            "sender": sender,
            "host": host,
            "office": first_name(told.roles.get("office")) or _usual(office),
            "person": first_name(told.roles.get("person")) if verdict.holder else None,
        }
        found.append(finding_of(verdict, subject))
    return sorted(found, key=lambda finding: finding.subject["sender"] != asked.a)


def _key(fact: Fact) -> _Key:
    """Who sends, who receives, and the class of the office; a recall is by the sender."""
    return (
        code_of(fact, "sender", "by"),
        code_of(fact, "host"),
        office_class(fact.roles.get("office")),
    )


def _usual(office: str) -> str:
    return "ambassador" if office == "head of mission" else office
