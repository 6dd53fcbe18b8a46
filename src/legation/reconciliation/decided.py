"""What readers decided of persons' names, put into the roles of claims before they are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from legation.model.claims import Claim, RoleValue
from legation.model.decisions import Decision, folded
from legation.reconciliation.sameness import names_of

PERSONS = ("person", "visitor", "participants", "appointed_by")


@dataclass(frozen=True, slots=True)
class Decided:
    """The identity of each name that somebody decided on, by the name without case."""

    identities: Mapping[str, str]

    def roles(self, claim: Claim) -> Mapping[str, RoleValue]:
        """The roles of a claim, its persons with the identity that was decided, where one was."""
        if not self.identities:
            return claim.roles
        return {
            role: self._decided(value) if role in PERSONS else value
            for role, value in claim.roles.items()
        }

    def _decided(self, value: RoleValue) -> RoleValue:
        if isinstance(value, (list, tuple)):
            return [self._decided(part) for part in value]
        found = (self.identities.get(folded(name)) for name in names_of(value))
        identity = next((one for one in found if one), None)
        if identity is None:
            return value
        return {**(value if isinstance(value, dict) else {"name": value}), "id": identity}


NOTHING_DECIDED = Decided({})


def decided(decisions: Iterable[Decision]) -> Decided:
    """What `decisions` come to, in the order in which they are given.

    Of decisions on one pair the last holds. Merges join names one after another; one that would
    join two names that are kept apart joins nothing: precision comes before recall.

    >>> merge = Decision("merge", ("Batka", "Lukashenko"), by="A. Reader", reason="his byname")
    >>> sorted(decided([merge]).identities.items())
    [('batka', 'person:batka'), ('lukashenko', 'person:batka')]
    """
    last = {decision.pair: decision.verdict for decision in decisions}
    apart = [pair for pair, verdict in last.items() if verdict == "split"]
    groups: dict[str, frozenset[str]] = {
        name: frozenset({name})
        for pair, verdict in last.items()
        if verdict != "undo"
        for name in pair
    }
    for pair in sorted(pair for pair, verdict in last.items() if verdict == "merge"):
        joined = groups[pair[0]] | groups[pair[1]]
        if not any(set(two) <= joined for two in apart):
            groups |= dict.fromkeys(joined, joined)
    return Decided({name: f"person:{min(group)}" for name, group in groups.items()})
