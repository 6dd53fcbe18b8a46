"""Agreement: whether a claim says what a reader's claim says.

Both are rows as in the claim contract: kind, roles, when, polarity, modality.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from legation.model.kinds import kinds
from scoring.dates import same_date
from scoring.names import names_of, same_things

Row = Mapping[str, Any]
Level = Literal["strict", "loose"]
LEVELS: tuple[Level, ...] = ("strict", "loose")

_NEAR = {"mission_reopened": "mission_opened", "relations_restored": "relations_established"}
"""Kinds that a loose reading does not tell apart."""
_SETS = ("parties", "places")


def agrees(wanted: Row, given: Row, level: Level) -> bool:
    """Whether `given` says what the reader's claim `wanted` says, at a level.

    Strict asks for kind, key roles, polarity, modality and date; loose for a near kind, key
    roles and polarity.

    >>> roles = {"sender": "PER", "host": "POL"}
    >>> wanted = {"kind": "mission_opened", "roles": roles, "when": "1969"}
    >>> given = {"kind": "mission_reopened", "roles": roles}
    >>> agrees(wanted, given, "strict"), agrees(wanted, given, "loose")
    (False, True)
    """
    if not (same_kind(wanted, given, level) and same_roles(wanted, given)):
        return False
    if not same_polarity(wanted, given):
        return False
    return level == "loose" or (
        same_modality(wanted, given) and same_date(wanted.get("when"), given.get("when"))
    )


def same_kind(wanted: Row, given: Row, level: Level) -> bool:
    """Whether two rows are of one kind, or loosely of near ones."""
    if given.get("kind") not in kinds():
        return False
    if level == "strict":
        return bool(wanted["kind"] == given["kind"])
    return bool(near_kind(wanted["kind"]) == near_kind(given["kind"]))


def near_kind(kind: str) -> str:
    """The kind that stands for a kind in a loose reading.

    >>> near_kind("relations_restored")
    'relations_established'
    """
    return _NEAR.get(kind, kind)


def same_roles(wanted: Row, given: Row) -> bool:
    """Whether the key roles that the reader gives are given alike."""
    ours, theirs = wanted.get("roles") or {}, given.get("roles") or {}
    return all(
        _same_role(wanted["kind"], role, ours[role], theirs.get(role))
        for role in kinds()[wanted["kind"]].key
        if ours.get(role) is not None
    )


def _same_role(kind: str, role: str, wanted: Any, given: Any) -> bool:
    if given is None:
        return False
    if role in _SETS or kind == "meeting":
        return same_things(wanted, given)
    return bool(names_of(wanted) & names_of(given))


def same_polarity(wanted: Row, given: Row) -> bool:
    """Whether both affirm or both deny; a row that says neither affirms."""
    return _of(wanted, "polarity", "affirmed") == _of(given, "polarity", "affirmed")


def same_modality(wanted: Row, given: Row) -> bool:
    """Whether both assert, allege or plan; a row that says nothing asserts."""
    return _of(wanted, "modality", "asserted") == _of(given, "modality", "asserted")


def _of(row: Row, field: str, default: str) -> str:
    return str(row.get(field) or default)
