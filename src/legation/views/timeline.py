"""All that is known of a pair, in the order of time: facts, each with how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from legation.entities import states
from legation.ledger import Ledger
from legation.model.claims import Claim
from legation.model.edtf import parse
from legation.model.evidence import Evidence
from legation.model.extent import sort_key
from legation.model.facts import Fact
from legation.reconciliation import reconcile
from legation.views.ranks import Rank, ranked


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
    found = ledger.remembered(
        ("timeline", a, b, tuple(ranks)),
        as_of,
        lambda: _told(a, b, ranked(evidence_on_the_two(ledger, a, b, as_of), ranks)),
        lambda told: len(told.claims),
    )
    return replace(found, as_of=as_of)


def _told(a: str, b: str, evidence: Evidence) -> Timeline:
    known = reconcile(evidence)
    return Timeline(
        a=a,
        b=b,
        as_of=None,
        claims=tuple(sorted(evidence.claims, key=_place)),
        facts=tuple(sorted((*known.facts, *known.corrected), key=_place_of_fact)),
        retired=tuple(sorted(evidence.retired, key=_place)),
    )


def evidence_on_the_two(ledger: Ledger, a: str, b: str, as_of: str | None) -> Evidence:
    """What the ledger knew `as_of` of both; what speaks of an organisation that has the code of a
    state is left out."""
    found = ledger.evidence((a, b), as_of)
    return replace(
        found,
        claims=[claim for claim in found.claims if not _of_a_namesake(claim, a, b)],
        retired=[claim for claim in found.retired if not _of_a_namesake(claim, a, b)],
    )


def _of_a_namesake(claim: Claim, a: str, b: str) -> bool:
    """Whether one of the two is a state, and the claim speaks of an organisation of its code."""
    organisation = claim.roles.get("organisation")
    return isinstance(organisation, str) and organisation in {a, b} & set(states())


def _place(claim: Claim) -> tuple[object, ...]:
    return (*_time(claim.when), claim.source.uri, claim.source.start, claim.id)


def _place_of_fact(fact: Fact) -> tuple[object, ...]:
    return (*_time(fact.when), *min(_place(claim)[4:] for claim in fact.claims), fact.id)


def _time(when: str | None) -> tuple[object, ...]:
    return (1, 0, 0, "") if when is None else (0, *sort_key(parse(when)))
