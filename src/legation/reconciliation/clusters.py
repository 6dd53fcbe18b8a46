"""Claims of one thing, brought together by their key, their dates and their roles.

Claims are put in one order first, whatever order they come in, so that the same claims come
together in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from legation.model.claims import Claim
from legation.model.kinds import kinds
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import NEVER, Days, days_of, finest, spanning
from legation.reconciliation.decided import NOTHING_DECIDED, Decided
from legation.reconciliation.identity import Key, key_of
from legation.reconciliation.looks import Look, Shape, look_of
from legation.reconciliation.rules import rule


@dataclass(slots=True)
class Cluster:
    """Claims of one thing, in the order of their dates, those without one at the end.

    `when` is the date that those come to which were compared, None where none has one.
    """

    claims: list[Claim] = field(default_factory=list)
    when: str | None = None
    days: Days | None = None
    _shapes: dict[Shape, Look] = field(default_factory=dict)
    _dates: set[str] = field(default_factory=set)

    def fits(self, look: Look) -> bool:
        """Whether no role of `look` sets it apart from any of the claims."""
        return look.shape in self._shapes or all(map(look.like, self._shapes.values()))

    @property
    def looks(self) -> Iterable[Look]:
        """Those of its claims, one of those that nothing tells apart."""
        return self._shapes.values()

    @property
    def names_a_person(self) -> bool:
        """Whether any of its claims names whom it is about."""
        return any("person" in look.roles for look in self._shapes.values())

    def add(self, look: Look) -> None:
        """Take one more claim in."""
        self.claims.append(look.claim)
        self._shapes.setdefault(look.shape, look)
        when = look.claim.when
        if when and when not in self._dates:
            self._dates.add(when)
            event = kinds()[look.claim.kind].aspect == "event"
            self.when = finest(self._dates) if event else spanning(self._dates)
            self.days = days_of(self.when)


def clusters(claims: Iterable[Claim], who: Decided = NOTHING_DECIDED) -> list[Cluster]:
    """The clusters of what `claims` assert, in a fixed order, each claim once.

    What is only alleged or planned is in none, nor is what is of no known kind.

    >>> clusters([])
    []
    """
    asserted = {claim.id: claim for claim in claims if claim.modality == "asserted"}
    keyed = [(_group(claim), claim) for claim in asserted.values() if claim.kind in kinds()]
    keyed.sort(key=lambda pair: (pair[0], *_place(pair[1])))
    found: list[Cluster] = []
    for _, group in groupby(keyed, key=lambda pair: pair[0]):
        alike = [claim for _, claim in group]
        found += _clusters_of_group(alike, who) if len(alike) > 1 else [Cluster(alike)]
    return found


def _group(claim: Claim) -> tuple[str, str, Key]:
    return claim.kind, claim.polarity, key_of(claim)


def _place(claim: Claim) -> tuple[int, int, int, str, str]:
    """Dated claims before undated ones, by their last day, so that open spans come last; between
    the two, times in a post whose date is carried over from another sentence."""
    if not claim.when:
        return 2, NEVER, NEVER, "", claim.id
    days = days_of(claim.when)
    return int(_is_carried(claim)), days.end_latest, days.begin_earliest, claim.when, claim.id


def _clusters_of_group(claims: Sequence[Claim], who: Decided) -> list[Cluster]:
    found: list[Cluster] = []
    for look in (look_of(claim, who) for claim in claims):
        place = (
            _dated_place(look, found) if look.days else undated_joins_the_only_dated(look, found)
        )
        if place is None:
            place = Cluster()
            found.append(place)
        place.add(look)
    return found


def _dated_place(look: Look, found: Sequence[Cluster]) -> Cluster | None:
    meeting = next((one for one in found if _same_occasion(look, one)), None)
    return meeting or carried_dates_make_no_second_time(look, found)


@rule("carried-dates-make-no-second-time", INFERENCE)
def carried_dates_make_no_second_time(look: Look, found: Sequence[Cluster]) -> Cluster | None:
    """A date carried over from an earlier sentence makes no second time in a post of one person of
    whom just one time is told with a date of its own."""
    if not _is_carried(look.claim) or "person" not in look.roles:
        return None
    his = [one for one in found if one.names_a_person and one.fits(look)]
    return his[0] if len(his) == 1 and not all(map(_is_carried, his[0].claims)) else None


def _is_carried(claim: Claim) -> bool:
    """Whether a claim is of a time in a post, and its date is not told with it."""
    return claim.when_basis == "carried" and kinds()[claim.kind].aspect == "tenure"


def _same_occasion(look: Look, cluster: Cluster) -> bool:
    meet = look.days is not None and cluster.days is not None and look.days.meets(cluster.days)
    return meet and not an_appointment_is_the_next_ones(look, cluster) and cluster.fits(look)


@rule("an-appointment-is-the-next-ones", INFERENCE)
def an_appointment_is_the_next_ones(look: Look, cluster: Cluster) -> bool:
    """An appointment about the end of a time in a post is of who came next, unless both are told
    of the same name; a single date tells when somebody was appointed."""
    return any(_comes_next(look, other) or _comes_next(other, look) for other in cluster.looks)


def _comes_next(appointed: Look, other: Look) -> bool:
    """Whether a claim is of an appointment on or after the first day on which another's time in
    the post may have ended, and not both of them have a name."""
    if kinds()[appointed.claim.kind].aspect != "tenure" or not (appointed.days and other.days):
        return False
    if appointed.days.interval or not other.days.interval:
        return False
    named = "person" in appointed.roles and "person" in other.roles
    return not named and appointed.days.end_latest >= other.days.end_earliest


@rule("undated-joins-the-only-dated", INFERENCE)
def undated_joins_the_only_dated(look: Look, found: Sequence[Cluster]) -> Cluster | None:
    """An undated claim is of the one dated thing that its roles fit, if there is just one;
    otherwise it joins other undated claims that its roles fit."""
    dated: list[Cluster] = []
    undated: Cluster | None = None
    for cluster in found:
        if cluster.when is None:
            undated = undated or (cluster if cluster.fits(look) else None)
        elif len(dated) < 2 and cluster.fits(look):
            dated.append(cluster)
    return dated[0] if len(dated) == 1 else undated
