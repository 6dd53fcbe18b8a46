"""All that is claimed of a pair, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from legation.entities import states
from legation.ledger import Ledger
from legation.model.claims import Claim
from legation.model.edtf import parse
from legation.model.extent import sort_key


@dataclass(frozen=True, slots=True)
class Timeline:
    """The claims on `a` and `b` by their dates, those without one at the end."""

    a: str
    b: str
    as_of: str | None
    claims: tuple[Claim, ...]

    def to_json(self) -> dict[str, Any]:
        """The timeline as one JSON object; its claims are those of the claim contract."""
        rows = [claim.to_json() for claim in self.claims]
        return {"a": self.a, "b": self.b, "as_of": self.as_of, "claims": rows}


def timeline(ledger: Ledger, a: str, b: str, as_of: str | None = None) -> Timeline:
    """The claims on `a` and `b`, by their codes, in the order of time, as known `as_of`.

    Raises UsageError where `as_of` is no day or time (LG-U003), LedgerError where the ledger
    fails.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         timeline(ledger, "IRQ", "BLR").claims
    ()
    """
    claims = ledger.remembered(("timeline", a, b), as_of, lambda: _told(ledger, a, b, as_of), len)
    return Timeline(a, b, as_of, claims)


def _told(ledger: Ledger, a: str, b: str, as_of: str | None) -> tuple[Claim, ...]:
    told = ledger.claims((a, b), as_of)
    return tuple(sorted((c for c in told if not _of_a_namesake(c, a, b)), key=_place))


def _of_a_namesake(claim: Claim, a: str, b: str) -> bool:
    """Whether one of the two is a state, and the claim speaks of an organisation of its code."""
    organisation = claim.roles.get("organisation")
    return isinstance(organisation, str) and organisation in {a, b} & set(states())


def _place(claim: Claim) -> tuple[object, ...]:
    where = (claim.source.uri, claim.source.start, claim.id)
    if claim.when is None:
        return (1, 0, 0, "", *where)
    return (0, *sort_key(parse(claim.when)), *where)
