"""Events of missions: openings, elevations and closings, each a pair of states and a date.

An elevation is an opening in a new rank, as the kinds have it. The same event told twice, once in
passing by its year and once by its day, is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scoring.agreement import Row
from scoring.dates import same_date
from scoring.matching import largest
from scoring.names import names_of

Grain = Literal["day", "year"]
GRAINS: tuple[Grain, ...] = ("day", "year")

_EVENTS = {
    "mission_opened": "opening",
    "mission_reopened": "opening",
    "mission_closed": "closing",
}
_RANKS = frozenset({"embassy", "legation", "consulate general"})
"""What a mission can be raised to. Readers often mark a raised rank as optional."""
_YEAR = 4


@dataclass(frozen=True, slots=True)
class MissionEvent:
    """What happened to a mission between whom and when; `spare` if a reader need not say it."""

    what: str
    sender: frozenset[str]
    host: frozenset[str]
    when: str
    spare: bool = False

    def alike(self, other: MissionEvent) -> bool:
        """Whether it is the other's kind of event in a mission of the same two states."""
        return bool(
            self.what == other.what and self.sender & other.sender and self.host & other.host
        )


def mission_events(rows: Iterable[Row], grain: Grain) -> list[MissionEvent]:
    """The events of missions that the rows assert, dated to a day or cut to a year.

    >>> roles = {"sender": "USA", "host": "NPL", "mission_type": "embassy"}
    >>> told = [{"kind": "mission_opened", "roles": roles, "when": day}
    ...         for day in ("1959", "1959-08-06")]
    >>> [event.when for event in mission_events(told, "day")]
    ['1959-08-06']
    """
    events = sorted(_told(rows), key=lambda event: (event.spare, -len(event.when)))
    kept: list[MissionEvent] = []
    for event in (_cut(event, grain) for event in events):
        if not any(event.alike(k) and k.when.startswith(event.when) for k in kept):
            kept.append(event)
    return kept


def _told(rows: Iterable[Row]) -> Iterator[MissionEvent]:
    for row in rows:
        what, when = _EVENTS.get(row.get("kind", "")), row.get("when")
        if not what or not when or "/" in when or not _asserted(row):
            continue
        roles = row["roles"]
        sides = names_of(roles.get("sender")), names_of(roles.get("host"))
        yield MissionEvent(what, *sides, when, _needless(row))


def _asserted(row: Row) -> bool:
    return row.get("polarity", "affirmed") == "affirmed" and (
        row.get("modality", "asserted") == "asserted"
    )


def _needless(row: Row) -> bool:
    """Whether a reader need not say it; a raised rank is always wanted."""
    raised = row["kind"] == "mission_opened" and bool(
        names_of(row["roles"].get("mission_type")) & _RANKS
    )
    return bool(row.get("optional")) and not raised


def _cut(event: MissionEvent, grain: Grain) -> MissionEvent:
    if grain == "day":
        return event
    return MissionEvent(event.what, event.sender, event.host, event.when[:_YEAR], event.spare)


@dataclass(frozen=True, slots=True)
class Count:
    """How many events were wanted, how many were given, and how many of them were right."""

    wanted: int = 0
    given: int = 0
    right: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.wanted + other.wanted, self.given + other.given, self.right + other.right)


@dataclass(frozen=True, slots=True)
class Compared:
    """A document's events: those wanted and not given, and those given and not wanted."""

    count: Count
    missed: tuple[MissionEvent, ...]
    wrong: tuple[MissionEvent, ...]


def compare(wanted: Iterable[Row], given: Iterable[Row], grain: Grain) -> Compared:
    """The events given in a document against those that a reader wants.

    >>> roles = {"sender": "USA", "host": "NPL"}
    >>> wanted = [{"kind": "mission_opened", "roles": roles, "when": "1959-08-06"}]
    >>> given = [{"kind": "mission_opened", "roles": roles, "when": "1959-08"}]
    >>> compare(wanted, given, "day").count, compare(wanted, given, "year").count
    (Count(wanted=1, given=1, right=0), Count(wanted=1, given=1, right=1))
    """
    theirs = mission_events(wanted, grain)
    ours = [event for event in mission_events(given, grain) if not event.spare]
    needed = [event for event in theirs if not event.spare]
    pairs = largest([_answers(needed, event) for event in ours])
    left = [event for place, event in enumerate(ours) if place not in pairs]
    wrong = tuple(event for event in left if not _answers(theirs, event))
    missed = tuple(e for place, e in enumerate(needed) if place not in pairs.values())
    return Compared(Count(len(needed), len(pairs) + len(wrong), len(pairs)), missed, wrong)


def _answers(wanted: Sequence[MissionEvent], event: MissionEvent) -> list[int]:
    return [i for i, w in enumerate(wanted) if w.alike(event) and same_date(w.when, event.when)]
