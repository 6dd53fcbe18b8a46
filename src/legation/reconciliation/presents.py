"""The present of a document: the day on which it speaks, as far as that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from legation.model.claims import Claim
from legation.model.evidence import Provenance
from legation.reconciliation.dating import NEVER, Days, days_of


@dataclass(frozen=True, slots=True)
class Present:
    """When a document speaks: its own date; the last day that it tells of; when it was recorded.

    Each is None where it is not known. A document is no older than what it tells of, and no
    younger than its recording.
    """

    dated: Days | None = None
    tells_of: int | None = None
    recorded: int | None = None

    @property
    def earliest(self) -> int | None:
        """The day from which its words of the present may be taken to hold."""
        return self.dated.end_latest if self.dated else self.tells_of

    @property
    def latest(self) -> int | None:
        """The day by which all that it tells had come about."""
        return self.dated.end_latest if self.dated else self.recorded


Presents = Mapping[str, Present]
UNKNOWN = Present()


class Together(Mapping[str, Present]):
    """The presents of documents of which several parts of the evidence tell.

    >>> one, other = {"sha256:0": Present(tells_of=7)}, {"sha256:0": Present(tells_of=9)}
    >>> Together([one, other])["sha256:0"].tells_of
    9
    """

    def __init__(self, parts: Sequence[Presents]) -> None:
        self._parts = parts
        self._known: dict[str, Present] = {}

    def __getitem__(self, document: str) -> Present:
        if document not in self._known:
            self._known[document] = self._joined(document)
        return self._known[document]

    def _joined(self, document: str) -> Present:
        found = [part[document] for part in self._parts if document in part]
        if not found:
            raise KeyError(document)
        if len(found) == 1:
            return found[0]
        told = [present.tells_of for present in found if present.tells_of is not None]
        return replace(found[0], tells_of=max(told, default=None))

    def __iter__(self) -> Iterator[str]:
        return iter({document: None for part in self._parts for document in part})

    def __len__(self) -> int:
        return sum(1 for _ in self)


def presents(claims: Iterable[Claim], sources: Mapping[str, Provenance]) -> Presents:
    """The present of each document that `claims` are from.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> told = Claim("visit", {"from": "NOR", "to": "SWE"}, source, when="2010-07-05")
    >>> date.fromordinal(presents([told], {})["sha256:0"].earliest).isoformat()
    '2010-07-05'
    """
    told: dict[str, int | None] = {}
    for claim in claims:
        day = _tells_of(claim)
        last = told.setdefault(claim.source.document, None)
        told[claim.source.document] = max(day, last or day) if day else last
    return {document: _present(day, sources.get(document)) for document, day in told.items()}


def _present(tells_of: int | None, source: Provenance | None) -> Present:
    if source is None:
        return Present(tells_of=tells_of)
    recorded = date.fromisoformat(source.recorded_at[:10]) if source.recorded_at else None
    return Present(
        dated=days_of(source.date) if source.date else None,
        tells_of=tells_of,
        recorded=recorded.toordinal() if recorded else None,
    )


def _tells_of(claim: Claim) -> int | None:
    """The last day of which a claim tells as past or present; None of a plan, or without date."""
    if claim.when is None or claim.modality == "planned":
        return None
    days = days_of(claim.when)
    return days.end_latest if days.end_latest < NEVER else days.begin_latest
