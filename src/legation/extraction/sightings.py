"""Sightings: what the cascade saw in a sentence, as frozen values with places in the original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.claims import Claim
from legation.model.spans import Span

Supply = Literal["reference", "state", "date", "object"]
"""What context gave: whom a word of reference means, a party, a date, a predicate or object."""


@dataclass(frozen=True, slots=True)
class MentionSeen:
    """A name, an official or a word of reference, with the states it stands for.

    `type` is state, actor, place, org, pair or event; `form` how it names them (short, adjective,
    capital, pronoun, office, person); `case` how it stands, empty for bare.
    """

    span: Span
    states: tuple[str, ...]
    type: str
    form: str = ""
    case: str = ""
    name: str = ""
    office: str = ""
    person: Span | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class GroupSeen:
    """Mentions joined by 'and' or commas, in one case."""

    case: str
    members: tuple[MentionSeen, ...]


@dataclass(frozen=True, slots=True)
class ConceptSeen:
    """A word that stands for a concept; `lent` where it was said before, outside the clause.

    `span` is then where it was said, None where nothing of the document says it.
    """

    concept: str
    value: str
    span: Span | None
    lent: bool = False


@dataclass(frozen=True, slots=True)
class DateSeen:
    """A date with its EDTF value, None where nothing gives its year."""

    span: Span
    when: str | None
    basis: str
    relation: str


@dataclass(frozen=True, slots=True)
class Step:
    """Something that the clause does not say and context supplied.

    `role` is the role of a claim, or the concept; `value` what was supplied; `span` the words
    that it was taken from, None where it was concluded from the whole.
    """

    what: Supply
    role: str
    value: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class FrameMet:
    """A frame whose concepts stand in the clause, and the claims that it gave.

    `way` is how its roles are cast. It gives no claim where its roles find no one.
    """

    kind: str
    way: str
    head: ConceptSeen
    object: ConceptSeen | None
    claims: tuple[Claim, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What the discourse held before a sentence: who acts, who is beside them, the last date."""

    subject: tuple[str, ...] = ()
    topic: str | None = None
    date: str | None = None
    heading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseSeen:
    """A part of a sentence that says one thing."""

    span: Span
    groups: tuple[GroupSeen, ...] = ()
    concepts: tuple[ConceptSeen, ...] = ()
    dates: tuple[DateSeen, ...] = ()
    steps: tuple[Step, ...] = ()
    frames: tuple[FrameMet, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceSeen:
    """A sentence or a heading; without clauses where there was nothing to read in it."""

    span: Span
    heading: bool = False
    context: Context = Context()
    mentions: tuple[MentionSeen, ...] = ()
    dates: tuple[DateSeen, ...] = ()
    clauses: tuple[ClauseSeen, ...] = ()
