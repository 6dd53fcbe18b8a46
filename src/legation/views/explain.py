"""Why: the proof of what has an id, a finding of a status, an anomaly, a fact or a claim."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from legation.entities.parties import party_named
from legation.ledger import Held, Ledger
from legation.model.errors import UsageError
from legation.model.facts import Fact
from legation.model.parties import parties
from legation.reconciliation import Finding, RelationState, anomalies, facts, rules
from legation.reconciliation.finding_ids import question_of
from legation.views.conflicts import ids_of, in_dispute
from legation.views.evidence import between_the_two, dossier_on
from legation.views.proofs import (
    Proof,
    proof_by_rules,
    proof_of_fact,
    proof_of_finding,
    proof_of_held,
)

_NO_SUCH_CLAIM = "LG-U018"


def explain(ledger: Ledger, named: str, as_of: str | None = None) -> Proof:
    """The proof of a finding or an anomaly by its id, or of a claim or a fact by the beginning of
    its id, as known `as_of`.

    A fact is looked for among all that the ledger tells, by its own id or by that of the conflict
    that it is in. Raises UsageError: LG-U005 a finding's id names no party, LG-U021 nothing has
    this id, LG-U019 several claims have an id that begins so, LG-U022 several facts have.
    """
    question = question_of(named)
    if question is not None:
        _require_two(named, *question[:2])
        found = dossier_on(ledger, *question[:2], as_of).on(question[2], as_of)
        return proof_of_finding(_the_finding(found, named))
    if named.partition("/")[0] in rules():
        return _of_anomaly(ledger, named, as_of)
    held = _claim(ledger, named, as_of)
    if held is not None:
        return proof_of_held(held, _borne(ledger, held, as_of))
    known = _worked_out_ahead(ledger, named, as_of) or facts(ledger.evidence(None, as_of))
    return proof_of_fact(_the_fact(known, named))


def _worked_out_ahead(ledger: Ledger, named: str, as_of: str | None) -> list[Fact]:
    """The fact, or the facts of the conflict, of a whole id that was worked out ahead; none where
    it was not, or is not what is known `as_of`."""
    for pair in ledger.telling(named):
        known = between_the_two(ledger, *pair, as_of).facts
        if named in ids_of(known):
            return list(known)
    return []


def _require_two(named: str, a: str, b: str) -> None:
    """Hold that an id asks of two parties: nothing is told of a state and itself."""
    if party_named(a) == party_named(b):
        raise _nothing(named, ())


def _the_finding(found: RelationState, named: str) -> Finding:
    known = {finding.id: finding for finding in found.findings}
    if named not in known:
        raise _nothing(named, known)
    return known[named]


def _of_anomaly(ledger: Ledger, named: str, as_of: str | None) -> Proof:
    known = {one.id: one for one in anomalies(ledger.evidence(None, as_of))}
    if named not in known:
        raise _nothing(named, known)
    one = known[named]
    told = {"id": one.id, "rule": one.rule, "known": dict(one.known)}
    steps = (*proof_by_rules([one.rule]), *(proof_of_fact(fact) for fact in one.facts))
    return Proof("anomaly", rules()[one.rule].holds, told, steps)


def _claim(ledger: Ledger, named: str, as_of: str | None) -> Held | None:
    try:
        return ledger.find(named, as_of)
    except UsageError as error:
        if error.code != _NO_SUCH_CLAIM:
            raise
        return None


def _borne(ledger: Ledger, held: Held, as_of: str | None) -> list[Fact]:
    """The facts that a claim bears, or speaks against."""
    of = sorted(parties(held.claim))[:2]
    known = facts(ledger.evidence(of, as_of)) if of else []
    id_ = held.claim.id
    return [fact for fact in known if id_ in {c.id for c in (*fact.claims, *fact.disputed)}]


def _the_fact(known: Iterable[Fact], named: str) -> Fact:
    told = list(known)
    found = [fact for fact in told if named and fact.id.startswith(named)]
    if named and not found:
        found = [one.fact for one in in_dispute(told) if one.id.startswith(named)]
    if len(found) > 1:
        raise UsageError(
            "LG-U022",
            "several facts have an id that begins so",
            where=named,
            remedy="give more of it",
        )
    if not found:
        raise _nothing(named, ())
    return found[0]


def _nothing(named: str, known: Iterable[str]) -> UsageError:
    near = get_close_matches(named, list(known), n=3, cutoff=0.5)
    return UsageError(
        "LG-U021",
        "nothing has this id",
        where=named,
        remedy=f"it may be {', '.join(near)}" if near else "`legation status` shows ids",
    )
