"""Headings, labels and lists: what a line says by standing where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.dated import Dated
from legation.extraction.discourse import Memory, Section
from legation.extraction.frames import heads, objects, telling
from legation.extraction.hits import of_concept
from legation.extraction.lexicon import Unit
from legation.extraction.matching import Match, matches
from legation.extraction.missions import missions_of, settle
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause, Group, Hit
from legation.extraction.tokens import Sentence, Token

LABEL = Unit("concept", "LABEL")
MEMBER = Unit("concept", "MEMBER")
VISIT = Unit("concept", "VISIT")
_LIST = 3
_BOTH = 2
"""So many groups a heading has that tells whose officials went where."""
_YEAR = 4
_LABEL_WORDS = 8
_MOSTLY = 0.7
_OWNING = ("by", "gen", "of", "from")
_BULLETS = "•*-·○▪–—"
_ENDS = ".!?।؟"


def dashed(sentence: Sentence, concepts: Sequence[Hit], pack: Pack) -> list[Hit]:
    """The dash that stands for 'is' in a line without a verb, where a language writes so."""
    if not pack.dashes or of_concept(concepts, "VERB", "COPULA"):
        return []
    tokens = sentence.tokens
    parted = (
        i
        for i, t in enumerate(tokens[1:-1], start=1)
        if t.text == "-" and tokens[i - 1].end < t.start and t.end < tokens[i + 1].start
    )
    if pack.government and any(t.low in pack.government.verbs for t in tokens[:_LABEL_WORDS]):
        return []
    posts = {h.end for h in of_concept(concepts, "MISSION", "ENVOY", "OFFICE")}
    found = [i for n, i in enumerate(parted) if i in posts or (n == 0 and _labels(tokens[:i]))]
    return [Hit(i, i + 1, LABEL) for i in found]


def _labels(before: Sequence[Token]) -> bool:
    """Whether so few words stand before a dash that they may be a label, years not counted."""
    return sum(t.text[0].isalpha() for t in before) < _LABEL_WORDS


def labelled(sentence: Sentence, concepts: Sequence[Hit]) -> list[Hit]:
    """The colons after labels ('chancery: Oslo'), as hits; several where a line runs on."""
    colons = [i for i, t in enumerate(sentence.tokens) if t.text == ":"]
    if not colons or not 0 < colons[0] < min(_LABEL_WORDS, len(sentence.tokens) - 1):
        return []
    posts = {h.end for h in of_concept(concepts, "MISSION", "ENVOY", "OFFICE")}
    later = [i for i in colons[1:] if i in posts and i < len(sentence.tokens) - 1]
    return [Hit(i, i + 1, LABEL) for i in (colons[0], *later)]


def open_section(
    sentence: Sentence, hits: Sequence[Hit], groups: Sequence[Group], memory: Memory, pack: Pack
) -> None:
    """Keep what a heading says for the lines below; a heading right under another adds to it."""
    said = heads() | objects()
    own = [
        replace(h, start=-2 - at, end=-1 - at)
        for at, h in enumerate(h for h in hits if h.unit.concept in said)
    ]
    stays = not own or (memory.section.fresh and not any(h.unit.concept in heads() for h in own))
    above = memory.section if stays else Section()
    section = Section([*above.hits, *own], [], above.mission, fresh=True)
    lifted = [_lifted(g, sentence) for g in groups if g.states]
    section.groups = lifted or ([*above.groups] if memory.section.fresh else [])
    clause = Clause(0, len(sentence.tokens), list(hits), list(groups))
    for mission in missions_of(clause, sentence.tokens, pack):
        sender, host, _ = settle(mission, (), memory)
        if sender and host:
            section.mission = (sender, host)
            if not memory.recent:
                memory.home_mission = section.mission
    memory.section = section


def announces(match: Match, clause: Clause, sentence: Sentence) -> bool:
    """Whether a heading only says that journeys are listed below: 'Visits from Peru to Chile'."""
    made = any(g.type == "actor" for g in clause.groups)
    return sentence.heading and match.frame.kind == "visit" and not made


def _lifted(group: Group, sentence: Sentence) -> Group:
    members = [replace(m, start=-4, end=-3, inner=m.core, sentence=sentence) for m in group.members]
    return Group(members, group.case)


def _lists(clauses: Sequence[Clause], sentence: Sentence, dates: Sequence[Dated]) -> bool:
    """Whether a line is a list of names parted by semicolons, each with its date or none."""
    told = any(h.concept in telling() - {"LABEL"} for c in clauses for h in c.hits)
    groups = [g for c in clauses for g in c.groups]
    parts = all(any(g.type != "place" for g in c.groups) for c in clauses)
    return len(clauses) > 1 and parts and not told and _all_names(groups, sentence, dates)


def _only_names(clause: Clause, sentence: Sentence) -> bool:
    """Whether a line is nothing but a list of names, though a full stop ends it."""
    return _all_names(clause.groups, sentence, ())


def _all_names(groups: Sequence[Group], sentence: Sentence, dates: Sequence[Dated]) -> bool:
    """Whether most words of a line, but for dates and what is in brackets, are of names."""
    named = {i for g in groups for m in g.members for i in range(m.start, m.end)}
    aside = _in_brackets(sentence) | {i for d in dates for i in range(d.start, d.end)}
    words = [i for i, t in enumerate(sentence.tokens) if t.text[0].isalpha() and i not in aside]
    return len(words) > 1 and sum(i in named for i in words) > _MOSTLY * len(words)


def _in_brackets(sentence: Sentence) -> set[int]:
    found: set[int] = set()
    deep = 0
    for i, token in enumerate(sentence.tokens):
        deep += (token.text == "(") - (token.text == ")")
        if deep > 0:
            found.add(i)
    return found


def _organisations_only(clause: Clause, sentence: Sentence) -> bool:
    """Whether a line lists organisations and says nothing of them but in brackets: memberships, in
    a profile."""
    several = any(g.type == "org" and len(g.members) >= _LIST for g in clause.groups)
    if not several or not _only_names(clause, sentence):
        return False
    aside = _in_brackets(sentence)
    return not matches([h for h in clause.hits if h.start not in aside])


def _an_item(clause: Clause, sentence: Sentence) -> bool:
    """Whether a line that a full stop ends is a list's, and tells of an official by no verb."""
    marked = sentence.tokens[0].text in _BULLETS
    said = {*telling(), "VERB", "BE", "PASSIVE"}
    first = next(iter(clause.groups), None)
    named = first is not None and first.start <= 1 and first.type == "actor"
    return marked and named and not any(h.concept in said for h in clause.hits)


def _as_journeys(said: Sequence[Hit], clause: Clause) -> Sequence[Hit]:
    """What a heading says: a line under 'meetings' that names officials of one state only, as of
    guests, tells of a visit."""
    guests = [g for g in clause.groups if g.type == "actor"]
    states = {s for g in guests for s in g.states}
    lone = len(guests) == 1 and len(guests[0].members) == 1 and len(states) <= 1
    if not lone or of_concept(said, "VISIT"):
        return said
    return [replace(h, unit=VISIT) if h.concept == "MEET" else h for h in said]


def _owned(above: Sequence[Group], own: Sequence[Group]) -> list[Group]:
    """The groups of a heading and of a line; 'on the part of Peru:' says whose officials follow."""
    nobody = [m for g in own if g.type == "actor" for m in g.members if not m.states]
    owners = [g for g in above if g.type == "state" and g.case in _OWNING and len(g.states) == 1]
    if not nobody or len(owners) != 1 or len(above) > _BOTH:
        return [*above, *own]
    for member in nobody:
        member.states, member.guessed = tuple(owners[0].states), True
    return [*(g for g in above if g is not owners[0]), *own]


def is_row(groups: Sequence[Group], sentence: Sentence, dates: Sequence[Dated]) -> bool:
    """Whether a line is a row of a table, a state with a day: 'Peru - 12 May 1992'."""
    names = {i for g in groups for m in g.members for i in range(m.start, m.end)}
    known = names | {i for d in dates for i in range(d.start, d.end)}
    rest = [t for i, t in enumerate(sentence.tokens) if t.text[0].isalpha() and i not in known]
    told = len(dates) == 1 and len(dates[0].mention.when or "") > _YEAR
    return told and not rest and any(g.type == "state" for g in groups)


def _goes_on(own: Sequence[Match], clause: Clause, memory: Memory, dates: Sequence[Dated]) -> bool:
    """Whether an item that leads with its day only says again what its heading says, and names no
    state: '2018 (2 May) President Ana Ruiz (first visit)'."""
    led = any(d.start == 0 for d in dates)
    above = {h.concept for h in memory.section.hits}
    named = any(m.type in ("state", "place") for g in clause.groups for m in g.members)
    return led and not named and all(m.head.concept in above for m in own)


def with_sections(
    clauses: Sequence[Clause], sentence: Sentence, memory: Memory, dates: Sequence[Dated]
) -> None:
    """Give a line that has no predicate of its own those of its heading, in all parts of a list."""
    if sentence.heading:
        return
    listed = _lists(clauses, sentence, dates)
    for clause in clauses if listed else clauses[:1]:
        _with_section(clause, sentence, memory, dates, listed=listed)


def _with_section(
    clause: Clause, sentence: Sentence, memory: Memory, dates: Sequence[Dated], *, listed: bool
) -> None:
    if _organisations_only(clause, sentence):
        clause.hits = [Hit(0, 1, MEMBER), *clause.hits]
        return
    if not memory.section.hits:
        return
    item = listed or _only_names(clause, sentence) or _an_item(clause, sentence)
    if sentence.tokens[-1].text in _ENDS and not item:
        return
    if own := matches(clause.hits):
        if _goes_on(own, clause, memory, dates):
            clause.groups = _owned(memory.section.groups, clause.groups)
        return
    above = _as_journeys(memory.section.hits, clause)
    if of_concept(above, "RELATIONS") and is_row(clause.groups, sentence, dates):
        above = [*above, Hit(-1, 0, LABEL)]
    clause.hits = [*above, *clause.hits]
    clause.groups = _owned(memory.section.groups, clause.groups)
