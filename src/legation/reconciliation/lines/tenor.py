"""The tenor of a relation: good, bad or mixed; improving, worsening or steady."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from legation.model.facts import Fact
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import days_of
from legation.reconciliation.findings import Finding, Question, age_in_words
from legation.reconciliation.lines.events import latest
from legation.reconciliation.lines.subjects import on_line
from legation.reconciliation.rules import rule


def tenor(facts: Sequence[Fact], asked: Question) -> dict[str, Any]:
    """What was last said of the tenor by the day, as a JSON object; empty where nothing was."""
    said = [fact for fact in on_line(facts, "tenor") if fact.polarity == "affirmed"]
    found = {aspect: last_said(said, aspect, asked) for aspect in ("value", "direction")}
    return {aspect: row for aspect, row in found.items() if row}


@rule("last-said", INFERENCE)
def last_said(facts: Sequence[Fact], aspect: str, asked: Question) -> dict[str, Any] | None:
    """The tenor of a relation is the last that was said of it by the day; it is presumed, and its
    age is given."""
    telling = [fact for fact in facts if fact.roles.get(aspect)]
    last: Finding | None = next(iter(latest(telling, {}, asked)), None)
    if last is None:
        return None
    here = next(fact for fact in telling if fact.claims == last.claims)
    age = asked.on.toordinal() - days_of(here.when).begin_latest if here.when else None
    return {
        "value": here.roles[aspect],
        "certainty": "possible" if last.certainty == "possible" else "presumed",
        "since": last.since,
        "evidence_age": age_in_words(age),
        "rules": ["last-said", *here.rules],
        "claims": [claim.id for claim in last.claims],
    }
