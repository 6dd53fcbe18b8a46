"""The state of a relation as a ledger knows it, with the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    """The state of a relation, and the claims that it names, by their ids."""

    state: RelationState

    @property
    def claims(self) -> dict[str, Claim]:
        """Every claim that the state rests on, or that speaks against it."""
        return {
            claim.id: claim
            for state in (self.state, *(before for before, _ in self.state.predecessors))
            for claim in _claims_of(state)
        }

    def to_json(self) -> dict[str, Any]:
        """The state as the JSON object of its contract, with every claim it names in `sources`."""
        sources = {id_: claim.to_json() for id_, claim in sorted(self.claims.items())}
        return self.state.to_json() | {"sources": sources}


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
    return Status(dossier.on(on, as_of))


def _claims_of(state: RelationState) -> Iterator[Claim]:
    for finding in state.findings:
        yield from finding.claims
        yield from finding.disputed
    yield from state.unsettled
