"""Remembrance: what a claim leaves behind for the sentences after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.extraction.discourse import Memory
from legation.extraction.frames import Match
from legation.extraction.roles import Casting
from legation.model.kinds import kinds


def note(match: Match, castings: Sequence[Casting], memory: Memory, *, echo: bool) -> None:
    """Keep who acted, between whom, and which mission or envoy it was; an echo acts anew."""
    casting = castings[-1]
    values = casting.values
    if match.frame.kind in ("attack", "occupation"):
        memory.deed = str(values[kinds()[match.frame.kind].key[0]])
    first = next((v for v in values.values() if isinstance(v, str)), None)
    if first and not echo:
        memory.agent = (first,)
    pair_ = (values.get("sender"), values.get("host"))
    if match.frame.roles == "mission" and all(isinstance(v, str) for v in pair_):
        if pair_ != memory.mission:
            memory.earlier = memory.mission
        memory.mission = pair_  # type: ignore[assignment]
    if match.frame.roles == "envoy" and all(isinstance(v, str) for v in pair_):
        memory.envoy = pair_  # type: ignore[assignment]
    memory.event = match.frame.kind
    memory.told = casting
    memory.parties = _two_parties(values) or memory.parties
    if memory.theme.keeper and _mirrored(castings):
        memory.mission = memory.envoy = None


def _mirrored(castings: Sequence[Casting]) -> bool:
    """Whether two states' missions to each other are told of as one."""
    sides = {(c.values.get("sender"), c.values.get("host")) for c in castings}
    return any((host, sender) in sides for sender, host in sides if sender)


def _two_parties(values: Mapping[str, object]) -> tuple[str, ...]:
    """The two states of a claim, whatever its roles are called."""
    listed = values.get("parties")
    found = listed if isinstance(listed, list) else list(values.values())[:2]
    states = tuple(v for v in found if isinstance(v, str) and len(v) == 3)
    return states if len(states) == 2 and states[0] != states[1] else ()
