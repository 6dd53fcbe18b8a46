"""All that is known of a pair, in the order of time: facts, each with how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from legation.ledger import Ledger
from legation.model.claims import Claim
from legation.model.facts import Fact
from legation.views.evidence import between_the_two
from legation.views.ranks import Rank


@dataclass(frozen=True, slots=True)
class Timeline:
    """The claims on `a` and `b` by their dates, those without one at the end; and what they come
    to, in the same order: the facts, and those that no longer count among them, of `retired`
    claims."""

    a: str
    b: str
    as_of: str | None
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...] = ()
    retired: tuple[Claim, ...] = ()

    @property
    def unsettled(self) -> tuple[Claim, ...]:
        """The claims that are only planned or alleged, and so in no fact."""
        return tuple(claim for claim in self.claims if claim.modality != "asserted")

    def to_json(self) -> dict[str, Any]:
        """The timeline as one JSON object; its claims are those of the claim contract."""
        return {
            "a": self.a,
            "b": self.b,
            "as_of": self.as_of,
            "facts": [fact.to_json() for fact in self.facts],
            "claims": [claim.to_json() for claim in self.claims],
            "retired": [claim.to_json() for claim in self.retired],
        }


def timeline(
    ledger: Ledger, a: str, b: str, as_of: str | None = None, ranks: Sequence[Rank] = ()
) -> Timeline:
    """What is known of `a` and `b`, by their codes, in the order of time, as known `as_of`.

    `ranks` say whose word to prefer where all else is equal. Raises UsageError where `as_of` is
    no day or time (LG-U003), LedgerError where the ledger fails.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         timeline(ledger, "IRQ", "BLR").claims
    ()
    """
    told = between_the_two(ledger, a, b, as_of, ranks)
    return Timeline(a, b, as_of, tuple(told.claims), tuple(told.story), tuple(told.retired))
