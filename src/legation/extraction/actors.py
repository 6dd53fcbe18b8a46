"""Officials and governments: an office, whose it is, and who holds it, as one phrase."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from legation.extraction.case_markers import Cases
from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.incumbents import incumbent
from legation.extraction.pack import Pack
from legation.extraction.persons import LONGEST, name_after, name_before, opening_name, spoken
from legation.extraction.phrases import Argument, Hit
from legation.extraction.strangers import opening_stranger
from legation.extraction.tokens import Token

_REACH = 7
_GENITIVES = ("gen", "of")
_HELD = ("BE", "SERVE", "TAKE_OFFICE", "ELECT", "APPOINT")
"""What is said of who holds an office."""


@dataclass(slots=True)
class Scene:
    """What is known of a sentence when its phrases are built."""

    tokens: Sequence[Token]
    concepts: Sequence[Hit]
    arguments: list[Argument]
    cases: Cases
    memory: Memory
    pack: Pack

    def blocked(self) -> set[int]:
        """The tokens that cannot be part of a person's name."""
        taken = {i for h in self.concepts for i in range(h.start, h.end)}
        taken |= {i for a in self.arguments for i in range(a.start, a.end)}
        return (
            taken
            | {i for end, s in self.cases.starts.items() for i in range(s, end)}
            | {i for i in self.cases.after}
        )


def with_actors(scene: Scene) -> list[Argument]:
    """The arguments, with states that only say whose an official is folded into the official."""
    arguments = list(scene.arguments)
    blocked = scene.blocked()
    for hit in of_concept(scene.concepts, "OFFICE", "GOVERNMENT", "LAND"):
        owner = _owner(scene, hit, arguments)
        owners = _owners(scene, owner, arguments, hit) if owner else []
        owner = _merged(owners) if owners else None
        holder = _holder(scene, hit, owner, arguments) or _seat(scene, hit, owner, arguments)
        actor = _actor(scene, hit, owner, blocked, holder)
        if actor is None or (hit.concept == "LAND" and owner is None):
            continue
        if hit.concept == "LAND":
            actor = replace(actor, type="state")
        arguments = [a for a in arguments if not any(a is o for o in owners)]
        arguments = [a for a in arguments if not (actor.start <= a.start < actor.end)]
        arguments.append(actor)
    _introduce(scene, arguments, blocked)
    arguments += _remembered(scene, arguments, blocked)
    if scene.pack.cased:
        arguments += _strangers(scene, arguments, blocked)
    elif not any(a.start == 0 for a in arguments):
        arguments += opening_stranger(scene.tokens, scene.cases, blocked, scene.memory)
    return sorted(arguments, key=lambda a: (a.start, a.end))


def _introduce(scene: Scene, arguments: Sequence[Argument], blocked: set[int]) -> None:
    """Keep whose a person is whom a sentence opens with: 'X ছিলেন তানজানিয়ার রাষ্ট্রপতি'."""
    offices = [a for a in arguments if a.form == "office" and a.states and not a.guessed]
    if not offices or offices[0].person is not None or len(offices[0].states) != 1:
        return
    told = {h.start for h in of_concept(scene.concepts, *_HELD)}
    beside = {h.start for h in of_concept(scene.concepts, "BE")} | {offices[0].start}
    span = opening_name(scene.tokens, 0, blocked, beside, scene.pack)
    if span is not None and told:
        words = (t.low for t in scene.tokens[span[0] : span[1]])
        scene.memory.remember_person(words, offices[0].states[0])


def _owner(scene: Scene, hit: Hit, arguments: Sequence[Argument]) -> Argument | None:
    """The state whose office it is: 'Iraq's …', 'Iraqi …', '… of Iraq', 'رئیس جمهور ایران'."""
    ruled = hit.concept == "GOVERNMENT"
    states = [
        a
        for a in arguments
        if a.type in ("state", "org", "place", "pair") or (ruled and a.form == "person")
    ]
    cases = ("gen",) if scene.pack.government else _GENITIVES
    before = [a for a in states if a.end <= hit.start and a.case in cases]
    before = [] if scene.pack.genitive_after else before
    if before and _close(scene, before[-1].end, hit.start, 2):
        return before[-1]
    after = [a for a in states if a.start > hit.start and a.end > hit.end]
    if after and _close(scene, hit.end, after[0].start, _REACH):
        if scene.pack.genitive_after:
            return after[0] if not _marked(scene, hit.end, after[0].start) else None
        governed = scene.pack.government and _marked(scene, hit.end, after[0].start)
        if after[0].case == "of" and not governed:
            return after[0]
    return None


def _seat(
    scene: Scene, hit: Hit, owner: Argument | None, arguments: Sequence[Argument]
) -> Argument | None:
    """'In Moscow, the ministry said …': the capital that opens a sentence, whose government it is
    that is named next."""
    if owner or hit.concept != "GOVERNMENT" or hit.unit.value != "government":
        return None
    seat = next((a for a in arguments if a.start <= 1 and a.form == "capital"), None)
    if seat is None or seat.case != "in" or not _opens(scene, seat.end, hit.start):
        return None
    return replace(seat, name="")


def _opens(scene: Scene, start: int, end: int) -> bool:
    """Whether a comma, and then articles alone, stand between."""
    words = scene.tokens[start:end]
    comma = bool(words) and words[0].text in ",،"
    return comma and all(w.low in scene.pack.skipped for w in words[1:])


def _owners(
    scene: Scene, owner: Argument, arguments: Sequence[Argument], hit: Hit
) -> list[Argument]:
    """The owner with those joined to it: 'the foreign ministers of Norway and Peru'."""
    ordered = sorted(arguments, key=lambda a: a.start)
    at = next(i for i, a in enumerate(ordered) if a is owner)
    found = [owner]
    step = 1 if owner.start >= hit.end else -1
    while 0 <= at + step < len(ordered) and _joined(scene, ordered[at], ordered[at + step]):
        at += step
        found.append(ordered[at])
    found.sort(key=lambda a: a.start)
    return found if step < 0 or _listed(scene, found) else [owner]


def _listed(scene: Scene, owners: Sequence[Argument]) -> bool:
    """Whether 'and' or a hyphen closes the list: 'the head of Peru, Chile recalled' has none."""
    last = owners[-2:]
    between = [t.low for t in scene.tokens[last[0].end : last[-1].start]]
    return len(last) < 2 or not all(w in ",،" for w in between)


def _joined(scene: Scene, one: Argument, other: Argument) -> bool:
    first, second = sorted((one, other), key=lambda a: a.start)
    between = [t.low for t in scene.tokens[first.end : second.start]]
    cases = ("", one.case, "obj") if scene.pack.genitive_after else ("", one.case)
    alike = other.type in ("state", "place") and other.case in cases
    return alike and bool(between) and scene.pack.and_between(between)


def _merged(owners: Sequence[Argument]) -> Argument:
    """One owner that stands for several states."""
    states = tuple(dict.fromkeys(s for o in owners for s in o.states))
    return replace(
        owners[0], end=owners[-1].end, states=states, case=owners[-1].case or owners[0].case
    )


def _owner_of_named(scene: Scene, end: int, arguments: Sequence[Argument]) -> Argument | None:
    """'King Abdullah of Jordan': the state after the name."""
    following = [a for a in arguments if a.start >= end and a.type in ("state", "place")]
    if following and following[0].case == "of" and _close(scene, end, following[0].start, 2):
        return following[0]
    return None


def _close(scene: Scene, start: int, end: int, most: int) -> bool:
    between = scene.tokens[start:end]
    return len(between) <= most and not any(t.text in ",،;:.()" for t in between)


def _marked(scene: Scene, start: int, end: int) -> bool:
    """Whether a preposition stands between, so that the state is not the office's own."""
    government = scene.pack.government
    if government and any(t.low in government.verbs for t in scene.tokens[start:end]):
        return True
    return any(start < e <= end for e in scene.cases.before) or any(
        start <= h.start < end for h in of_concept(scene.concepts, "VERB")
    )


def _holder(
    scene: Scene, hit: Hit, owner: Argument | None, arguments: Sequence[Argument]
) -> Argument | None:
    """The statesman who is known to hold the office: 'President Tito'."""
    if hit.concept == "GOVERNMENT" or not any(a.form == "person" for a in arguments):
        return None
    solid = [h for h in scene.concepts if h.concept != "HONORIFIC"]
    taken = {i for h in solid for i in range(h.start, h.end)}
    taken |= {i for end, start in scene.cases.starts.items() for i in range(start, end)}
    taken |= {i for a in arguments if a.form != "person" for i in range(a.start, a.end)}
    words = (hit.start, hit.end)
    return incumbent(words, owner, arguments, scene.tokens, taken, scene.pack)


def _actor(
    scene: Scene, hit: Hit, owner: Argument | None, blocked: set[int], holder: Argument | None
) -> Argument | None:
    start = min(hit.start, owner.start) if owner else hit.start
    end = max(hit.end, owner.end) if owner else hit.end
    person = holder.person if holder else _person(scene, hit, start, end, blocked)
    if owner is None and person is not None and person[0] >= end:
        owner = _owner_of_named(scene, person[1], scene.arguments)
        end = max(end, owner.end) if owner else end
    told = owner or holder
    states = told.states if told else _known(scene, person)
    if not states and hit.concept == "GOVERNMENT":
        return None
    outer = (min(start, person[0]), max(end, person[1])) if person else (start, end)
    ending = _ending(scene, hit, outer[1])
    case = _outer_case(scene, outer, owner, ending, person)
    return Argument(
        *outer,
        states,
        case,
        type="actor",
        form=hit.unit.concept.lower(),
        text=spoken(scene.tokens, (start, end)),
        office=hit.unit.value,
        ending=ending,
        person=person,
        inner=owner.core if owner else person,
        guessed=told is None,
        name=holder.name if holder else "",
    )


def _ending(scene: Scene, hit: Hit, end: int) -> str:
    """The case of the office's own ending: where cases are governed, wherever it stands."""
    if scene.pack.government is None:
        return hit.case if hit.end == end else ""
    base = scene.pack.government.subject if hit.concept == "OFFICE" else ""
    return hit.case or base


def _outer_case(
    scene: Scene,
    outer: tuple[int, int],
    owner: Argument | None,
    ending: str,
    person: tuple[int, int] | None,
) -> str:
    """The case of the whole phrase; a name's own ending counts where it closes the phrase."""
    if scene.pack.government:
        return scene.cases.of(*outer, ending)
    if (after := scene.cases.following(outer[1])) and after not in ("of",):
        return after
    if ending:
        return ending
    if person and person[1] == outer[1] and (marked := _name_ending(scene, person)):
        return marked
    if owner and owner.end == outer[1] and owner.case not in _GENITIVES and owner.case:
        return owner.case
    return scene.cases.leading(outer[0])


def _name_ending(scene: Scene, person: tuple[int, int]) -> str:
    stems = scene.pack.stems(scene.tokens[person[1] - 1].low)
    return next((case for _, case in stems if case and case not in ("gen", "in")), "")


def _person(
    scene: Scene, hit: Hit, start: int, end: int, blocked: set[int]
) -> tuple[int, int] | None:
    if hit.concept != "OFFICE":
        return None
    at = end
    for honorific in of_concept(scene.concepts, "HONORIFIC"):
        if honorific.start == end or (
            honorific.start == end + 1 and scene.tokens[end].text in ",،"
        ):
            at = honorific.end
    comma = start > 0 and scene.tokens[start - 1].text in ",،"
    before = name_before(scene.tokens, start, blocked, scene.pack) if comma else None
    honoured = {h.end for h in of_concept(scene.concepts, "HONORIFIC")}
    if before is not None and before[0] in honoured:
        return before  # 'Mr Juan Ruiz, minister of trade, Mr …'
    found = name_after(scene.tokens, at, blocked, scene.pack)
    if found is None or (not scene.pack.cased and at == end and found[1] - found[0] < 2):
        found = before if comma else found
    return found


def _known(scene: Scene, person: tuple[int, int] | None) -> tuple[str, ...]:
    if person is None:
        return ()
    for token in scene.tokens[person[0] : person[1]]:
        for word in (token.low, *(s for s, _ in scene.pack.stems(token.low))):
            if state := scene.memory.persons.get(word):
                return (state,)
    return ()


def _remembered(scene: Scene, arguments: Sequence[Argument], blocked: set[int]) -> list[Argument]:
    """Names met before as officials: 'Zarif' after 'the Iranian minister Mohammad Zarif'."""
    if not scene.memory.persons:
        return []
    taken = _taken(blocked, arguments)
    found: list[Argument] = []
    for i, token in enumerate(scene.tokens):
        if len(token.low) <= 3 or i in taken or (found and i < found[-1].end):
            continue
        if scene.pack.cased and not token.text[0].isupper():
            continue
        words = [(token.low, ""), *scene.pack.stems(token.low)]
        named = next(((w, c) for w, c in words if scene.memory.persons.get(w)), None)
        if named is None:
            continue
        end = i + 1
        while (
            end < len(scene.tokens)
            and end not in taken
            and (scene.tokens[end].low in scene.memory.persons)
        ):
            end += 1
        state = scene.memory.persons[named[0]]
        case = scene.cases.of(i, end, named[1])
        found.append(Argument(i, end, (state,), case, type="actor", form="person", person=(i, end)))
    return found


def _taken(blocked: Set[int], arguments: Sequence[Argument]) -> set[int]:
    """The tokens that no unknown name can have: those blocked, and those of arguments."""
    taken = set(blocked)
    for argument in arguments:
        taken.update(range(argument.start, argument.end))
    return taken


def _strangers(scene: Scene, arguments: Sequence[Argument], blocked: set[int]) -> list[Argument]:
    """Capitalised names that nothing is known of: whose they are, the discourse may tell."""
    taken = _taken(blocked, arguments)
    free = [i for i, t in enumerate(scene.tokens) if t.text[0].isupper() and i not in taken]
    found: list[Argument] = []
    if not free:
        return found
    i = max(free[0] - LONGEST, 0)  # no name begins earlier: without a capital it is none
    while i <= free[-1]:
        span = name_after(scene.tokens, i, taken, scene.pack) if i not in taken else None
        if span is None or span[1] - span[0] < 2 or span[0] > i + 1:
            i += 1
            continue
        case = scene.cases.of(*span)
        found.append(Argument(*span, (), case, type="actor", form="stranger", person=span))
        i = span[1]
    return found
