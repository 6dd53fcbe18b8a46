"""Fact: what claims of the same thing, from any number of documents, come to together."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from legation.model.attestations import UNATTESTED, Attestations
from legation.model.claims import Claim, RoleValue
from legation.model.preferences import Preferred
from legation.model.sealed import Rest, Sealed
from legation.model.standings import AGREED, Standing

_put = object.__setattr__


@dataclass(frozen=True, slots=True)
class Fact(Sealed):
    """Claims of one thing, with the values preferred, the rules that led there, and what differs.

    `claims` agree with `when` (EDTF or None); `disputed` speak of the same thing at another
    date. Both stay, and the fact is computed from them anew each time it is asked for.
    `preferences` tell for the date (`when`) and for each role of several values which is
    preferred, and why; `attestations` who says it, and `standing` how it stands.
    """

    kind: str
    roles: Mapping[str, RoleValue]
    when: str | None
    polarity: str
    claims: tuple[Claim, ...]
    disputed: tuple[Claim, ...] = ()
    rules: tuple[str, ...] = ()
    preferences: Mapping[str, Preferred] = field(default_factory=dict)
    attestations: Attestations = UNATTESTED
    standing: Standing = AGREED
    _id: str = field(default="", init=False, repr=False, compare=False)
    _documents: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)
    _bases: frozenset[str | None] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    @classmethod
    def kept(
        cls,
        known: tuple[str, frozenset[str], frozenset[str | None]],
        kind: str,
        when: str | None,
        polarity: str,
        rules: tuple[str, ...],
        rest: Rest,
    ) -> Fact:
        """The fact that is `known` by its id, its documents and the bases of its dates; `rest`
        gives the fields that are not given here, when one of them is asked for.

        >>> rest = lambda: {"roles": {"from": "NOR"}}
        >>> known = ("5f0c", frozenset(), frozenset())
        >>> Fact.kept(known, "visit", None, "affirmed", (), rest).roles
        {'from': 'NOR'}
        """
        fact = object.__new__(cls)
        _put(fact, "_id", known[0])
        _put(fact, "_documents", known[1])
        _put(fact, "_bases", known[2])
        _put(fact, "kind", kind)
        _put(fact, "when", when)
        _put(fact, "polarity", polarity)
        _put(fact, "rules", rules)
        _put(fact, "_rest", rest)
        return fact

    @property
    def id(self) -> str:
        """A hash of the ids of its claims: the same claims are the same fact everywhere."""
        if not self._id:
            ids = sorted(claim.id for claim in self.claims + self.disputed)
            digest = hashlib.sha256("\n".join([self.kind, *ids]).encode()).hexdigest()[:24]
            object.__setattr__(self, "_id", digest)
        return self._id

    @property
    def documents(self) -> frozenset[str]:
        """The documents whose claims agree with the date preferred."""
        if self._documents is None:
            found = frozenset(claim.source.document for claim in self.claims)
            object.__setattr__(self, "_documents", found)
            return found
        return self._documents

    @property
    def bases(self) -> frozenset[str | None]:
        """What the dates of the claims that agree with the date preferred rest on."""
        if self._bases is None:
            found = frozenset(claim.when_basis for claim in self.claims if claim.when)
            object.__setattr__(self, "_bases", found)
            return found
        return self._bases

    @property
    def differs(self) -> tuple[str, ...]:
        """What its sources disagree on: `when`, `polarity` or roles, in a fixed order."""
        return tuple(sorted(name for name, one in self.preferences.items() if one.disputed))

    def to_json(self) -> dict[str, Any]:
        """The fact as a JSON object, its claims by their ids."""
        when = self.preferences.get("when") or Preferred(self.when)
        rest = {name: one for name, one in sorted(self.preferences.items()) if name != "when"}
        others = [other.to_json() for other in when.alternatives]
        return {
            "id": self.id,
            "kind": self.kind,
            "roles": dict(self.roles),
            "when": self.when,
            "polarity": self.polarity,
            "status": self.standing.status,
            "standing": self.standing.to_json(),
            "preferred": {"when": self.when, "reason": when.reason, "alternatives": others},
            "roles_preferred": {name: one.to_json() for name, one in rest.items()},
            "differs": list(self.differs),
            "attestations": self.attestations.to_json(),
            "rules": list(self.rules),
            "claims": [claim.id for claim in self.claims],
            "disputed": [claim.id for claim in self.disputed],
        }
