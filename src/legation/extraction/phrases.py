"""What the cascade builds of words: hits, names with their case, groups, missions."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.extraction.lexicon import Unit
from legation.extraction.tokens import Sentence


@dataclass(unsafe_hash=True, slots=True)
class Hit:
    """A form of the lexicon at tokens [start:end) of a sentence; `case` is what its ending says.

    No hit is ever changed; it is not declared frozen because that makes each, and they are many
    to a sentence, three times as slow to make.
    """

    start: int
    end: int
    unit: Unit
    case: str = ""

    @property
    def concept(self) -> str:
        """The concept that the form stands for; empty for a name."""
        return self.unit.concept


@dataclass(slots=True)
class Argument:
    """Something that can fill a role, at tokens [start:end).

    `states` are the states it stands for (several only for 'both countries'); `case` how it
    stands: to, from, with, in, between, against, by, for, of, on, obj, gen, or '' for bare.
    """

    start: int
    end: int
    states: tuple[str, ...]
    case: str = ""
    type: str = "state"
    form: str = ""
    name: str = ""
    text: str = ""
    office: str = ""
    person: tuple[int, int] | None = None
    place: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    inner: tuple[int, int] | None = None
    """The tokens of the state's own name inside a longer phrase."""
    ending: str = ""
    """What the name's own ending says, where a government needs it."""
    guessed: bool = False
    """Whether the state was found by context, not in the words."""
    sentence: Sentence | None = None
    """The heading that the words stand in, where it is not the sentence itself."""

    @property
    def core(self) -> tuple[int, int]:
        """The tokens that name the state itself."""
        return self.inner or (self.start, self.end)


@dataclass(slots=True)
class Group:
    """Arguments joined by 'and' or commas, standing in one case."""

    members: list[Argument]
    case: str = ""

    @property
    def start(self) -> int:
        """The first token of the first member."""
        return self.members[0].start

    @property
    def end(self) -> int:
        """The token after the last member."""
        return self.members[-1].end

    @property
    def states(self) -> list[str]:
        """The states of all members, each once."""
        return list(dict.fromkeys(s for m in self.members for s in m.states))

    @property
    def type(self) -> str:
        """What sort of thing the members are."""
        return self.members[0].type


@dataclass(slots=True)
class Mission:
    """An embassy, legation, consulate or office: a noun phrase with its sender, host and city."""

    start: int
    end: int
    type: str
    sender: Argument | None = None
    host: Argument | None = None
    city: Argument | None = None
    negated: bool = False
    plural: bool = False


@dataclass(slots=True)
class Clause:
    """Tokens [start:end) of a sentence that say one thing, with what was found in them."""

    start: int
    end: int
    hits: list[Hit] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    borrowed: bool = False
    """Whether its object was named in the clause before."""
