"""How a claim looks beside others of its key: its roles in a form that is quick to compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from legation.model.claims import Claim, RoleValue
from legation.model.kinds import Kind, kinds
from legation.reconciliation.classes import mission_class, office_class
from legation.reconciliation.dating import Days, days_of
from legation.reconciliation.decided import NOTHING_DECIDED, PERSONS, Decided
from legation.reconciliation.sameness import Named, named, persons_agree

Shape = tuple[Any, ...]
_A_MONTH = 31
_CLASSED = ("mission_type", "office")
_FREE = frozenset(
    ("number", "amount", "value", "direction", "purpose", "form", "round", "occasion", "by")
)
_OTHERS_THAN_THE_CHIEF = frozenset(("vice", "deputy", "former", "acting"))


@dataclass(frozen=True, slots=True)
class Look:
    """A claim with its comparable roles; `shape` is equal for claims that nothing tells apart."""

    claim: Claim
    days: Days | None
    roles: Mapping[str, Named]
    places: tuple[Named, ...]
    tenor: tuple[str, ...]
    shape: Shape

    def like(self, other: Look) -> bool:
        """Whether no role that both claims give sets them apart.

        A role that only one of them gives does not; nor do words in two languages, which cannot
        be compared, if both claims have the same date, or dates of one month.
        """
        if self.tenor != other.tenor or not _places_agree(self.places, other.places):
            return False
        foreign = self.claim.source.language != other.claim.source.language
        lenient = foreign and _same_time(self, other)
        return all(self._agrees(role, other, lenient) for role in self.roles if role in other.roles)

    def _agrees(self, role: str, other: Look, lenient: bool) -> bool:
        a, b = self.roles[role], other.roles[role]
        if role == "office":
            return _offices_agree(a, b) or self._is_the_visitor_of(other)
        if persons_agree(a, b) if role in PERSONS else a.is_as(b):
            return True
        return lenient and role not in _CLASSED and not (a.resolved and b.resolved)

    def _is_the_visitor_of(self, other: Look) -> bool:
        a, b = self.roles.get("visitor"), other.roles.get("visitor")
        return a is not None and b is not None and persons_agree(a, b)


def look_of(claim: Claim, who: Decided = NOTHING_DECIDED) -> Look:
    """The look of a claim; `who` is what readers decided of persons' names."""
    kind = kinds()[claim.kind]
    given_roles = {
        role: _comparable(kind, role, value)
        for role, value in who.roles(claim).items()
        if role not in _FREE and role not in kind.parties
    }
    roles = {role: one for role, one in given_roles.items() if one.ids or one.folded}
    given = claim.roles.get("places")
    places = tuple(map(named, given)) if isinstance(given, (list, tuple)) else ()
    tenor = ("value", "direction") if kind.name == "tenor" else ()
    tone = tuple(str(claim.roles.get(role)) for role in tenor)
    told = tuple(sorted((role, one.key) for role, one in roles.items()))
    return Look(
        claim=claim,
        days=days_of(claim.when) if claim.when else None,
        roles=roles,
        places=places,
        tenor=tone,
        shape=(claim.source.language, claim.when, told, tuple(one.key for one in places), tone),
    )


def _comparable(kind: Kind, role: str, value: RoleValue) -> Named:
    """A role's value as it is compared: of missions and envoys by their class."""
    if role == "mission_type":
        return Named(frozenset(), frozenset((mission_class(value).name,)), ())
    if role == "office" and kind.effect and kind.effect.line == "envoy":
        return Named(frozenset(), frozenset((office_class(value),)), ())
    one = named(value)
    if role in PERSONS and isinstance(value, dict):
        return replace(one, resolved=_in_latin_as_known(value))
    return one


def _in_latin_as_known(value: Mapping[str, Any]) -> bool:
    """Whether a person's name is given in Latin letters as it is known, and not spelt out."""
    return str(value.get("name", "")).isascii() and not value.get("romanised")


def _offices_agree(a: Named, b: Named) -> bool:
    """Whether two offices may be one: the same, or one told less fully than the other, as the
    'minister' who is the foreign minister; a deputy is not the chief."""
    return any(_fuller(x, y) or _fuller(y, x) for x in a.folded for y in b.folded)


def _fuller(long: str, short: str) -> bool:
    more = set(long.split()) - set(short.split())
    return set(short.split()) <= set(long.split()) and not more & _OTHERS_THAN_THE_CHIEF


def _same_time(a: Look, b: Look) -> bool:
    """Whether two dates are the same as written, or agree and are no coarser than a month."""
    if a.days is None or b.days is None or a.claim.when == b.claim.when:
        return a.claim.when == b.claim.when is not None
    return max(a.days.width, b.days.width) < _A_MONTH and a.days.meets(b.days)


def _places_agree(a: Sequence[Named], b: Sequence[Named]) -> bool:
    """Whether two lists of twinned places are one: each place of either is in the other."""
    if not (a and b):
        return True
    return all(any(x.is_as(y) for y in b) for x in a) and all(any(x.is_as(y) for x in a) for y in b)
