"""Roles beyond the key: who the visitor was, in what city, in which office, which agreement."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.matching import Match
from legation.extraction.persons import spoken
from legation.extraction.phrases import Argument, Clause
from legation.extraction.roles import Casting
from legation.extraction.tokens import Token
from legation.model.kinds import kinds

_PLACES = ("in", "at", "to", "")


def with_particulars(
    casting: Casting, match: Match, clause: Clause, tokens: Sequence[Token]
) -> Casting:
    """The casting with the further roles of its kind that the clause fills."""
    roles = kinds()[match.frame.kind].other
    if "city" in roles and "city" not in casting.values:
        _give(casting, "city", _city(casting, clause))
    if "visitor" in roles:
        _visitor(casting, clause, tokens)
    if match.frame.kind == "office_tenure":
        _holder(casting, clause, tokens)
    if "participants" in roles:
        _participants(casting, clause, tokens)
    if "title" in roles and match.object is not None and match.object.start >= clause.start:
        words = (match.object.start, match.object.end)
        _give(casting, "title", Argument(*words, (), text=spoken(tokens, words)))
    return casting


def _give(casting: Casting, role: str, argument: Argument | None) -> None:
    if argument is not None:
        casting.values[role] = casting.arguments[role] = argument


def _city(casting: Casting, clause: Clause) -> Argument | None:
    """A city of the clause; for a journey, one in the state it goes to."""
    goal = casting.values.get("to")
    for group in clause.groups:
        for member in group.members:
            fits = goal is None or goal in member.states
            if member.type == "place" and member.case in _PLACES and fits and member.start >= 0:
                return member
    return None


def actors_of(clause: Clause) -> list[Argument]:
    """The officials of a clause, governments left out."""
    return [
        m for g in clause.groups for m in g.members if m.type == "actor" and m.form != "government"
    ]


def name_of(actor: Argument, tokens: Sequence[Token]) -> Argument | None:
    """The name of an official, where the sentence gives one."""
    if actor.form == "pronoun":
        return Argument(actor.start, actor.end, (), type="actor", name=actor.name, text=actor.text)
    if actor.person is None or actor.sentence is not None:
        return None
    words = spoken(tokens, actor.person)
    return Argument(*actor.person, (), type="actor", form="person", name=actor.name, text=words)


def office_of(actor: Argument) -> Argument:
    """The words of an office, without the name beside them."""
    return Argument(actor.start, actor.end, (), type="actor", text=actor.text)


def _visitor(casting: Casting, clause: Clause, tokens: Sequence[Token]) -> None:
    source = casting.arguments.get("from")
    actor = source if source is not None and source.type == "actor" else None
    if actor is None:
        bare = [a for a in actors_of(clause) if a.case in ("", "gen", "of", "by")]
        actor = bare[0] if bare else None
    if actor is None or actor.sentence is not None:
        return
    _give(casting, "visitor", name_of(actor, tokens) or office_of(actor))
    if actor.office:
        casting.values["office"] = actor.office


def _holder(casting: Casting, clause: Clause, tokens: Sequence[Token]) -> None:
    """Who holds the office: the official named with it, or the one person of the clause."""
    actors = [a for a in actors_of(clause) if a.sentence is None]
    office = next((a.office for a in actors if a.office), None)
    if office:
        casting.values["office"] = office
    named = [n for a in actors if (n := name_of(a, tokens)) is not None]
    if named:
        _give(casting, "person", named[0])


def _participants(casting: Casting, clause: Clause, tokens: Sequence[Token]) -> None:
    actors = [a for a in actors_of(clause) if a.sentence is None][:6]
    people = [name_of(a, tokens) or office_of(a) for a in actors]
    if people:
        casting.values["participants"] = people
        for i, person in enumerate(people):
            casting.arguments[f"participants.{i}"] = person
