"""Who recalls an envoy, and who expels whose diplomats."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from legation.extraction.discourse import Memory
from legation.extraction.envoy_roles import both_ways, envoy_sides, unsaid
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.pack import Pack
from legation.extraction.phrases import Argument, Clause, Group
from legation.extraction.roles import Casting, speaks_for_state

_OWNED = ("gen", "of", "poss")


def recall(match: Match, clause: Clause, memory: Memory, pack: Pack) -> list[Casting]:
    """Who recalls an envoy, and from where."""
    sender, host = envoy_sides(match.object, match.head, clause, pack)
    alone = unsaid(sender) or (sender is not None and sender.form == "pronoun")
    if alone and host is None and (two := both_ways(clause, memory)) is not None:
        return [Casting({"by": a, "host": b}) for a, b in (two, two[::-1])]
    from_group = next((g for g in clause.groups if g.case == "from" and g.states), None)
    acting = next((g for g in clause.groups if g.case in ("", "by") and speaks_for_state(g)), None)
    leads = acting is not None and acting.start < match.head.start and not pack.genitive_after
    if sender is None and acting is not None and leads:
        sender = acting.members[0]
    host = None if host is sender else host
    by = sender.states[0] if sender else next(iter(memory.subject), None)
    host_state = from_group.states[0] if from_group else (host.states[0] if host else None)
    host_state = host_state or _as_before(by, memory)
    if host_state is None and sender is not None and memory.theme.alone in (None, by):
        host_state = next((s for s in memory.subject if s != by), None)
    if sender is None and by == host_state and by is not None:
        by = memory.counterpart(by)
    if host_state is None and by:
        host_state = memory.counterpart(by)
    if by is None and host_state:
        by = memory.counterpart(host_state)
    home = next(
        (g for g in clause.groups if g.case == "to" and g.type == "place" and g.states), None
    )
    if home is not None and sender is None and (post := _post_of(home.states[0], memory)):
        by, host_state = home.states[0], post
    if not by or not host_state or by == host_state:
        return []
    posts = from_group or next((g for g in clause.groups if host in g.members), None)
    others = posts.states[1:] if posts else []
    named: dict[str, Argument] = {"by": sender} if sender else {}
    pairs = [(by, h) for h in (host_state, *others)]
    group = next((g for g in clause.groups if sender in g.members), None)
    if group is not None and (from_group or host or host_state not in group.states):
        pairs += [(s, host_state) for s in group.states if s != by]
    return [Casting({"by": b, "host": h}, dict(named)) for b, h in pairs if h != b]


def _as_before(by: str | None, memory: Memory) -> str | None:
    """'Peru recalled its envoy from Quito, and Chile its own': whence one did so right before."""
    if memory.event != "envoy_recalled" or memory.told is None or by in memory.theme.states:
        return None
    last, host = (memory.told.values.get(role) for role in ("by", "host"))
    return host if isinstance(host, str) and by not in (None, last, host) else None


def _post_of(state: str, memory: Memory) -> str | None:
    """Where the envoy who was called home to a state was: the other state, or of the last envoy."""
    known = memory.envoy if memory.envoy and memory.envoy[0] == state else None
    return memory.theme.other(state) or (known[1] if known else None)


def expulsion(match: Match, clause: Clause, memory: Memory, pack: Pack) -> list[Casting]:
    """Who expels whose diplomats."""
    at = _named_at(match, clause)
    groups = [g for g in clause.groups if (g.states and g.type != "place") or speaks_for_state(g)]
    owner = next(
        (g for g in reversed(groups) if g.case in _OWNED and g.end <= at and at - g.end <= 3), None
    )
    owner = None if pack.genitive_after else owner
    owner = owner or next((g for g in groups if g.case == "of"), None)
    owner = owner or next((g for g in groups if g.start <= at < g.end and g.case == "obj"), None)
    owner = owner or (_owner_after(clause, groups) if pack.genitive_after else None)
    acting = next((g for g in groups if g is not owner and g.case in ("", "by")), None)
    left = next((g for g in clause.groups if g.case == "from" and g.states), None)
    acting = acting or left
    if acting and (each := _each_others(acting, clause)):
        return each
    by = (
        acting.states[0]
        if acting
        else (_stranger(clause, memory) or next(iter(memory.subject), None))
    )
    whose = owner.states[0] if owner else None
    if whose and by in (None, whose):
        post = next((g for g in clause.groups if g.case == "in" and g.states), None)
        by = post.states[0] if post else memory.counterpart(whose)
    if whose is None and by:
        whose = memory.counterpart(by)
    if not by or not whose or by == whose:
        return []
    many = acting.states if acting else memory.subject
    others = [s for s in many if s not in (by, whose)] if owner else []
    return [Casting({"by": b, "sender": whose}) for b in (by, *others)]


def _each_others(acting: Group, clause: Clause) -> list[Casting]:
    """'Peru and Chile expelled each other's attachés': both did it, each to the other's."""
    each = any(h.unit.value == "each" for h in of_concept(clause.hits, "PAIR"))
    two = permutations(dict.fromkeys(acting.states), 2) if each else ()
    return [Casting({"by": by, "sender": sender}) for by, sender in two]


def _stranger(clause: Clause, memory: Memory) -> str | None:
    """The page's one state, if somebody acts of whom nothing is known."""
    unknown = any(m.form == "stranger" for g in clause.groups if not g.case for m in g.members)
    return memory.theme.alone if unknown else None


def _named_at(match: Match, clause: Clause) -> int:
    """Where those who must leave are named: 'declared the Peruvian envoy, Ruiz, persona non …'."""
    if match.object is not None:
        return match.object.start
    before = [h.start for h in of_concept(clause.hits, "ENVOY", "DIPLOMAT")]
    return max((at for at in before if at < match.head.start), default=match.head.start)


def _owner_after(clause: Clause, groups: Sequence[Group]) -> Group | None:
    """Whose diplomats, where the state follows them; of several the last that has one."""
    ends = [h.end for h in of_concept(clause.hits, "DIPLOMAT", "ENVOY", "MISSION")]
    return next((g for end in reversed(ends) for g in groups if 0 <= g.start - end <= 1), None)
