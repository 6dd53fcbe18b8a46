"""Echoes: 'Portugal followed suit', 'Norway did so in 1962': what one did, another does too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.dated import Dated
from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.lexicon import Unit
from legation.extraction.matching import Match
from legation.extraction.phrases import Argument, Clause, Group, Hit
from legation.extraction.roles import Casting, speaks_for_state
from legation.model.kinds import kinds

_NOT = Unit("concept", "NOT")
_FRESH = "fresh"
"""The value of an echo that does not take over a negation: 'did so' after 'did not'."""
_BESIDE = "beside"
_DENIED = "denied"
"""The value of a head that says itself that it was not so: 'withheld recognition'."""
_REPEATED = ("recognition",)
"""Kinds that one state after another does to the same."""
_KEPT = ("mission_type", "city")
"""The further roles that go with a thing whoever does it."""


def echoed(clause: Clause, memory: Memory, dates: Sequence[Dated] = ()) -> Sequence[Hit]:
    """What was said last, a head and its object, where words say it again of somebody named."""
    cues = of_concept(clause.hits, "ECHO")
    if not cues or not memory.said:
        return ()
    cue = cues[0]
    fresh = cue.unit.value == _FRESH
    if cue.unit.value == _BESIDE and not _follows(cue, clause, memory, dates):
        return ()
    said = memory.said[0]
    unit = replace(said.unit, value="") if fresh and said.unit.value == _DENIED else said.unit
    found = [replace(said, start=cue.start, end=cue.end, unit=unit)]
    last = max(cue.end - 1, cue.start)
    own = {h.concept for h in clause.hits if h.end <= cue.start}
    found += [replace(h, start=last, end=cue.end) for h in memory.said[1:] if h.concept not in own]
    if memory.denied and not fresh:
        found.append(Hit(cue.start, cue.end, _NOT))
    return found


def _follows(cue: Hit, clause: Clause, memory: Memory, dates: Sequence[Dated]) -> bool:
    """Whether a cue that says too little by itself comes right after who acts: 'Peru followed'.

    So it does after a thing like the last one that was spoken of: 'the legation in Oslo followed'.
    """
    things = {h.concept for h in memory.said[1:]}
    if any(h.concept in things and h.end <= cue.start for h in clause.hits):
        return True
    asides = [(d.start, d.end) for d in dates]
    return any(_beside(g.end, cue.start, asides) for g in _acting(clause)[:1])


def _beside(end: int, start: int, asides: Sequence[tuple[int, int]]) -> bool:
    """Whether a cue follows a name, or the bracketed date after it: 'Peru (12 June) followed'."""
    closing = next((e + 1 for s, e in asides if s == end + 1 and e < start), end)
    return 0 <= start - closing <= 1


def retold(match: Match, clause: Clause, memory: Memory) -> list[Casting]:
    """The last claim with somebody else in it, where a clause names nobody but who acts."""
    last = memory.told
    if not of_concept(clause.hits, "ECHO") or memory.event != match.frame.kind or last is None:
        return []
    told = of_concept(clause.hits, "ECHO")
    if not clause.groups and told[0].unit.value == _FRESH:
        return [Casting(last.values, {}, 1)]  # '… meant to, and did so in March'
    named = (g for g in clause.groups if g.states and g.case not in ("", "by", "after_"))
    if not all(any(h.start <= g.start and g.end <= h.end for h in told) for g in named):
        return []
    members = ((s, m) for g in _acting(clause) for m in g.members for s in m.states)
    return [c for s, m in members if (c := _instead(s, m, match, last, memory)) is not None]


def again(match: Match, role: str, actor: str, memory: Memory) -> str:
    """Whom the last claim of the kind befell, if not `actor`: 'Peru recognised it, Chile had'; the
    page's own state, where it is one of those whom the page has told it of."""
    last, focus = memory.told, memory.theme.focus
    if match.frame.kind in _REPEATED and focus in memory.recognized and focus != actor:
        return focus or ""
    if match.frame.kind not in _REPEATED or memory.event != match.frame.kind or last is None:
        return ""
    value = last.values.get(role)
    return value if isinstance(value, str) and value != actor else ""


def _acting(clause: Clause) -> list[Group]:
    agents = any(h.unit.value == "by" for h in of_concept(clause.hits, "ECHO"))
    case = "by" if agents else ""
    able = (g for g in clause.groups if g.case == case and g.states)
    return [g for g in able if g.type != "place" or speaks_for_state(g)]


def _instead(
    state: str, named: Argument, match: Match, last: Casting, memory: Memory
) -> Casting | None:
    """A casting with `state` for who acted in it."""
    key = kinds()[match.frame.kind].key
    parties = last.values.get("parties")
    if isinstance(parties, list):
        rest = [p for p in parties if p != _actor_of(parties, last, memory)]
        if state in rest or len(rest) != 1:
            return None
        return Casting({"parties": [state, *rest]}, {f"parties.{state}": named}, 1)
    values = {role: last.values[role] for role in (*key, *_KEPT) if role in last.values}
    if len(key) < 2 or state in values.values():
        return None
    return Casting({**values, key[0]: state}, {key[0]: named}, 1)


def _actor_of(parties: Sequence[str], last: Casting, memory: Memory) -> str | None:
    """Which of the parties did it: who was named bare while the other was in a case, or as acting
    before; else the one whom the page is not about."""
    named = {p: a.case for p in parties if (a := last.arguments.get(f"parties.{p}"))}
    bare = [p for p, case in named.items() if case in ("", "by")]
    if len(bare) == 1 and len(named) == len(parties):
        return bare[0]
    if memory.subject and memory.subject[0] in parties and memory.subject[0] != memory.theme.focus:
        return memory.subject[0]
    return next((p for p in parties if p != memory.theme.focus), None)
