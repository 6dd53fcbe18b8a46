"""The state of the relation between two parties on a day, with the reasons for all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.model.parties import pairs, parties
from legation.reconciliation.facts import facts
from legation.reconciliation.finding_ids import identified
from legation.reconciliation.findings import Finding, Question
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
from legation.reconciliation.lines.succession import (
    told_of_a_predecessor,
    undated_words_are_of_states_that_are,
)
from legation.reconciliation.lines.tenor import tenor
from legation.reconciliation.lines.ties import ties
from legation.reconciliation.presents import Presents, presents

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


def state(
    evidence: Evidence,
    a: str,
    b: str,
    on: date,
    as_of: str | None = None,
) -> RelationState:
    """The state of the relation of `a` and `b`, by their codes, on a day, from what is claimed.

    Claims on others than the two, and those before them, mean nothing here, nor does the order of
    any. `as_of` is told as it is given: whoever chose the evidence knows as of when.

    >>> state(Evidence([]), "IRQ", "BLR", date(2012, 6, 1)).relations.value
    'unknown'
    """
    return Dossier(evidence, a, b).on(on, as_of)


class Dossier:
    """What is claimed of two parties, made ready for any number of days to be asked of it.

    The facts do not hang on the day: they are made once, when the first is asked.

    >>> Dossier(Evidence([]), "IRQ", "BLR").on(date(2012, 6, 1)).relations.value
    'unknown'
    """

    def __init__(self, evidence: Evidence, a: str, b: str) -> None:
        self.evidence, self.a, self.b = evidence, a, b
        self._ready: dict[frozenset[str], _Ready] = {}

    def on(self, day: date, as_of: str | None = None) -> RelationState:
        """The state of the relation on a day; as `state` tells it."""
        found = self._state(Question(self.a, self.b, day), as_of)
        before = tuple(
            (self._state(asked, as_of), until)
            for asked, until in told_of_a_predecessor(found.asked)
            if tuple(sorted(asked.pair)) in self._told
        )
        return replace(found, predecessors=before)

    @cached_property
    def _told(self) -> frozenset[tuple[str, str]]:
        return frozenset(pair for claim in self.evidence.claims for pair in pairs(claim))

    def _state(self, asked: Question, as_of: str | None) -> RelationState:
        if asked.pair not in self._ready:
            self._ready[asked.pair] = _Ready.of(self.evidence, asked)
        ready = self._ready[asked.pair]
        asked = replace(asked, presents=ready.presents)
        aside = undated_words_are_of_states_that_are(ready.facts, asked)
        known = [fact for fact in ready.facts if fact not in aside] if aside else ready.facts
        return _of_facts(known, aside, ready.telling, asked, as_of)


@dataclass(frozen=True, slots=True)
class _Ready:
    """The claims that bear on two parties, the facts they come to, and when they were told."""

    telling: Sequence[Claim]
    facts: list[Fact]
    presents: Presents

    @classmethod
    def of(cls, evidence: Evidence, asked: Question) -> _Ready:
        telling = about_the_two(evidence.claims, asked)
        known = facts(replace(evidence, claims=telling))
        return cls(telling, known, presents(telling, evidence.sources))


def about_the_two(claims: Iterable[Claim], asked: Question) -> list[Claim]:
    """The claims that bear on the two, each once: both are parties, or one is the member of an
    organisation."""
    found = {}
    for claim in claims:
        kind = kinds().get(claim.kind)
        if kind is None or kind.effect is None:
            continue
        about = parties(claim)
        if asked.pair <= about or (kind.effect.line == "membership" and asked.pair & about):
            found[claim.id] = claim
    return list(found.values())


def _of_facts(
    known: Sequence[Fact],
    aside: Sequence[Fact],
    telling: Sequence[Claim],
    asked: Question,
    as_of: str | None,
) -> RelationState:
    lines: dict[str, Sequence[Finding]] = {"conflict": conflict(known, asked)}
    posts, held = missions(known, asked), envoys(known, asked)
    covered = own_embassy_replaces_accreditation(accreditations(known, asked), posts)
    base = relations(known, Representation(posts, held, covered), lines["conflict"], asked)
    broken = last_break(known, base, asked)
    lines |= {
        "missions": after_the_break(posts, broken, asked),
        "accreditations": severance_ends_accreditations(covered, broken, asked),
        "envoys": severance_ends_functions(held, broken, asked),
        "ties": ties(known, asked),
        "contacts": contacts(known, asked),
        "tenor": tenor(known, asked),
    }
    named = {line: identified(line, found, asked) for line, found in lines.items()}
    unknown = [f for found in named.values() for f in found if f.value == "unknown"]
    told = {line: tuple(f for f in found if f.value != "unknown") for line, found in named.items()}
    return RelationState(
        asked=asked,
        as_of=as_of,
        relations=identified("relations", [base], asked)[0],
        lines={line: told[line] for line in LINES},
        tenor=told["tenor"],
        unknown=(*unknown, *_set_aside(aside, asked)),
        unsettled=_unsettled(telling, asked),
    )


def _set_aside(facts: Sequence[Fact], asked: Question) -> tuple[Finding, ...]:
    """What is told without a date, of a day on which the two were not both there."""
    if not facts:
        return ()
    rules = ("undated-words-are-of-states-that-are",)
    return identified("undated", [Finding({}, "unknown", rules=rules, facts=tuple(facts))], asked)


def _unsettled(telling: Sequence[Claim], asked: Question) -> tuple[Claim, ...]:
    found = [c for c in telling if c.modality != "asserted" and asked.pair <= parties(c)]
    return tuple(sorted(found, key=lambda claim: claim.id))
