"""Remembrance: what a clause and its claims leave behind for those after them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from legation.entities import states
from legation.extraction.antecedents import opening
from legation.extraction.dated import CONTACTS, When
from legation.extraction.discourse import Memory, Struck
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.mentions import officials
from legation.extraction.pack import Pack
from legation.extraction.pages import Reading
from legation.extraction.phrases import Argument, Clause, Group
from legation.extraction.references import called
from legation.extraction.roles import Casting
from legation.model.kinds import kinds

STRIKING = (
    "envoy_recalled",
    "envoy_expelled",
    "sanction",
    "mission_closed",
    "relations_severed",
)
"""Kinds of deeds that may be done in protest."""


def note(
    match: Match, castings: Sequence[Casting], memory: Memory, when: When, *, echo: bool
) -> None:
    """Keep who acted, between whom, when they met, and which mission or envoy it was; an echo acts
    anew."""
    casting = castings[-1]
    values = casting.values
    _keep_deed(match, castings, memory)
    first = next((v for v in values.values() if isinstance(v, str)), None)
    if first and not echo:
        memory.agent = (first,)
    pair_ = (values.get("sender"), values.get("host"))
    if match.frame.roles == "mission" and all(isinstance(v, str) for v in pair_):
        if pair_ != memory.mission:
            memory.earlier = memory.mission
        memory.mission = pair_  # type: ignore[assignment]
        answered = _mirrored(castings) or memory.earlier == pair_[::-1]
        memory.two_missions = memory.mission if answered else None
    if match.frame.roles == "envoy" and all(isinstance(v, str) for v in pair_):
        memory.envoy = pair_  # type: ignore[assignment]
    memory.event = match.frame.kind
    _keep_day(match, when, memory)
    if match.frame.kind == "war":
        memory.war = _two_parties(values)
    memory.told = casting
    if match.frame.kind in STRIKING:
        memory.struck = Struck(match.frame.kind, match.head, tuple(castings))
    if not _in_a_name(match, casting):
        memory.parties = _two_parties(values) or memory.parties
    if memory.theme.keeper and _mirrored(castings):
        memory.mission = memory.envoy = None


def note_words(match: Match, clause: Clause, memory: Memory, *, denied: bool) -> None:
    """Keep what was said, which words like 'so did Peru' say again; of what 'whose' tells, nothing:
    the sentence goes on with what it said before."""
    pronoun = opening(clause)
    if pronoun is None or pronoun.unit.value != "owner":
        memory.said = (match.head, match.object) if match.object else (match.head,)
        memory.denied = denied


def _keep_deed(match: Match, castings: Sequence[Casting], memory: Memory) -> None:
    """Keep who attacked or occupied another, and whom the page has told to be recognised."""
    if match.frame.kind in ("attack", "occupation"):
        memory.deed = str(castings[-1].values[kinds()[match.frame.kind].key[0]])
    if match.frame.kind == "recognition":
        memory.recognized |= {str(c.values["recognized"]) for c in castings}


def _keep_day(match: Match, when: When, memory: Memory) -> None:
    if match.frame.kind in CONTACTS and when.dated is not None:
        memory.met = when.value


def _in_a_name(match: Match, casting: Casting) -> bool:
    """'After the Iran–Iraq War Kuwait …': a war's name tells of nobody's doings in the sentence."""
    words = casting.arguments.values()
    return match.frame.kind == "war" and bool(words) and all(a.type == "event" for a in words)


def _mirrored(castings: Sequence[Casting]) -> bool:
    """Whether two states' missions to each other are told of as one."""
    sides = {(c.values.get("sender"), c.values.get("host")) for c in castings}
    return any((host, sender) in sides for sender, host in sides if sender)


def _two_parties(values: Mapping[str, object]) -> tuple[str, ...]:
    """The two states of a claim, whatever its roles are called."""
    listed = values.get("parties")
    found = listed if isinstance(listed, list) else list(values.values())[:2]
    known = states()
    two = tuple(v for v in found if isinstance(v, str) and v in known)
    return two if len(two) == 2 and two[0] != two[1] else ()


def carry_subject(clause: Clause, found: Sequence[Match], memory: Memory, pack: Pack) -> None:
    """The subject of a clause goes on in the next; it stands before the verb, wherever that is."""
    verb = clause.end if pack.verb_last else min((m.head.start for m in found), default=clause.end)
    for group in clause.groups:
        if group.start >= verb:
            return
        if not group.case and all(m.form == "stranger" for m in group.members) and not pack.cased:
            memory.subject = (memory.theme.alone,) if memory.theme.alone else ()
            return
        if not group.case and group.states and all(_speaks(m) for m in group.members):
            memory.subject = tuple(group.states)
            return


def remember(
    arguments: Sequence[Argument], groups: Sequence[Group], memory: Memory, reading: Reading
) -> None:
    """Keep whom a sentence spoke of: persons, the subject, and the date it has reached."""
    tokens = reading.sentence.tokens
    for argument in arguments:
        if argument.person and argument.states and not argument.guessed:
            first, last = argument.person
            memory.remember_person((t.low for t in tokens[first:last]), argument.states[0])
    governed_ = {id(m) for g in groups if g.case not in ("", "by") for m in g.members}
    free = [a for a in arguments if id(a) not in governed_]
    bare = [a for a in free if a.case in ("", "by") and _speaks(a) and a.states]
    if persons := [a for a in officials(bare) if a.form != "pronoun"]:
        name = persons[0].name or called(persons[0], tokens)
        memory.person = replace(persons[0], name=name)
    if bare and not of_concept(reading.concepts, "LABEL"):
        memory.subject = tuple(dict.fromkeys(bare[0].states))
    if reading.dates and reading.dates[-1].mention.when:
        memory.date = memory.met or reading.dates[-1].mention.when
    memory.met = None


def _speaks(argument: Argument) -> bool:
    """Whether an argument acts for a state: it, its officials, or its capital."""
    return argument.type in ("state", "actor", "pair") or argument.form == "capital"
