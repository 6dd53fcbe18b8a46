"""Who is who: the names of persons in claims, brought together into persons, with the reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from legation.model.claims import Claim, RoleValue
from legation.model.decisions import Decision, folded
from legation.model.parties import codes, parties
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.decided import PERSONS, Decided, decided
from legation.reconciliation.rules import rule
from legation.reconciliation.sameness import names_of

_LATIN = re.compile("[A-Za-z]")
_HOME = ("sender", "from", "state")
"""The roles of a claim that say for whom its persons speak."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as claims give it; how likely it is the person's, from 0 to 1, and why."""

    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Person:
    """One person: the name to show, the states he or she may speak for, every spelling, the ids of
    the claims."""

    name: str
    states: tuple[str, ...]
    spellings: tuple[Spelling, ...]
    claims: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The person as a JSON object."""
        spellings = [
            {"name": one.name, "score": one.score, "reason": one.reason} for one in self.spellings
        ]
        return {
            "name": self.name,
            "states": list(self.states),
            "spellings": spellings,
            "claims": list(self.claims),
        }


@dataclass(slots=True)
class _Named:
    """A name met in claims, with all that goes with it there."""

    name: str
    states: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    also: set[str] = field(default_factory=set)


@rule("one-name-of-one-state-is-one-person", INFERENCE)
def persons(claims: Iterable[Claim], decisions: Iterable[Decision] = ()) -> list[Person]:
    """Names that sound alike are one person's if they speak for one state, and if only one person
    of that state can be meant; a reader's decision comes before that.

    >>> from legation.model.claims import Source
    >>> said = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> names = {"name": "Alexander Lukashenko"}, {"name": "Lukashenko", "text": "লুকাশেনকো"}
    >>> [who.name for who in persons(
    ...     Claim("visit", {"from": "BLR", "to": "IRQ", "visitor": name}, said) for name in names)]
    ['Alexander Lukashenko']
    """
    from legation.entities.persons import SAME

    who = decided(decisions)
    heads: list[tuple[_Named, list[tuple[_Named, float, str]]]] = []
    for one in _by_fullness(_named(claims)):
        fitting = [(head, *_match(head[0], one, who)) for head in heads]
        likely = [(head, score, why) for head, score, why in fitting if score >= SAME]
        if len(likely) == 1 or (likely and likely[0][1] == 1):
            head, score, why = likely[0]
            head[1].append((one, score, why))
        else:
            heads.append((one, []))
    return sorted((_person(head, rest) for head, rest in heads), key=lambda p: (p.states, p.name))


def named_in(claims: Iterable[Claim]) -> set[str]:
    """Every name of a person in `claims`, as decisions compare names.

    >>> named_in([])
    set()
    """
    return {folded(name) for one in _named(claims) for name in _all(one)}


def _match(head: _Named, one: _Named, who: Decided) -> tuple[float, str]:
    """How likely `one` is a name of the person whose fullest name is `head`, and why."""
    from legation.entities import same_person

    known, other = (who.identities.get(folded(named.name)) for named in (head, one))
    if known and other:
        return (1.0, "a reader's decision") if known == other else (0.0, "a reader's decision")
    if not head.states & one.states:
        return 0.0, "they speak for different states"
    match = max((same_person(head.name, name) for name in _all(one)), key=lambda m: m.score)
    return match.score, match.reason


def _all(named: _Named) -> list[str]:
    return [named.name, *sorted(named.also)]


def _by_fullness(named: Iterable[_Named]) -> list[_Named]:
    """Full names before short ones, Latin ones before others, then the most frequent."""
    return sorted(
        named,
        key=lambda one: (
            -len(one.name.split()),
            not one.name.isascii(),
            -len(one.claims),
            one.name,
        ),
    )


def _named(claims: Iterable[Claim]) -> list[_Named]:
    """Every name of a person in `claims`, once a state, whatever its case."""
    met: dict[tuple[str, frozenset[str]], _Named] = {}
    for claim in claims:
        home = _home(claim)
        for value in _persons_in(claim):
            name, *others = list(dict.fromkeys(names_of(value)))
            named = met.setdefault((folded(name), home), _Named(name, set(home)))
            named.claims.add(claim.id)
            named.also.update(others)
    return list(met.values())


def _home(claim: Claim) -> frozenset[str]:
    """The states for which a claim's persons speak: all its parties where it does not say."""
    own = [code for role in _HOME for code in codes(claim.roles.get(role))]
    return frozenset(own) or frozenset(parties(claim))


def _persons_in(claim: Claim) -> Iterator[RoleValue]:
    """The persons of a claim who are named: each has a Latin form, which what only tells an office,
    'رئیس جمهور', has not."""
    for role in PERSONS:
        value = claim.roles.get(role)
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if any(_LATIN.search(name) for name in names_of(one)):
                yield one


def _person(head: _Named, rest: Sequence[tuple[_Named, float, str]]) -> Person:
    spellings: dict[str, Spelling] = {}
    for named, score, why in ((head, 1.0, "the fullest name"), *rest):
        spellings.setdefault(named.name, Spelling(named.name, score, why))
        for name in sorted(named.also):
            spellings.setdefault(name, Spelling(name, score, f"as the text has {named.name}"))
    everyone = [head, *(named for named, _, _ in rest)]
    homes = [named.states for named in everyone]
    return Person(
        name=head.name,
        states=tuple(sorted(set.intersection(*homes) or set.union(*homes))),
        spellings=tuple(spellings.values()),
        claims=tuple(sorted(set().union(*(named.claims for named in everyone)))),
    )
