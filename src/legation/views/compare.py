"""What each language, or each source, tells of a pair: alone, with others, and otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from legation.ledger import Ledger
from legation.model.claims import Claim
from legation.model.edtf import parse
from legation.model.evidence import Evidence
from legation.model.extent import sort_key
from legation.model.facts import Fact
from legation.reconciliation import Finding, facts, state
from legation.reconciliation.dating import days_of
from legation.views.conflicts import Conflict, in_dispute
from legation.views.evidence import evidence_on_the_two
from legation.views.ranks import Rank, ranked


class By(StrEnum):
    """Whose tellings are compared."""

    language = "language"
    source = "source"


@dataclass(frozen=True, slots=True)
class Standpoint:
    """One finding of the state on the day asked for, as each teller alone would have it.

    `subject` is what the finding is about; `values` are by teller, and lack those who tell nothing.
    """

    line: str
    subject: Mapping[str, Any]
    values: Mapping[str, Finding]

    @property
    def differs(self) -> bool:
        """Whether two tellers would have it otherwise."""
        return len({finding.value for finding in self.values.values()}) > 1

    def to_json(self) -> dict[str, Any]:
        """The standpoint as a JSON object."""
        told = {teller: finding.to_json() for teller, finding in self.values.items()}
        return {"line": self.line, "subject": dict(self.subject), "by": told}


@dataclass(frozen=True, slots=True)
class Comparison:
    """The facts of a pair by who tells them, those of one teller, those of several, and what they
    differ on; with what each would say of the state on a day, where one was asked for."""

    a: str
    b: str
    by: By
    on: date | None
    as_of: str | None
    tellers: tuple[str, ...]
    only: Mapping[str, tuple[Fact, ...]]
    shared: tuple[tuple[Fact, tuple[str, ...]], ...]
    conflicts: tuple[Conflict, ...]
    state: tuple[Standpoint, ...] = ()

    def teller_of(self, claim: Claim) -> str:
        """Who of those compared tells a claim."""
        return _teller(claim, self.by)

    def to_json(self) -> dict[str, Any]:
        """The comparison as one JSON object, with every claim it names in `sources`."""
        told = [*(fact for own in self.only.values() for fact in own), *(f for f, _ in self.shared)]
        claims = {claim.id: claim for fact in told for claim in (*fact.claims, *fact.disputed)}
        return {
            "a": self.a,
            "b": self.b,
            "by": self.by.value,
            "on": self.on.isoformat() if self.on else None,
            "as_of": self.as_of,
            "tellers": list(self.tellers),
            "only": {who: [f.to_json() for f in own] for who, own in self.only.items()},
            "shared": [{"by": list(who), "fact": f.to_json()} for f, who in self.shared],
            "differ": [conflict.to_json() for conflict in self.conflicts],
            "state": [standpoint.to_json() for standpoint in self.state],
            "sources": {id_: claims[id_].to_json() for id_ in sorted(claims)},
        }


def compare(
    ledger: Ledger,
    a: str,
    b: str,
    by: By = By.language,
    on: date | None = None,
    as_of: str | None = None,
    ranks: Sequence[Rank] = (),
) -> Comparison:
    """What each language, or source, tells of `a` and `b` that others do not, and what they share.

    With a day, only what had begun or happened by then, or has no date, and what each would say of
    the state on that day. Raises UsageError (LG-U003), LedgerError.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         compare(ledger, "IRQ", "BLR").tellers
    ()
    """
    evidence = ranked(evidence_on_the_two(ledger, a, b, as_of), ranks)
    known = [fact for fact in facts(evidence) if on is None or _by_then(fact, on)]
    known.sort(key=lambda fact: _time(fact.when))
    tellers = tuple(sorted({_teller(claim, by) for claim in evidence.claims}))
    differing = [one for one in in_dispute(known) if len(_tellers(_all_claims(one), by)) > 1]
    disputed = {claim.id for conflict in differing for claim in _all_claims(conflict)}
    agreed = [fact for fact in known if not {claim.id for claim in fact.claims} <= disputed]
    telling = [(fact, _tellers(fact.claims, by)) for fact in agreed]
    return Comparison(
        a=a,
        b=b,
        by=by,
        on=on,
        as_of=as_of,
        tellers=tellers,
        only={one: tuple(fact for fact, who in telling if who == (one,)) for one in tellers},
        shared=tuple((fact, who) for fact, who in telling if len(who) > 1),
        conflicts=tuple(differing),
        state=_standpoints(evidence, a, b, by, on, tellers) if on else (),
    )


def _standpoints(
    evidence: Evidence, a: str, b: str, by: By, on: date, tellers: Iterable[str]
) -> tuple[Standpoint, ...]:
    """What each teller by itself would have the state be on the day."""
    rows: dict[tuple[str, str], tuple[dict[str, Any], dict[str, Finding]]] = {}
    for teller in tellers:
        own = [claim for claim in evidence.claims if _teller(claim, by) == teller]
        found = state(replace(evidence, claims=own), a, b, on)
        lines = {"relations": (found.relations,), **found.lines}
        for line, roles in _SUBJECTS.items():
            for finding in lines[line]:
                subject = {role: finding.subject.get(role) for role in roles}
                row = rows.setdefault((line, repr(subject)), (subject, {}))
                if finding.value != "unknown":
                    row[1].setdefault(teller, finding)
    return tuple(Standpoint(line, *row) for (line, _), row in rows.items() if row[1])


_SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "relations": (),
    "missions": ("sender", "host", "class"),
    "envoys": ("sender", "host"),
    "conflict": ("kind", "by", "against", "occupier", "occupied", "attacker", "target"),
}
"""What one teller's finding is matched with another's by, on each line of the state."""


def _all_claims(conflict: Conflict) -> tuple[Claim, ...]:
    sides = (conflict.preferred, *conflict.others)
    return tuple(claim for side in sides for claim in side.claims)


def _tellers(claims: Iterable[Claim], by: By) -> tuple[str, ...]:
    return tuple(sorted({_teller(claim, by) for claim in claims}))


def _teller(claim: Claim, by: By) -> str:
    return claim.source.language if by is By.language else claim.source.uri


def _by_then(fact: Fact, on: date) -> bool:
    """Whether a fact may have begun or happened by a day; what has no date may."""
    return fact.when is None or days_of(fact.when).begin_earliest <= on.toordinal()


def _time(when: str | None) -> tuple[int, int, int, str]:
    return (1, 0, 0, "") if when is None else (0, *sort_key(parse(when)))
