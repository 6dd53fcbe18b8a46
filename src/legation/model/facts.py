"""Fact: what claims of the same thing, from any number of documents, come to together."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from legation.model.claims import Claim, RoleValue


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims of one thing, with the date preferred, the rules that led there, and what differs.

    `claims` agree with `when` (EDTF or None); `disputed` speak of the same thing at another
    date. Both stay, and the fact is computed from them anew each time it is asked for.
    """

    kind: str
    roles: Mapping[str, RoleValue]
    when: str | None
    polarity: str
    claims: tuple[Claim, ...]
    disputed: tuple[Claim, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A hash of the ids of its claims: the same claims are the same fact everywhere."""
        ids = sorted(claim.id for claim in self.claims + self.disputed)
        return hashlib.sha256("\n".join([self.kind, *ids]).encode()).hexdigest()[:24]

    @property
    def documents(self) -> frozenset[str]:
        """The documents whose claims agree with the date preferred."""
        return frozenset(claim.source.document for claim in self.claims)

    def to_json(self) -> dict[str, Any]:
        """The fact as a JSON object, its claims by their ids."""
        return {
            "id": self.id,
            "kind": self.kind,
            "roles": dict(self.roles),
            "when": self.when,
            "polarity": self.polarity,
            "status": "disputed" if self.disputed else "agreed",
            "rules": list(self.rules),
            "claims": [claim.id for claim in self.claims],
            "disputed": [claim.id for claim in self.disputed],
        }
