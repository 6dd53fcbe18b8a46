"""What the roles of a claim are cast from, and which groups can fill them."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.extraction.phrases import Argument, Group


@dataclass(slots=True)
class Casting:
    """States for the roles of one claim, the arguments that gave them, what context added."""

    values: dict[str, object]
    arguments: dict[str, Argument] = field(default_factory=dict)
    guessed: int = 0


def usable(group: Group) -> bool:
    """Whether a group can be a party: no state can that is part of a war's name."""
    if group.type == "event":
        return False
    return bool(group.states) or any(m.type == "actor" for m in group.members)


def speaks_for_state(group: Group) -> bool:
    """Whether a group of places are capitals, which can act for their states."""
    return all(m.form == "capital" for m in group.members)


def members(group: Group | None) -> list[tuple[str, Argument | None]]:
    """Each state of a group with the argument that gives it; an empty state for an unknown one."""
    if group is None:
        return []
    return [(s, m) for m in group.members for s in (m.states or ("",))]
