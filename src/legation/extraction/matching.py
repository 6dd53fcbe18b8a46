"""Matching: the frames that the words of a clause meet, each with its head and its object."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from legation.extraction.frames import Frame, frames, telling
from legation.extraction.phrases import Hit

_LIST = 5
"""How many words may part two objects of one head."""
_VERB_LAST = 8
"""Words more that may stand between a verb and its object in a language whose verbs are last."""
_TIGHT = 3
"""The same for frames whose object stands beside its verb."""
_BREAK = 4
"""How many words a comma counts for."""


@dataclass(unsafe_hash=True, slots=True)  # frozen in spirit, as hits are
class Match:
    """A frame met in a clause: its head and the object it goes with."""

    frame: Frame
    head: Hit
    object: Hit | None
    relatives: tuple[int, ...] = ()
    """Where relative pronouns stand in the clause."""
    finite: bool = False
    """Whether the head begins with a verb, of which nothing that follows is the owner."""
    several: bool = False
    """Whether the head is a verb in the plural, so that of two bare names the list acts."""
    opens: bool = False
    """Whether the clause opens its sentence, or echoes another: it cannot lack its subject."""
    background: bool = False
    """Whether the head is only told as what went before ('after the attack on Chile')."""
    shares: bool = False
    """Whether the next clause says the same kind of thing, with a date that is for both."""

    @property
    def start(self) -> int:
        """The first token of head and object."""
        return min(self.head.start, self.object.start if self.object else self.head.start)

    @property
    def end(self) -> int:
        """The token after the last of head and object."""
        return max(self.head.end, self.object.end if self.object else self.head.end)


@cache
def _by_head() -> Mapping[str, tuple[tuple[int, str], ...]]:
    """For each concept the frames that it heads, by their number."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number, frame in enumerate(frames()):
        for concept in sorted(frame.head):
            found.setdefault(concept, []).append((number, concept))
    return {concept: tuple(numbers) for concept, numbers in found.items()}


def matches(
    hits: Sequence[Hit],
    breaks: Sequence[int] = (),
    verb_last: bool = False,
    joints: Sequence[int] = (),
) -> list[Match]:
    """The frames that a clause's hits meet; each head takes its nearest object only.

    `joints` are the places of 'and', which give one head two objects; `breaks` are the places of
    commas and the like, which part a head from an object. Where verbs come last, all of a clause
    may stand between the two, and the object stands first.
    """
    by_concept: dict[str, list[Hit]] = {}
    for hit in hits:
        by_concept.setdefault(hit.unit.concept, []).append(hit)
    found: list[Match] = []
    for number, concept in sorted(o for c in by_concept for o in _by_head().get(c, ())):
        frame = frames()[number]
        if frame.also and frame.also.isdisjoint(by_concept):
            continue
        if not frame.without.isdisjoint(by_concept):
            continue
        if frame.verbless and not _listing(by_concept[concept], by_concept, verb_last):
            continue
        if not frame.needs or not frame.needs.isdisjoint(by_concept):
            for head in by_concept[concept]:
                match = _match(frame, head, by_concept, () if verb_last else breaks, verb_last)
                if match is not None:
                    found.append(match)
    relatives = tuple(h.start for h in by_concept.get("RELATIVE", ()))
    settled = _posted(_closing(_settled(found, joints)))
    return [replace(m, relatives=relatives) for m in settled] if relatives else settled


def _listing(titles: Sequence[Hit], by_concept: Mapping[str, list[Hit]], verb_last: bool) -> bool:
    """Whether a clause is a line without a verb; where none are listed, only below a heading that
    has the title."""
    if not verb_last and any(t.start >= 0 for t in titles):
        return False
    return "VERB" not in by_concept and (verb_last or not telling() & by_concept.keys())


def _closing(found: list[Match]) -> list[Match]:
    """Without what only says that somebody served, where the clause says that it ended; and
    without what else a word could say that says one thing for certain."""
    ended = {m.frame.kind for m in found if m.frame.ends}
    said = {m.head.start for m in found if m.frame.sole}
    alone = [m for m in found if m.frame.sole or m.head.start not in said]
    return [m for m in alone if m.frame.ends or m.frame.kind not in ended]


def _posted(found: list[Match]) -> list[Match]:
    """Without the journey of an envoy to his post: 'the first ambassador arrived in Lima'."""
    posts = {m.head.start for m in found if m.frame.kind == "envoy_tenure"}
    return [m for m in found if m.frame.kind != "visit" or m.head.start not in posts]


def _match(
    frame: Frame,
    head: Hit,
    by_concept: Mapping[str, list[Hit]],
    breaks: Sequence[int],
    verb_last: bool,
) -> Match | None:
    if not frame.needs:
        return Match(frame, head, None)
    objects = [
        o
        for concept in frame.needs
        for o in by_concept.get(concept, ())
        if (o.start != head.start or o.end < head.end or head.start == head.end)
        and _distance(head, o, breaks)
        <= frame.reach + verb_last * (_TIGHT if frame.tight else _VERB_LAST)
        and (not frame.value or o.unit.value in frame.value)
        and (not frame.ending or frame.ending in o.case.split("|"))
        and (frame.order != "after" or (o.end <= head.start if verb_last else o.start >= head.end))
        and not (frame.order and _interrupted(head, o, by_concept))
    ]
    if not objects:
        return None
    return Match(frame, head, min(objects, key=lambda o: (_distance(head, o, breaks), o.start)))


def _interrupted(head: Hit, object_: Hit, by_concept: Mapping[str, list[Hit]]) -> bool:
    """Whether another predicate stands between: 'was received by the president'."""
    return any(
        head.end <= h.start and h.end <= object_.start
        for concept in telling().intersection(by_concept)
        for h in by_concept[concept]
    )


def _distance(a: Hit, b: Hit, breaks: Sequence[int] = ()) -> int:
    low, high = min(a.end, b.end), max(a.start, b.start)
    return max(high - low, 0) + _BREAK * sum(low <= at < high for at in breaks)


def _settled(found: list[Match], joints: Sequence[int]) -> list[Match]:
    """Of the frames of one head, the one whose object is nearest; objects taken once only."""
    nearest: dict[tuple[int, str], Match] = {}
    for match in found:
        if match.object is not None:
            key = (match.head.start, match.head.unit.concept)
            if key not in nearest or _rank(match) < _rank(nearest[key]):
                nearest[key] = match
    kept: list[Match] = []
    taken: set[int] = set()
    for match in found:
        if match.object is None:
            kept.append(match)
            continue
        key = (match.head.start, match.head.unit.concept)
        first = nearest[key]
        if _reach(match) > _reach(first) and not _listed(match, first, joints):
            continue
        if match.object.start in taken and match.frame.kind in ("tenor", "relations_maintained"):
            continue
        if match.object.start in taken and match.frame.takes:
            continue
        if match.frame.takes:
            taken.add(match.object.start)
        kept.append(match)
    return kept


def _rank(match: Match) -> tuple[bool, int]:
    """How near the object is; one that is said for certain comes first."""
    return (not match.frame.sole, _reach(match))


def _reach(match: Match) -> int:
    return _distance(match.head, match.object) if match.object else 0


def _listed(match: Match, first: Match, joints: Sequence[int]) -> bool:
    """'relations and a legation were established': a second object joined to the nearest."""
    if match.object is None or first.object is None:
        return False
    low, high = sorted((match.object, first.object), key=lambda h: h.start)
    parted = low.end <= match.head.start < high.start
    return (
        not parted
        and high.start - low.end <= _LIST
        and any(low.end <= at < high.start for at in joints)
    )
