"""What is known of two parties, made ready for any number of days to be asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from legation.model.evidence import Evidence
from legation.reconciliation.asked import Question
from legation.reconciliation.between import Between, between
from legation.reconciliation.lines.succession import pairs_before, told_of_a_predecessor
from legation.reconciliation.memberships import NONE, Memberships, memberships
from legation.reconciliation.presents import Together
from legation.reconciliation.state import RelationState, state_of

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is told between two parties, and between those whose heirs they are, each pair in the
    order of the alphabet; and the memberships of either of the two.

    >>> dossier(Evidence([]), "IRQ", "BLR").on(date(2012, 6, 1)).relations.value
    'unknown'
    """

    a: str
    b: str
    told: Mapping[Pair, Between]
    memberships: Mapping[str, Memberships] = field(default_factory=dict)

    def on(self, day: date, as_of: str | None = None) -> RelationState:
        """The state of the relation on a day; as `state` tells it."""
        asked = Question(self.a, self.b, day)
        before = tuple(
            (self._state(earlier, as_of), until)
            for earlier, until in told_of_a_predecessor(asked)
            if self.told[in_order(earlier.a, earlier.b)].claims
        )
        return replace(self._state(asked, as_of), predecessors=before)

    def _state(self, asked: Question, as_of: str | None) -> RelationState:
        told = self.told[in_order(asked.a, asked.b)]
        held = self._held(asked.a), self._held(asked.b)
        spoken = Together([told.presents, *(each.presents for each in held)])
        return state_of(told, held, replace(asked, presents=spoken, lines=told.lines), as_of)

    def _held(self, party: str) -> Memberships:
        return self.memberships.get(party, NONE)


def dossier(evidence: Evidence, a: str, b: str) -> Dossier:
    """What `evidence` tells of two parties, by their codes, and of those whose heirs they are.

    >>> dossier(Evidence([]), "IRN", "RUS").told.keys() == {("IRN", "RUS"), ("IRN", "SUN")}
    True
    """
    pairs = [in_order(*pair) for pair in ((a, b), *pairs_before(a, b))]
    told = {pair: between(evidence, *pair) for pair in pairs}
    return Dossier(a, b, told, {party: memberships(evidence, party) for party in (a, b)})


def in_order(a: str, b: str) -> Pair:
    """Two parties in the order of the alphabet.

    >>> in_order("NOR", "IRQ")
    ('IRQ', 'NOR')
    """
    return (a, b) if a <= b else (b, a)


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
    return dossier(evidence, a, b).on(on, as_of)
