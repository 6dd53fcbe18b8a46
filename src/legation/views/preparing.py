"""What questions on a pair rest on, worked out ahead and kept with the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from legation.ledger import Ledger, Prepared
from legation.reconciliation.kept import betweens
from legation.reconciliation.kept import memberships as kept_memberships
from legation.reconciliation.kept.editions import edition
from legation.views.conflicts import ids_of
from legation.views.evidence import between_the_two, memberships_of

Pair = tuple[str, str]
_AT_ONCE = 100
"""So many are kept in one transaction."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """How much was worked out, and how much was there already and holds."""

    worked_out: int
    held: int


def prepare(
    ledger: Ledger,
    as_of: str | None = None,
    pairs: Iterable[Pair] | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> Preparation:
    """Work out what questions rest on, as known `as_of`, where nothing that holds is kept.

    `pairs` are of those of `ledger.concerned`, all by default; `progress` is told where it stands:
    at which number, of how many, and of whom. No answer changes by it, only the time that it
    takes. Raises UsageError (LG-U003), LedgerError.
    """
    ledger.forget(edition())
    wanted = list(ledger.concerned(as_of) if pairs is None else pairs)
    missing: list[Pair] = []
    for at in range(0, len(wanted), _AT_ONCE):
        part = [p for p in wanted[at : at + _AT_ONCE] if not ledger.prepared(p, edition(), as_of)]
        ledger.keep([_worked_out(ledger, pair, as_of) for pair in part])
        missing += part
        if progress:
            progress(at, len(wanted), "-".join(wanted[at]))
    return Preparation(len(missing), len(wanted) - len(missing))


def _worked_out(ledger: Ledger, pair: Pair, as_of: str | None) -> Prepared:
    """What a pair comes to, as known with a batch: what comes meanwhile has it done again."""
    while True:
        known = ledger.known(as_of)
        content, facts = _content(ledger, pair, as_of)
        if ledger.known(as_of) == known:
            return Prepared(pair, known, edition(), content, facts)


def _content(ledger: Ledger, pair: Pair, as_of: str | None) -> tuple[bytes, set[str]]:
    a, b = pair
    if a == b:
        return kept_memberships.written(memberships_of(ledger, a, as_of)), set()
    told = between_the_two(ledger, a, b, as_of)
    return betweens.written(told, a, b), ids_of(told.facts)
