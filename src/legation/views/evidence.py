"""The evidence that a ledger has on two parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.ledger import Ledger
from legation.model.evidence import Evidence
from legation.model.kinds import kinds
from legation.model.reviews import in_time
from legation.reconciliation import Dossier
from legation.reconciliation.lines.succession import pairs_before
from legation.views.ranks import Rank, ranked


def evidence_on(ledger: Ledger, a: str, b: str, as_of: str | None) -> Evidence:
    """What the ledger knew `as_of` that bears on the relation of `a` and `b`: the claims on both,
    on the memberships of either, and on the states whose heirs they are.

    Raises UsageError (LG-U003), LedgerError.
    """
    found = ledger.evidence((a, b), as_of, alone=_membership_kinds())
    for pair in pairs_before(a, b):
        found = _with(found, ledger.evidence(pair, as_of))
    return found


def dossier_on(
    ledger: Ledger, a: str, b: str, as_of: str | None, ranks: Sequence[Rank] = ()
) -> Dossier:
    """The evidence on the relation of `a` and `b`, made ready; once for all days asked of it.

    `ranks` say whose word to prefer where all else is equal. Raises as `evidence_on` does.
    """
    return ledger.remembered(
        ("dossier", a, b, tuple(ranks)),
        as_of,
        lambda: Dossier(ranked(evidence_on(ledger, a, b, as_of), ranks), a, b),
        lambda dossier: len(dossier.evidence.claims),
    )


def _with(one: Evidence, other: Evidence) -> Evidence:
    """The evidence of two questions asked of one ledger at one time."""
    return replace(
        one,
        claims=list({claim.id: claim for claim in (*one.claims, *other.claims)}.values()),
        retired=list({claim.id: claim for claim in (*one.retired, *other.retired)}.values()),
        reviews=in_time(one.reviews, other.reviews),
        sources={**one.sources, **other.sources},
    )


def _membership_kinds() -> list[str]:
    found = ((name, kind.effect) for name, kind in kinds().items())
    return [name for name, effect in found if effect and effect.line == "membership"]
