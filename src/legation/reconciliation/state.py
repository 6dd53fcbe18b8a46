"""The state of the relation between two parties on a day, with the reasons for all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from legation.model.claims import Claim
from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.reconciliation.asked import Question
from legation.reconciliation.between import Between
from legation.reconciliation.drawing import Group
from legation.reconciliation.finding_ids import identified
from legation.reconciliation.findings import Finding
from legation.reconciliation.lines.conflict import conflict
from legation.reconciliation.lines.contacts import contacts
from legation.reconciliation.lines.envoys import envoys
from legation.reconciliation.lines.missions import (
    accreditations,
    missions,
    own_embassy_replaces_accreditation,
)
from legation.reconciliation.lines.relations import Representation, relations
from legation.reconciliation.lines.severance import (
    after_the_break,
    last_break,
    severance_ends_accreditations,
    severance_ends_functions,
)
from legation.reconciliation.lines.succession import undated_words_are_of_states_that_are
from legation.reconciliation.lines.tenor import tenor
from legation.reconciliation.lines.ties import shared_memberships, ties
from legation.reconciliation.memberships import Memberships

LINES = ("missions", "accreditations", "envoys", "conflict", "ties", "contacts")
"""The lines of a state beside relations and tenor, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class RelationState:
    """All that is known of a relation on a day; `relations` is always told, the rest if known.

    `lines` holds the findings of each of LINES; `unknown` those of any line of which there is
    evidence that does not reach the day; `unsettled` the claims that are only alleged or planned:
    none of them makes a value. `predecessors` are the states of relations of those whose heirs
    the two are, each with the last day on which it could be asked.
    """

    asked: Question
    as_of: str | None
    relations: Finding
    lines: Mapping[str, tuple[Finding, ...]]
    tenor: tuple[Finding, ...]
    unknown: tuple[Finding, ...]
    unsettled: tuple[Claim, ...]
    predecessors: tuple[tuple[RelationState, str], ...] = ()

    @property
    def findings(self) -> Iterator[Finding]:
        """Every finding: relations, the lines, the tenor, then what is unknown."""
        yield self.relations
        for line in LINES:
            yield from self.lines[line]
        yield from self.tenor
        yield from self.unknown

    def to_json(self) -> dict[str, Any]:
        """The state as the JSON object of its contract."""
        return {
            "a": self.asked.a,
            "b": self.asked.b,
            "on": self.asked.on.isoformat(),
            "as_of": self.as_of,
            "relations": self.relations.to_json(),
            **{line: [finding.to_json() for finding in self.lines[line]] for line in LINES},
            "tenor": {finding.subject["aspect"]: finding.to_json() for finding in self.tenor},
            "unknown": [finding.to_json() for finding in self.unknown],
            "predecessors": [
                {"until": until, "rules": ["told-of-a-predecessor"], **before.to_json()}
                for before, until in self.predecessors
            ],
            "claims_planned": self._unsettled("planned"),
            "claims_alleged": self._unsettled("alleged"),
        }

    def _unsettled(self, modality: str) -> list[str]:
        return [claim.id for claim in self.unsettled if claim.modality == modality]


def state_of(
    told: Between, held: tuple[Memberships, Memberships], asked: Question, as_of: str | None
) -> RelationState:
    """The state of a relation on the day asked for, from what is told between the two and of the
    memberships of either."""
    bearing, dated = (facts for _, facts in asked.lines.sorted(told.facts, _bearing))
    aside = undated_words_are_of_states_that_are(bearing, asked)
    known = dated if aside else bearing
    lines: dict[str, Sequence[Finding]] = {"conflict": conflict(known, asked)}
    posts, sent = missions(known, asked), envoys(known, asked)
    covered = own_embassy_replaces_accreditation(accreditations(known, asked), posts)
    base = relations(known, Representation(posts, sent, covered), lines["conflict"], asked)
    broken = last_break(known, base, asked)
    lines |= {
        "missions": after_the_break(posts, broken, asked),
        "accreditations": severance_ends_accreditations(covered, broken, asked),
        "envoys": severance_ends_functions(sent, broken, asked),
        "ties": [*ties(known, asked), *shared_memberships(*held, asked)],
        "contacts": contacts(known, asked),
        "tenor": tenor(known, asked),
    }
    named = {line: identified(line, found, asked) for line, found in lines.items()}
    unknown = [f for found in named.values() for f in found if f.value == "unknown"]
    rest = {line: tuple(f for f in found if f.value != "unknown") for line, found in named.items()}
    return RelationState(
        asked=asked,
        as_of=as_of,
        relations=identified("relations", [base], asked)[0],
        lines={line: rest[line] for line in LINES},
        tenor=rest["tenor"],
        unknown=(*unknown, *_set_aside(aside, asked)),
        unsettled=tuple(told.unsettled),
    )


def _bearing(facts: Sequence[Fact]) -> list[Group]:
    """The facts of kinds that have an effect, and those of them that have a date."""
    bearing = [fact for fact in facts if kinds()[fact.kind].effect]
    return [("all", bearing), ("dated", [fact for fact in bearing if fact.when])]


def _set_aside(facts: Sequence[Fact], asked: Question) -> tuple[Finding, ...]:
    """What is told without a date, of a day on which the two were not both there."""
    if not facts:
        return ()
    rules = ("undated-words-are-of-states-that-are",)
    return identified("undated", [Finding({}, "unknown", rules=rules, facts=tuple(facts))], asked)
