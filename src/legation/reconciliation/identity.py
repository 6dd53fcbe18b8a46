"""What a claim is about, apart from when: the key under which claims speak of one thing."""

from __future__ import annotations

from collections.abc import Mapping

from legation.model.claims import Claim, RoleValue
from legation.model.kinds import kinds
from legation.model.parties import codes
from legation.reconciliation.classes import mission_class, office_class
from legation.reconciliation.dating import agree, days_of
from legation.reconciliation.decided import NOTHING_DECIDED, PERSONS, Decided
from legation.reconciliation.sameness import same_person, same_thing

Key = tuple[str, ...]
_A_MONTH = 31
_TENOR = ("value", "direction")
_CLASSED = ("mission_type", "office")
_FREE = ("number", "amount", "value", "direction", "purpose", "form", "round", "occasion", "by")


def key_of(claim: Claim) -> Key:
    """The states and organisations in the key roles, sorted where their order means nothing.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> key_of(Claim("war", {"parties": ["IRQ", "IRN"]}, source))
    ('IRN', 'IRQ')
    """
    kind = kinds()[claim.kind]
    parts = [tuple(codes(claim.roles.get(role))) for role in kind.key]
    if kind.symmetric or kind.name == "trade":
        return tuple(sorted(code for part in parts for code in part))
    return tuple("+".join(sorted(part)) for part in parts)


def roles_agree(a: Claim, b: Claim, who: Decided = NOTHING_DECIDED) -> bool:
    """Whether no role that both claims give sets them apart.

    A role that only one of them gives does not; nor do words in two languages, which cannot be
    compared, if both claims have the same date, or dates of one month. `who` is what readers
    decided of persons' names.
    """
    if a.kind == "tenor" and any(a.roles.get(role) != b.roles.get(role) for role in _TENOR):
        return False
    if not _places_agree(a.roles.get("places"), b.roles.get("places")):
        return False
    incomparable = a.source.language != b.source.language and _same_time(a.when, b.when)
    shared = [role for role in a.roles if role in b.roles and role not in kinds()[a.kind].parties]
    roles, others = who.roles(a), who.roles(b)
    return all(
        _values_agree(role, roles, others) or (incomparable and role not in _CLASSED)
        for role in shared
    )


def _same_time(a: str | None, b: str | None) -> bool:
    """Whether two dates are the same as written, or agree and are no coarser than a month."""
    if a is None or b is None or a == b:
        return a == b is not None
    return max(days_of(a).width, days_of(b).width) < _A_MONTH and agree(a, b)


def _places_agree(a: RoleValue, b: RoleValue) -> bool:
    """Whether two lists of twinned places are one: each place of either is in the other."""
    if not (isinstance(a, (list, tuple)) and isinstance(b, (list, tuple))):
        return True
    return all(any(same_thing(x, y) for y in b) for x in a) and all(
        any(same_thing(x, y) for x in a) for y in b
    )


def _values_agree(role: str, a: Mapping[str, RoleValue], b: Mapping[str, RoleValue]) -> bool:
    if role in _FREE:
        return True
    if role == "mission_type":
        return mission_class(a[role]) == mission_class(b[role])
    if role == "office":
        return office_class(a[role]) == office_class(b[role])
    if role in PERSONS:
        return same_person(a[role], b[role])
    return same_thing(a[role], b[role])
