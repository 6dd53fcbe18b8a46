"""The state of the relation between two parties on a day, with the reasons for all of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from legation.entities import states
from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.model.parties import parties
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.facts import facts
from legation.reconciliation.findings import Finding, Question
from legation.reconciliation.lines.conflict import conflict
from legation.reconciliation.lines.contacts import contacts
from legation.reconciliation.lines.envoys import envoys
from legation.reconciliation.lines.missions import (
    accreditations,
    missions,
    own_embassy_replaces_accreditation,
)
from legation.reconciliation.lines.relations import a_break_casts_doubt_on_embassies, relations
from legation.reconciliation.lines.tenor import tenor
from legation.reconciliation.lines.ties import ties
from legation.reconciliation.rules import rule


@dataclass(frozen=True, slots=True)
class RelationState:
    """All that is known of a relation on a day; `relations` is always told, the rest if known.

    `unsettled` holds the claims that are only alleged or planned: none of them makes a value.
    """

    asked: Question
    as_of: str | None
    relations: Finding
    missions: tuple[Finding, ...]
    accreditations: tuple[Finding, ...]
    envoys: tuple[Finding, ...]
    conflict: tuple[Finding, ...]
    ties: tuple[Finding, ...]
    contacts: tuple[Finding, ...]
    tenor: dict[str, Any]
    unsettled: tuple[Claim, ...]

    def to_json(self) -> dict[str, Any]:
        """The state as the JSON object of its contract."""
        return {
            "a": self.asked.a,
            "b": self.asked.b,
            "on": self.asked.on.isoformat(),
            "as_of": self.as_of,
            "relations": self.relations.to_json(),
            "missions": [finding.to_json() for finding in self.missions],
            "accreditations": [finding.to_json() for finding in self.accreditations],
            "envoys": [finding.to_json() for finding in self.envoys],
            "conflict": [finding.to_json() for finding in self.conflict],
            "ties": [finding.to_json() for finding in self.ties],
            "contacts": [finding.to_json() for finding in self.contacts],
            "tenor": self.tenor,
            "claims_planned": self._unsettled("planned"),
            "claims_alleged": self._unsettled("alleged"),
        }

    def _unsettled(self, modality: str) -> list[str]:
        return [claim.id for claim in self.unsettled if claim.modality == modality]


def state(
    evidence: Evidence,
    a: str,
    b: str,
    on: date,
    as_of: str | None = None,
) -> RelationState:
    """The state of the relation of `a` and `b`, by their codes, on a day, from what is claimed.

    Claims on others than the two mean nothing here, nor does the order of any. `as_of` is told
    as it is given: whoever chose the evidence knows as of when.

    >>> state(Evidence([]), "IRQ", "BLR", date(2012, 6, 1)).relations.value
    'unknown'
    """
    asked = Question(a, b, on)
    telling = about_the_two(evidence.claims, asked)
    found = facts(replace(evidence, claims=telling))
    known = undated_words_are_of_states_that_are(found, asked)
    posts = missions(known, asked)
    base = relations(known, posts, asked)
    unsettled = sorted(
        (c for c in telling if c.modality != "asserted" and asked.pair <= parties(c)),
        key=lambda c: c.id,
    )
    return RelationState(
        asked=asked,
        as_of=as_of,
        relations=base,
        missions=tuple(a_break_casts_doubt_on_embassies(posts, base, asked)),
        accreditations=tuple(
            own_embassy_replaces_accreditation(accreditations(known, asked), posts)
        ),
        envoys=tuple(envoys(known, asked)),
        conflict=tuple(conflict(known, asked)),
        ties=tuple(ties(known, asked)),
        contacts=tuple(contacts(known, asked)),
        tenor=tenor(known, asked),
        unsettled=tuple(unsettled),
    )


@rule("about-the-two", INFERENCE)
def about_the_two(claims: Iterable[Claim], asked: Question) -> list[Claim]:
    """A claim bears on two states if both are among its parties; a membership, if one is its
    member. Each claim counts once."""
    found = {}
    for claim in claims:
        kind = kinds().get(claim.kind)
        if kind is None or kind.effect is None:
            continue
        about = parties(claim)
        if asked.pair <= about or (kind.effect.line == "membership" and asked.pair & about):
            found[claim.id] = claim
    return list(found.values())


@rule("undated-words-are-of-states-that-are", INFERENCE)
def undated_words_are_of_states_that_are(known: list[Fact], asked: Question) -> list[Fact]:
    """What is said without a date is said of no day before either of the two was a state."""
    starts = [known_state.start for code in asked.pair if (known_state := states().get(code))]
    if asked.on.year >= max((year for year in starts if year), default=0):
        return known
    return [fact for fact in known if fact.when]
