"""The state of a relation as a ledger knows it, with the words that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from legation.ledger import Ledger
from legation.model.claims import Claim
from legation.reconciliation import RelationState
from legation.views.evidence import dossier_on
from legation.views.ranks import Rank


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a relation, and the claims at hand, by their ids."""

    state: RelationState
    claims: dict[str, Claim]

    def to_json(self) -> dict[str, Any]:
        """The state as the JSON object of its contract, with every claim it names in `sources`."""
        told = self.state.to_json()
        named = sorted(_ids_in(told) & set(self.claims))
        return told | {"sources": {id_: self.claims[id_].to_json() for id_ in named}}


def status(
    ledger: Ledger,
    a: str,
    b: str,
    on: date,
    as_of: str | None = None,
    ranks: Sequence[Rank] = (),
) -> Status:
    """The state of the relation of `a` and `b`, by their codes, on a day, as known `as_of`.

    `ranks` say whose word to prefer where all else is equal.

    Raises UsageError where `as_of` is no day or time (LG-U003), LedgerError where the ledger
    fails.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         status(ledger, "IRQ", "BLR", date(2012, 6, 1)).state.relations.value
    'unknown'
    """
    dossier = dossier_on(ledger, a, b, as_of, ranks)
    return Status(dossier.on(on, as_of), {claim.id: claim for claim in dossier.evidence.claims})


def _ids_in(value: Any) -> set[str]:
    """The strings under any key that lists claims, however deep."""
    if isinstance(value, dict):
        found: set[str] = set()
        for key, below in value.items():
            listed = key in ("claims", "disputed") or key.startswith("claims_")
            found |= set(below) if listed else _ids_in(below)
        return found
    if isinstance(value, list):
        return {id_ for below in value for id_ in _ids_in(below)}
    return set()
