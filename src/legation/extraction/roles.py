"""Who fills the roles of a claim: by the case a name stands in, its place, and the discourse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from legation.extraction.discourse import Memory
from legation.extraction.frames import Match
from legation.extraction.pack import Pack
from legation.extraction.phrases import Argument, Clause, Group

_FIRST = {"subj": 5, "by": 5, "gen": 4, "near": 3, "from": 2, "of": 1, "poss": 4}
_SECOND = {
    "obj": 5, "of": 4, "to": 4, "dat": 4, "against": 4, "on": 3, "with": 3, "for": 3, "in": 2, "gen": 1,
    "near": 4, "from": 1,
}  # fmt: skip
_CROWDS = ("forces", "people")
"""Who may come to a country and not be its guests."""
_COMPANY = ("with", "against")
_LEAST = 1.0
_ELSEWHERE = 0.5
"""The weight of who owns something other than the deed, where owners follow their nouns."""
_PLAUSIBLE = ("state", "actor", "pair", "org")


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


def _strange(group: Group) -> bool:
    return all(m.form == "stranger" for m in group.members)


def stands(group: Group, match: Match, groups: Sequence[Group], pack: Pack, passive: bool) -> str:
    """The case in which a group stands to the head: its own, or subj, obj, near by its place."""
    if group.case:
        if group.case == "by" and passive:
            return "by"
        if pack.government and group.case == "of":
            return "of" if _suffers(group, match) else "gen"
        return group.case
    if group.members[0].office == "independence":
        return "obj"
    if pack.verb_last:
        if _marks_objects(pack) and _only_bare(groups) and not match.frame.person:
            return "subj"
        if _marks_objects(pack) and not match.frame.person and any(g.case == "obj" for g in groups):
            return "subj" if group is _last_bare(groups) else "aside"
        bare = _bare_before_verb(group, match, groups)
        return "obj" if passive and bare == "subj" else bare
    if pack.government and (told := _told_by_nominative(group, groups, pack, passive)):
        return told
    before = group.end <= match.head.start
    if before and not passive and _relativized(group, match, groups):
        return "obj"
    if before and not passive and not match.relatives and _second(group, match, groups):
        return "obj"
    return "obj" if before == passive else "subj"


def _second(group: Group, match: Match, groups: Sequence[Group]) -> bool:
    """'Germany paid Israel reparations': of two bare names before a noun the second is affected."""
    return any(
        other is not group and not other.case and usable(other) and other.end <= group.start
        for other in groups
    ) and match.head.start > group.end


def _suffers(group: Group, match: Match) -> bool:
    """'the recognition of', 'recognised the independence of': a genitive after such a head."""
    return match.frame.genitive == "object" and group.start >= match.head.end


def _told_by_nominative(
    group: Group, groups: Sequence[Group], pack: Pack, passive: bool
) -> str:
    """Where endings tell subjects: who has that ending is it, and then no other bare name is."""
    sure = pack.government.subject if pack.government else ""
    if group.members[0].ending == sure:
        return "obj" if passive else "subj"
    others = (g for g in groups if g is not group and not g.case)
    if any(g.members[0].ending == sure for g in others):
        return "" if passive else "obj"
    return ""


def _relativized(group: Group, match: Match, groups: Sequence[Group]) -> bool:
    """'Taiwan, which Fiji does not recognise': the first of two is the object."""
    return any(
        group.end <= r < other.start and other.end <= match.head.start and not other.case
        for r in match.relatives
        for other in groups
        if other is not group
    )


def _marks_objects(pack: Pack) -> bool:
    return any(case == "obj" for _, _, case in pack.endings)


def _last_bare(groups: Sequence[Group]) -> Group | None:
    """Who acts beside a marked object: of several bare names the last."""
    return next((g for g in reversed(groups) if not g.case and usable(g)), None)


def _only_bare(groups: Sequence[Group]) -> bool:
    """Whether one name stands bare and another in a case: where objects are marked it acts."""
    usables = [g for g in groups if usable(g)]
    return len(usables) > 1 and sum(not g.case for g in usables) == 1


def _bare_before_verb(group: Group, match: Match, groups: Sequence[Group]) -> str:
    bare = [g for g in groups if not g.case and usable(g)]
    if group.start >= match.head.end or len(bare) == 1:
        return "near" if match.head.start - group.end in (0, 1) and _place(group) else "subj"
    return "subj" if group is bare[0] else "near"


def _place(group: Group) -> bool:
    return group.type in ("place", "state")


def directed(
    match: Match, clause: Clause, memory: Memory, pack: Pack, names: Sequence[str], passive: bool
) -> list[Casting]:
    """The two roles of a directed kind, x and y, for every pair of states they link."""
    groups = [g for g in clause.groups if usable(g) and (match.frame.person or not _strange(g))]
    if match.frame.kind == "visit":
        groups = [g for g in groups if g.type != "org"]
    x, y = _best(match, groups, pack, passive)
    if x is None and _stranger_acts(match, clause):
        return []
    agents = _members(x)
    patients = _members(y)
    if match.frame.person and x is not None and x.members[0].office in _CROWDS:
        return []
    if match.frame.placed and not patients:
        return []
    if sum(1 for side in (x, y) if side is not None and _named(side)) < match.frame.named:
        return []
    found = []
    for (sx, ax), (sy, ay) in product(agents or [("", None)], patients or [("", None)]):
        casting = _cast_two(sx, ax, sy, ay, match, memory, names)
        if casting is not None:
            found.append(casting)
    return found


def _stranger_acts(match: Match, clause: Clause) -> bool:
    """'… after Saddam Hussein invaded Kuwait': whose he is, nothing says; nobody else acts."""
    if match.frame.person:
        return False
    before = (g for g in clause.groups if not g.case and g.end <= match.head.start)
    return any(_strange(g) and match.head.start - g.end <= 1 for g in before)


def _owns(group: Group, match: Match, groups: Sequence[Group], pack: Pack) -> bool:
    """'Iraq's invasion of Kuwait', 'the U.S.-led campaign': the head belongs to the one beside it.

    Where genitives follow, not if somebody else acts ('ایران از شناسایی اسرائیل خودداری کرد').
    """
    others = [g for g in groups if g is not group and usable(g)]
    aimed = any(g.case in ("to", "against", "on") for g in others)
    told = any(not g.case and g.end <= match.head.start for g in others) and not aimed
    before = match.head.start - group.end
    after = group.start - match.head.end
    if pack.government and group.case == "of":
        return 0 <= after <= 1
    if pack.genitive_after:
        return 0 <= after <= 1 and not told
    return 0 <= before <= 2


def _named(group: Group) -> bool:
    """Whether a group names a state, where a pronoun only stands for one."""
    return any(m.form != "pronoun" or m.type == "pair" for m in group.members)


def _members(group: Group | None) -> list[tuple[str, Argument | None]]:
    if group is None:
        return []
    return [(s, m) for m in group.members for s in (m.states or ("",))]


def _best(
    match: Match, groups: Sequence[Group], pack: Pack, passive: bool
) -> tuple[Group | None, Group | None]:
    """The groups that fit the two roles best together."""
    firsts = {id(g): _weigh(g, match, groups, pack, passive, True) for g in groups}
    seconds = {id(g): _weigh(g, match, groups, pack, passive, False) for g in groups}
    options: list[tuple[float, Group | None, Group | None]] = [(0.0, None, None)]
    options += [(firsts[id(g)], g, None) for g in groups]
    options += [(seconds[id(g)], None, g) for g in groups]
    for x, y in product(groups, groups):
        if x is not y and set(x.states) != set(y.states):
            total = firsts[id(x)] + seconds[id(y)]
            if min(firsts[id(x)], seconds[id(y)]) > _LEAST:
                options.append((total, x, y))
    _, x_, y_ = max(options, key=lambda o: o[0])
    return x_, y_


def _weigh(
    group: Group, match: Match, groups: Sequence[Group], pack: Pack, passive: bool, first: bool
) -> float:
    case = stands(group, match, groups, pack, passive)
    table: Mapping[str, int] = _FIRST if first else _SECOND
    extra = match.frame.x if first else match.frame.y
    weight = float(
        table.get(case, 0)
        + extra.get(case, extra.get("to", 0) if case == "dat" else 0)
        + extra.get("" if case in ("obj", "near", "subj") else "-", 0) * (case in ("obj", "near"))
    )
    if first and group.type == "place" and group.members[0].form != "capital":
        return 0.0
    if match.frame.person and group.type == "org":
        return 0.0
    if first and group.members[0].office == "independence":
        return 0.0
    if first and group.type == "place" and case in ("in", "to", "from", "gen"):
        return 0.0
    if match.frame.person and first and group.type == "actor":
        weight += 1.5
    if match.frame.person and not first and group.type == "actor":
        return 0.0
    gap = max(group.start - match.end, match.start - group.end, 0)
    if first and case == "gen" and _owns(group, match, groups, pack):
        weight += 3
    elif first and case == "gen" and pack.genitive_after:
        weight = min(weight, _ELSEWHERE)
    return weight - 0.08 * gap


def _cast_two(
    sx: str,
    ax: Argument | None,
    sy: str,
    ay: Argument | None,
    match: Match,
    memory: Memory,
    names: Sequence[str],
) -> Casting | None:
    guessed = 0
    if not sx:
        sx, guessed = _absent(sy, ax, memory), guessed + 1
        if match.frame.named and ax is None and not memory.subject:
            return None
    if not sy:
        sy, guessed = memory.counterpart(sx) if sx else None, guessed + 1  # type: ignore[assignment]
    if not sx or not sy or sx == sy or guessed > 1 + match.frame.lone:
        return None
    casting = Casting({names[0]: sx, names[1]: sy}, guessed=guessed)
    for name, argument in zip(names, (ax, ay), strict=False):
        if argument is not None:
            casting.arguments[name] = argument
    return casting


def _absent(other: str, argument: Argument | None, memory: Memory) -> str:
    """Who acts where nobody is named: the last subject, or the other state of the theme."""
    if argument is None or not memory.theme.focus:
        for state in memory.subject:
            if state != other:
                return state
    return (memory.counterpart(other) or "") if other else ""


def pair(match: Match, clause: Clause, memory: Memory, pack: Pack, passive: bool) -> list[Casting]:
    """The parties of a symmetric kind: one list for each claim."""
    named_war = match.frame.kind == "war"
    groups = [
        g
        for g in clause.groups
        if g.type != "place" and (usable(g) or (named_war and g.type == "event"))
    ]
    groups += [
        g
        for g in clause.groups
        if g.type == "place"
        and speaks_for_state(g)
        and g.case not in ("in", "to", "at", "on", "from")
    ]
    if match.frame.kind in ("meeting", "visit", "ceasefire", "dispute", "war"):
        groups = [g for g in groups if g.type != "org" or g.case in ("with", "between")]
    elif pack.verb_last:
        groups = [g for g in groups if g.type != "org" or g.case not in ("gen", "in", "to")]
    groups.sort(key=lambda g: g.start)
    named = _named_parties(match, groups, pack, memory)
    if named:
        return [c for parties, args in named if (c := _party_casting(parties, args, 0))]
    if match.frame.named >= 2 and not any(g.case in _COMPANY for g in groups):
        return []
    return _half_named(match, groups, memory)


def speaks_for_state(group: Group) -> bool:
    """Whether a group of places are capitals, which can act for their states."""
    return all(m.form == "capital" for m in group.members)


def _near_first(match: Match, groups: Sequence[Group]) -> list[Group]:
    return sorted(groups, key=lambda g: max(g.start - match.end, match.start - g.end, 0))


def _named_parties(
    match: Match, groups: Sequence[Group], pack: Pack, memory: Memory
) -> list[tuple[list[str], list[Argument]]]:
    near = _near_first(match, groups)
    joined_by = (*_COMPANY, "between") if pack.government else ("between",)
    for group in near:
        if group.case == "between" and len(group.states) >= 2:
            return _spread(match, group)
        if group.case in joined_by and group.states:
            break
    joining = (*_COMPANY, "on") if match.frame.strict else _COMPANY
    company = next((g for g in near if g.case in joining and g.states), None)
    if company is not None:
        hosts = [
            g
            for g in near
            if g is not company and g.case not in joining and set(g.states) - set(company.states)
        ]
        hosts.sort(key=lambda g: (g.case not in ("", "gen", "by", "poss"), g.start > company.start))
        if hosts:
            return _crossed(match, hosts[0], company)
        return _spread(match, company) if len(company.states) == 2 else []
    if match.frame.strict:
        joined = [g for g in near if len(g.states) == 2 and (g.type == "event" or _both(g))]
        return _spread(match, joined[0]) if joined else []
    for group in near:
        if len(group.states) >= 2 and group.case in (
            "",
            "gen",
            "of",
            "by",
            "between",
            "obj",
            "with",
        ):
            return _spread(match, group)
    if (dyad := memory.theme.dyad) and (theirs := _theirs(near, dyad)):
        return [(list(dyad), theirs)]
    singles = [g for g in near if g.states][:2]
    if len(singles) == 2 and singles[0].states[0] != singles[1].states[0]:
        return _crossed(match, singles[0], singles[1])
    return []


def _theirs(groups: Sequence[Group], dyad: tuple[str, str]) -> list[Argument]:
    """The arguments that name the document's two states, where a clause names more than two."""
    if len({s for g in groups for s in g.states}) < 3:
        return []
    found = [m for state in dyad for g in groups for m in g.members if state in m.states]
    return found if all(any(s in m.states for m in found) for s in dyad) else []


def _both(group: Group) -> bool:
    """'the two countries', 'the armies of the two states': two said as one."""
    return len(group.members) == 1 and len(group.states) == 2


def _spread(match: Match, group: Group) -> list[tuple[list[str], list[Argument]]]:
    states = group.states
    if match.frame.multi or len(states) == 2:
        return [(states, group.members)]
    return [(list(two), group.members) for two in combinations(states, 2)]


def _crossed(match: Match, one: Group, other: Group) -> list[tuple[list[str], list[Argument]]]:
    if match.frame.multi:
        together = list(dict.fromkeys([*one.states, *other.states]))
        return [(together, [*one.members, *other.members])]
    pairs = product(_members(one), _members(other))
    return [
        ([a, b], [m for m in (ma, mb) if m is not None])
        for (a, ma), (b, mb) in pairs
        if a and b and a != b
    ]


def _party_casting(
    parties: Sequence[str], args: Sequence[Argument], guessed: int
) -> Casting | None:
    if len(set(parties)) < 2:
        return None
    casting = Casting({"parties": list(parties)}, guessed=guessed)
    for state in parties:
        argument = next((a for a in args if state in a.states), None)
        if argument is not None:
            casting.arguments[f"parties.{state}"] = argument
    return casting


def _half_named(match: Match, groups: Sequence[Group], memory: Memory) -> list[Casting]:
    """One party named, or none: the discourse gives the rest."""
    near = _near_first(match, [g for g in groups if g.states])
    if near:
        group = near[0]
        found = []
        for state, argument in _members(group):
            other = _other(state, memory)
            if other and argument is not None:
                found.append(_party_casting([state, other], [argument], 1))
        return [c for c in found if c]
    if match.frame.named:
        return []
    parties = memory.pair()
    casting = _party_casting(parties, (), 2) if len(parties) == 2 else None
    return [casting] if casting else []


def _other(state: str, memory: Memory) -> str | None:
    focus = memory.theme.focus
    if focus and memory.theme.dyad is None and state != focus:
        return focus
    if memory.theme.other(state) is None:
        for subject in memory.subject:
            if subject != state:
                return subject
    return memory.counterpart(state)
