"""The roles of a fact: of several names or figures for one thing the one to show, and why."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from legation.model.claims import Claim, RoleValue
from legation.model.kinds import Kind, kinds
from legation.model.preferences import Alternative, Preferred
from legation.reconciliation.decided import PERSONS, Decided
from legation.reconciliation.preferring import Candidate, prefer
from legation.reconciliation.sameness import names_of
from legation.reconciliation.weighing import Weighing

_GENERIC = frozenset(("mission", "diplomatic mission", "representation", "consulate"))
_FIGURES = ("number", "amount", "value", "round", "forgiven")
_CODES = ("by",)


def roles_of(
    claims: Sequence[Claim], who: Decided, weighing: Weighing
) -> tuple[dict[str, RoleValue], dict[str, Preferred]]:
    """The roles of claims of one thing, and for those of several values which is preferred."""
    given = [(claim, who.roles(claim)) for claim in claims]
    names = sorted({role for _, roles in given for role in roles})
    shown: dict[str, RoleValue] = {}
    preferred: dict[str, Preferred] = {}
    kind = kinds()[claims[0].kind]
    for role in names:
        values = _values(role, given)
        if len(values) == 1 or role in kind.parties:
            shown[role] = values[0].value
            continue
        chosen, reason = prefer(values, weighing)
        shown[role] = chosen.value
        others = tuple(_alternative(kind, role, chosen, one) for one in values if one is not chosen)
        preferred[role] = Preferred(chosen.value, reason, others)
    return shown, preferred


def _values(role: str, given: Sequence[tuple[Claim, Mapping[str, RoleValue]]]) -> list[Candidate]:
    """The values of a role, each once, those that are told in Latin letters first."""
    met: dict[Any, Candidate] = {}
    for claim, roles in given:
        if role in roles:
            value = roles[role]
            one = met.setdefault(_key(value), Candidate(value, [], 0, _fineness(role, value)))
            one.claims.append(claim)
    row = sorted(met.values(), key=lambda one: not _shown(one.value).isascii())
    for place, one in enumerate(row):
        one.place = place
    return row


def _key(value: RoleValue) -> Any:
    """Equal for values that show the same."""
    return _shown(value).casefold() or repr(value)


def _shown(value: RoleValue) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_shown, value))
    return next(names_of(value), "") or (str(value) if isinstance(value, (int, float)) else "")


def _fineness(role: str, value: RoleValue) -> int:
    """How full a name is: known to a table before spelt out, then by its words; of figures none
    is finer than another."""
    if role in _FIGURES or role in _CODES:
        return 0
    if role == "mission_type":
        return int(_shown(value).casefold() not in _GENERIC)
    known = isinstance(value, dict) and not value.get("romanised")
    known = known and (role in PERSONS or bool(value.get("id") or value.get("state")))
    return (100 if known else 0) + len(_shown(value).split())


def _alternative(kind: Kind, role: str, chosen: Candidate, other: Candidate) -> Alternative:
    ids = tuple(sorted(claim.id for claim in other.claims))
    return Alternative(other.value, ids, _cannot_both_be(kind, role, chosen, other))


def _cannot_both_be(kind: Kind, role: str, a: Candidate, b: Candidate) -> bool:
    """Whether two values of a role contradict each other: who did it, of a change the type of the
    mission, and figures that are given of the same date; told by documents that do not
    themselves say both."""
    if b.documents <= a.documents:
        return False
    if role in _CODES:
        return True
    if role == "mission_type" and kind.aspect == "event":
        return not {_shown(a.value).casefold(), _shown(b.value).casefold()} & _GENERIC
    if role not in _FIGURES or kind.name == "tenor":
        return False
    one, other = _figure(a.value), _figure(b.value)
    dates = {claim.when for claim in a.claims} & {claim.when for claim in b.claims} - {None}
    return bool(dates) and one is not None and other is not None and one != other


def _figure(value: RoleValue) -> tuple[float, str] | None:
    """A number with what it counts; None for what is not written as a number."""
    words = unicodedata.normalize("NFKC", _shown(value)).replace(",", "").casefold().split()
    try:
        return float(words[0]), " ".join(words[1:])
    except (ValueError, IndexError):
        return None
