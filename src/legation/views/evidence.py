"""The evidence that a ledger has on two parties, and what it comes to, each part by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.entities import states
from legation.ledger import Ledger
from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.model.kinds import kinds_on
from legation.model.reviews import in_time
from legation.reconciliation import Between, Dossier, Memberships, between, in_order, memberships
from legation.reconciliation.kept import betweens
from legation.reconciliation.kept import memberships as kept_memberships
from legation.reconciliation.kept.editions import edition
from legation.reconciliation.lines.succession import pairs_before
from legation.views.ranks import Rank, ranked


def evidence_on(ledger: Ledger, a: str, b: str, as_of: str | None) -> Evidence:
    """What the ledger knew `as_of` that bears on the relation of `a` and `b`: the claims on both,
    on the memberships of either, and on the states whose heirs they are.

    Raises UsageError (LG-U003), LedgerError.
    """
    found = ledger.evidence((a, b), as_of, alone=kinds_on("membership"))
    for pair in pairs_before(a, b):
        found = _with(found, ledger.evidence(pair, as_of))
    return found


def evidence_on_the_two(ledger: Ledger, a: str, b: str, as_of: str | None) -> Evidence:
    """What the ledger knew `as_of` of both; what speaks of an organisation that has the code of a
    state is left out."""
    found = ledger.evidence((a, b), as_of)
    return replace(
        found,
        claims=[claim for claim in found.claims if not _of_a_namesake(claim, a, b)],
        retired=[claim for claim in found.retired if not _of_a_namesake(claim, a, b)],
    )


def dossier_on(
    ledger: Ledger, a: str, b: str, as_of: str | None, ranks: Sequence[Rank] = ()
) -> Dossier:
    """What the ledger knew `as_of` of the relation of `a` and `b`, for all days asked of it.

    `ranks` say whose word to prefer where all else is equal. Raises as `evidence_on` does.
    """
    pairs = [in_order(*pair) for pair in ((a, b), *pairs_before(a, b))]
    return Dossier(
        a,
        b,
        {pair: between_the_two(ledger, *pair, as_of, ranks) for pair in pairs},
        {party: memberships_of(ledger, party, as_of, ranks) for party in (a, b)},
    )


def between_the_two(
    ledger: Ledger, a: str, b: str, as_of: str | None, ranks: Sequence[Rank] = ()
) -> Between:
    """What the ledger knew `as_of` of the two by themselves; as `dossier_on`."""
    a, b = in_order(a, b)

    def found() -> Between:
        kept = _prepared(ledger, (a, b), as_of, ranks)
        if kept:
            return betweens.read(kept)
        if not ledger.tells_of((a, b), as_of):
            return between(Evidence([]), a, b)
        return between(ranked(evidence_on_the_two(ledger, a, b, as_of), ranks), a, b)

    name = ("between", a, b, tuple(ranks))
    return ledger.remembered(name, as_of, found, lambda told: len(told.claims))


def memberships_of(
    ledger: Ledger, party: str, as_of: str | None, ranks: Sequence[Rank] = ()
) -> Memberships:
    """What the ledger knew `as_of` of the memberships of a party; as `dossier_on`."""

    def found() -> Memberships:
        kept = _prepared(ledger, (party, party), as_of, ranks)
        if kept:
            return kept_memberships.read(kept)
        told = ledger.evidence((party,), as_of, kinds=kinds_on("membership"))
        return memberships(ranked(told, ranks), party)

    name = ("memberships", party, tuple(ranks))
    return ledger.remembered(name, as_of, found, lambda held: held.size)


def _prepared(
    ledger: Ledger, pair: tuple[str, str], as_of: str | None, ranks: Sequence[Rank]
) -> bytes | None:
    """What was worked out ahead; whoever ranks documents has it worked out anew."""
    return None if ranks else ledger.prepared(pair, edition(), as_of)


def _of_a_namesake(claim: Claim, a: str, b: str) -> bool:
    """Whether one of the two is a state, and the claim speaks of an organisation of its code."""
    organisation = claim.roles.get("organisation")
    return isinstance(organisation, str) and organisation in {a, b} & set(states())


def _with(one: Evidence, other: Evidence) -> Evidence:
    """The evidence of two questions asked of one ledger at one time."""
    return replace(
        one,
        claims=list({claim.id: claim for claim in (*one.claims, *other.claims)}.values()),
        retired=list({claim.id: claim for claim in (*one.retired, *other.retired)}.values()),
        reviews=in_time(one.reviews, other.reviews),
        sources={**one.sources, **other.sources},
    )
