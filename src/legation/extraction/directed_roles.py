"""Roles of kinds in which one state does something to another: by case, place and discourse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from legation.extraction.critics import DEEDS, blamed, condemned, without_critics
from legation.extraction.discourse import Memory
from legation.extraction.echoes import again
from legation.extraction.hits import of_concept
from legation.extraction.institutions import helped
from legation.extraction.matching import Match
from legation.extraction.pack import Pack
from legation.extraction.phrases import Argument, Clause, Group
from legation.extraction.roles import Casting, members, usable
from legation.extraction.standing import stands

_FIRST = {"subj": 5, "by": 5, "gen": 4, "near": 3, "from": 2, "of": 1, "poss": 4}
_SECOND = {
    "obj": 5, "of": 4, "to": 4, "dat": 4, "against": 4, "on": 3, "with": 3, "for": 3, "in": 2,
    "gen": 1,
    "near": 4, "from": 1,
}  # fmt: skip
_CROWDS = ("forces", "people")
"""Who may come to a country and not be its guests."""
_SUFFERED = ("recognition", "occupation")
"""Kinds whose noun is followed by whom it befalls, where genitives follow, if nobody else is it."""
_AIMS = ("obj", "to", "against", "from", "by")
_OF_STATES = ("visit", "occupation")
"""What no organisation does or suffers: nobody travels to one, and none is occupied."""
_EACH = 2
"""What it adds that several are said to do something each to the others."""
_LEAST = 1.0
_ELSEWHERE = 0.5
"""The weight of who owns something other than the deed, where owners follow their nouns."""


def directed(
    match: Match, clause: Clause, memory: Memory, pack: Pack, names: Sequence[str], passive: bool
) -> list[Casting]:
    """The two roles of a directed kind, x and y, for every pair of states they link."""
    groups = _candidates(match, clause, pack, passive)
    x, y = _best(match, groups, pack, passive)
    if (
        (x is None and _unsaid(match, clause))
        or _rules_at_home(match, y)
        or not _fits(match, clause, pack, x, y)
    ):
        return []
    patients: list[tuple[str, Argument | None]] = members(y)
    if not patients and condemned(match, clause):
        doer = memory.deed or blamed(x, clause, memory)
        if not doer:
            return []
        patients = [(doer, None)]
    agents = members(x) or [(s, None) for s in _carried(match, patients, memory)]
    found = []
    for (sx, ax), (sy, ay) in product(agents or [("", None)], patients or [("", None)]):
        casting = _cast_two(sx, ax, sy, ay, match, memory, names)
        if casting is not None:
            found.append(casting)
    return found


def _candidates(match: Match, clause: Clause, pack: Pack, passive: bool) -> list[Group]:
    """The groups of a clause that may fill a role."""
    groups = _able(match, clause, pack)
    if pack.verb_last and not pack.genitive_after and not match.frame.person:
        groups = _with_owned_objects(match, clause, groups, passive)
    if _nominal(match, pack):
        groups = [g for g in groups if g.case or 0 <= match.head.start - g.end <= 1]
    if not pack.verb_last:
        groups = helped(match, without_critics(match, clause, groups))
    return groups


def _able(match: Match, clause: Clause, pack: Pack) -> list[Group]:
    """The groups that can fill a role; what is only the background is not the subject's doing."""
    strange = match.frame.person or not pack.cased
    groups = [g for g in clause.groups if usable(g) and (strange or not _strange(g))]
    if match.frame.kind in _OF_STATES:
        groups = [g for g in groups if g.type != "org"]
    return [g for g in groups if g.case] if match.background else groups


def _nominal(match: Match, pack: Pack) -> bool:
    """Where endings mark cases, a blow named in one is a noun: who acts beside it deals none."""
    marked = match.head.case in ("obj", "gen") and pack.verb_last and not pack.genitive_after
    return marked and match.frame.kind in ("attack", "occupation")


def _fits(match: Match, clause: Clause, pack: Pack, x: Group | None, y: Group | None) -> bool:
    """Whether those found are of the sorts, and as many, as the frame asks for."""
    crowd = match.frame.crowd
    if match.frame.person and x is not None and x.members[0].office in _CROWDS:
        return False
    if match.frame.by_name and (x is None or x.members[0].person is None):
        return False
    if (match.frame.placed and y is None) or (
        crowd and (x is None or x.members[0].office != crowd)
    ):
        return False
    least = 2 if _noun_alone(match, clause, pack) else match.frame.named
    return sum(1 for side in (x, y) if side is not None and _named(side)) >= least


def _unsaid(match: Match, clause: Clause) -> bool:
    """Whether who did it is a stranger, or nobody: 'Peru condemned the attack on Chile'."""
    critics = (h for h in of_concept(clause.hits, "CRITICIZE") if h.end <= match.head.start)
    return _stranger_acts(match, clause) or (match.frame.kind in DEEDS and any(critics))


def _carried(
    match: Match, patients: Sequence[tuple[str, Argument | None]], memory: Memory
) -> tuple[str, ...]:
    """The last subject where it was several states, and the clause names whom they do it to."""
    theirs = {s for s, _ in patients}
    several = len(memory.subject) > 1 and not theirs & set(memory.subject)
    return memory.subject if several and theirs and not match.frame.person else ()


def _with_owned_objects(
    match: Match, clause: Clause, groups: list[Group], passive: bool
) -> list[Group]:
    """The groups, a genitive before a finite verb being whose the object is, if another acts.

    'চীন ইরানের একটি দ্বীপ দখল করে': the deed is told by the verb, so no genitive owns it.
    """
    verbs = of_concept(clause.hits, "VERB")
    told = any(match.head.start < v.end and v.start <= match.head.end + 1 for v in verbs)
    before = [g for g in groups if g.end <= match.head.start]
    owner = next((g for g in reversed(before) if g.case == "gen"), None)
    if passive or not told or owner is None or owner.type not in ("state", "actor"):
        return groups
    owned = [g for g in before if g.start == owner.end and not g.case]
    acting = any(not g.case and g not in owned for g in before)
    if not acting or any(_aimed_at(g, owner) for g in groups):
        return groups
    return [Group(g.members, "obj") if g is owner else g for g in groups if g not in owned]


def _aimed_at(group: Group, owner: Group) -> bool:
    """Whether a group is whom a deed is done to, so that no owner of its object is."""
    return group.case in _AIMS or (group.case == "on" and group.start > owner.start)


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
    suffered = match.frame.kind in _SUFFERED and not match.frame.passive
    if pack.genitive_after and suffered and not any(g.case in ("obj", "from") for g in others):
        told = True
    if pack.genitive_after:
        object_ = match.object.end if match.object else match.head.end
        after = after if after >= 0 and object_ < match.head.end else group.start - object_
        return 0 <= after <= 1 and (match.frame.passive or not told)
    return 0 <= before <= 2


def _noun_alone(match: Match, clause: Clause, pack: Pack) -> bool:
    """'In the war and the occupation of Peru': a deed that no verb tells, so that who did it or
    suffered it must be said, where the lexicon has the verbs."""
    if match.frame.kind not in ("occupation", "attack") or not pack.genitive_after:
        return False
    if match.frame.passive:
        return False
    told = (h for h in of_concept(clause.hits, "VERB") if h.end > match.head.start)
    return not any(h.start <= match.head.end for h in told)


def _named(group: Group) -> bool:
    """Whether a group names a state, where a pronoun only stands for one."""
    return any(
        m.form not in ("pronoun", "stranger")
        or m.type == "pair"
        or (m.form == "pronoun" and bool(m.text) and m.type == "state")
        for m in group.members
    )


def _rules_at_home(match: Match, patient: Group | None) -> bool:
    """'under the rule of King Amanullah': nobody occupies a person."""
    if match.frame.kind != "occupation" or patient is None:
        return False
    return all(m.form == "person" for m in patient.members)


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
        if _two_sides(x, y):
            total = firsts[id(x)] + seconds[id(y)]
            if min(firsts[id(x)], seconds[id(y)]) > _LEAST:
                options.append((total + _EACH * _mutual(x, y), x, y))
    _, x_, y_ = max(options, key=lambda o: o[0])
    return x_, y_


def _two_sides(actor: Group, other: Group) -> bool:
    """Whether one group can do something to another, or to itself where it is of several."""
    if _mutual(actor, other):
        return True
    return set(actor.states) != set(other.states) and not _means(other, actor)


def _mutual(actor: Group, other: Group) -> bool:
    """'Peru and Chile recognised each other', 'recognition between Peru and Chile': several do it,
    each to the others."""
    told = other.case == "between" if actor is other else other.type == "pair"
    return told and len(set(actor.states)) > 1


def _means(owner: Group, actor: Group) -> bool:
    """'Peru, Chile and Cuba cut their aid': a pronoun that means some of those who act."""
    return owner.members[0].form == "pronoun" and set(owner.states) <= set(actor.states)


def _weigh(
    group: Group, match: Match, groups: Sequence[Group], pack: Pack, passive: bool, first: bool
) -> float:
    case = stands(group, match, groups, pack, passive)
    table: Mapping[str, int] = _FIRST if first else _SECOND
    extra = match.frame.x if first else match.frame.y
    if (within := _within(group, match)) is not None:
        return 0.0 if first else within
    if "holds" in match.frame.x and group.start <= match.head.start < group.end:
        return float(match.frame.x["holds"]) if first else 0.0
    weight = float(
        table.get(case, 0)
        + extra.get(case, extra.get("to", 0) if case == "dat" else 0)
        + extra.get(group.type, 0)
        + extra.get("" if case in ("obj", "near", "subj") else "-", 0) * (case in ("obj", "near"))
    )
    if first and group.type == "place" and group.members[0].form != "capital":
        return 0.0
    if _cannot_act(group, match, case, first):
        return 0.0
    if match.frame.person and first and group.type == "actor":
        weight += 1.5
    if match.frame.person and not first and group.type == "actor":
        return 0.0
    if case == pack.objects.get(match.head.unit.concept, "-"):
        weight = 0.0 if first else weight + 4
    gap = max(group.start - match.end, match.start - group.end, 0)
    if first and case == "gen" and _owns(group, match, groups, pack):
        weight += 3
    elif first and case == "gen" and pack.genitive_after and extra.get("gen", 0) <= 0:
        weight = min(weight, _ELSEWHERE)
    return weight - 0.08 * gap


def _cannot_act(group: Group, match: Match, case: str, first: bool) -> bool:
    """Whether a group can play no part: an organisation travels, or a place acts."""
    if match.frame.person and group.type == "org":
        return True
    placed = group.type == "place" and case in ("in", "to", "from", "gen")
    return first and (group.members[0].office == "independence" or placed)


def _within(group: Group, match: Match) -> float | None:
    """The weight as whom a deed is done to of who is named by it: 'froze Chile's assets'."""
    inside = match.head.start < group.start and group.end < match.head.end
    weight = match.frame.y.get("within") if inside else None
    return None if weight is None else float(weight)


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
        sx, guessed = _absent(sy, ax, memory, match), guessed + 1
        told = memory.subject or (match.frame.kind == "recognition" and memory.theme.alone)
        if match.frame.named and ax is None and not told:
            return None
    if not sy:
        sy = again(match, names[1], sx, memory) or memory.counterpart(sx) or "" if sx else ""
        guessed += 1
    if not sx or not sy or sx == sy or guessed > 1 + match.frame.lone:
        return None
    casting = Casting({names[0]: sx, names[1]: sy}, guessed=guessed)
    for name, argument in zip(names, (ax, ay), strict=False):
        if argument is not None:
            casting.arguments[name] = argument
    return casting


def _absent(other: str, argument: Argument | None, memory: Memory, match: Match) -> str:
    """Who acts where nobody is named: the last subject, or the other state of the theme.

    'Lima was occupied': he who did the last deed of the kind.
    """
    suffers = argument is not None and argument.end <= match.head.start
    if match.frame.kind in DEEDS and suffers and memory.deed not in ("", other):
        return memory.deed
    if argument is None or not memory.theme.focus:
        for state in memory.subject:
            if state != other:
                return state
    return (memory.counterpart(other) or "") if other else ""


def _strange(group: Group) -> bool:
    return all(m.form == "stranger" for m in group.members)
