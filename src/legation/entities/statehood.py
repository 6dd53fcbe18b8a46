"""Statehood: the states and territories there are, or were since 1816, and their codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from legation.entities import tables
from legation.entities.lexicon import LANGUAGES, names_of_record
from legation.model.errors import UsageError


@dataclass(frozen=True, slots=True)
class State:
    """A state, a territory, or a state that is gone.

    `id` is ISO 3166-1 alpha-3; ISO 3166-3 for states that are gone; a code of our own where
    neither knows it, beginning with X- for contested territories. `status` is member or observer
    (of the United Nations), partly-recognised, associated, dependency, contested, region or gone.
    `start` and `end` are years, None where the state is older than 1816 or still there.
    `successors` begins with the one that continues it. `cow` and `gw` are the numbers of the
    Correlates of War and of Gleditsch and Ward, the present one first in `all_cow`, `all_gw`.
    """

    id: str
    name: str
    names: Mapping[str, str]
    status: str
    start: int | None
    end: int | None
    successors: tuple[str, ...]
    iso2: str
    numeric: str
    iso3166_3: str
    all_cow: tuple[int, ...]
    all_gw: tuple[int, ...]

    @property
    def cow(self) -> int | None:
        """The number of the Correlates of War project, if it has one."""
        return self.all_cow[0] if self.all_cow else None

    @property
    def gw(self) -> int | None:
        """The number of Gleditsch and Ward, if they have one."""
        return self.all_gw[0] if self.all_gw else None

    @property
    def gone(self) -> bool:
        """Whether the state has ceased to be."""
        return self.status == "gone"


@cache
def states() -> Mapping[str, State]:
    """Identity to state, in the order of the record: present states first.

    >>> states()["SUN"].successors[0]
    'RUS'
    """
    labels = {language: _labels(language) for language in LANGUAGES}
    found = {}
    for row in tables.lines("states.tsv"):
        own = {language: known[row[0]] for language, known in labels.items() if row[0] in known}
        found[row[0]] = _state(row, own)
    return MappingProxyType(found)


def state(identity: str) -> State:
    """The state or territory of an identity.

    Raises UsageError (LG-E003) for an identity that nobody has.

    >>> state("IRQ").name, state("IRQ").cow, state("IRQ").names["bn"]
    ('Iraq', 645, 'ইরাক')
    """
    try:
        return states()[identity]
    except KeyError:
        raise UsageError(
            "LG-E003",
            "no state has this code",
            where=identity,
            remedy="use an ISO 3166 code of three letters, or a name",
        ) from None


@cache
def state_of_number(scheme: str, number: int, year: int | None = None) -> State | None:
    """The state that bears a 'cow' or 'gw' number, in `year` or today, None if nobody does.

    >>> state_of_number("cow", 365, 1960).id, state_of_number("cow", 365).id
    ('SUN', 'RUS')
    """
    bearers = [s for s in states().values() if number in getattr(s, f"all_{scheme}")]
    if year is not None:
        alive = [s for s in bearers if (s.start or 0) <= year <= (s.end or year)]
        bearers = sorted(alive, key=lambda s: s.end is None) or bearers
    return bearers[0] if bearers else None


def _labels(language: str) -> dict[str, str]:
    shorts: dict[str, str] = {}
    for name in names_of_record(language):
        if name.form == "short" and name.kind in {"state", "territory"}:
            shorts.setdefault(name.id, name.text)
    return shorts


def _state(row: list[str], own: dict[str, str]) -> State:
    identity, status, start, end, successors, iso2, numeric, retired, cow, gw = row
    return State(
        id=identity,
        name=own.get("en", identity),
        names=MappingProxyType(own),
        status=status,
        start=int(start) if start else None,
        end=int(end) if end else None,
        successors=tuple(successors.split("|")) if successors else (),
        iso2=iso2,
        numeric=numeric,
        iso3166_3=retired,
        all_cow=tuple(int(one) for one in cow.split("|") if one),
        all_gw=tuple(int(one) for one in gw.split("|") if one),
    )
