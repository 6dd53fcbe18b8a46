"""What a document is about, and what was spoken of last: who is meant where nobody is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from legation.entities import states
from legation.extraction.phrases import Argument, Group, Hit
from legation.extraction.roles import Casting
from legation.extraction.tokens import Sentence

_DOMINANT = 0.35
"""A second state belongs to the theme if it is named this often, measured by the first."""
_CLEAR = 1.6
"""... and this much oftener than the third."""
_SPOKEN_OF = ("MISSION", "RELATIONS")
"""The concepts of a title that a pronoun below it may mean."""
_HALF = 0.48
"""... and the two together are this much of all the states that are named."""
_AS_OFTEN, _OFTEN = 0.75, 8
"""Where the title names one state alone, the second is named so often, and so many times."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The states a document is about: two, one (`focus`), or none."""

    states: tuple[str, ...] = ()
    keeper: str | None = None
    """The state whose own guide the document is: what nobody is named for, it does."""

    @property
    def dyad(self) -> tuple[str, str] | None:
        """The two states, where the document is about two."""
        return (self.states[0], self.states[1]) if len(self.states) == 2 else None

    @property
    def focus(self) -> str | None:
        """The state the document is about first of all."""
        return self.states[0] if self.states else None

    @property
    def alone(self) -> str | None:
        """The one state a document is about."""
        return self.states[0] if len(self.states) == 1 else None

    def other(self, state: str) -> str | None:
        """The other state of a dyad."""
        if self.dyad is None or state not in self.states:
            return None
        return self.states[1] if state == self.states[0] else self.states[0]


def theme_of(
    title: Sequence[str],
    opening: Sequence[str],
    counts: Counter[str],
    survey: bool = False,
    mutual: bool = False,
) -> Theme:
    """The theme, by the states of the title, of the first sentence, and how often each is named.

    `survey`: the page has a section for each of many states, so that none of them is its theme.
    `mutual`: its title tells of relations with the one state that it names.

    >>> theme_of(["IRQ", "BLR"], [], Counter({"IRQ": 9, "BLR": 8})).dyad
    ('IRQ', 'BLR')
    >>> theme_of(["IRQ"], [], Counter({"IRQ": 90, "KWT": 20, "IRN": 18})).states
    ('IRQ',)
    """
    most = max(counts.values(), default=0)
    for named, least in (
        (list(dict.fromkeys(title)), 1.0),
        ([] if len(set(title)) == 1 else list(dict.fromkeys(opening)), max(2.0, _DOMINANT * most)),
    ):
        if len(named) == 2 and all(counts[s] >= least for s in named) and not survey:
            return Theme((named[0], named[1]))
    ranked = [s for s, _ in counts.most_common()]
    if not ranked:
        return Theme(tuple(dict.fromkeys(title))[:2])
    first = title[0] if len(set(title)) == 1 and counts[title[0]] > 1 else ranked[0]
    entitled = len(set(title)) == 1 and first == title[0] and not mutual
    rest = [s for s in ranked if s != first and not survey]
    if rest and _of_two(first, rest, counts, entitled):
        return Theme((first, rest[0]))
    return Theme((first,))


def _of_two(first: str, rest: Sequence[str], counts: Counter[str], entitled: bool) -> bool:
    """Whether the page is about the second state too: named nearly as often, and no third is.

    `entitled`: the title names the first alone, so that the second must be named as often.
    """
    second = counts[rest[0]]
    strangers = [s for s in rest[1:] if not _of_one_line(s, (first, rest[0]))]
    third = counts[strangers[0]] if strangers else 0
    if entitled:
        return second >= _AS_OFTEN * counts[first] and second >= _OFTEN and second >= _CLEAR * third
    most = sum(counts.values()) * _HALF <= counts[first] + second
    return second >= max(2.0, _DOMINANT * counts[first]) and second >= _CLEAR * third and most


def _of_one_line(state: str, others: Sequence[str]) -> bool:
    """Whether a state is gone and one of the others took its place, or the other way round."""
    known = states()
    heirs = set(known[state].successors) if state in known else set()
    return any(o in heirs or (o in known and state in known[o].successors) for o in others)


@dataclass(slots=True)
class Section:
    """What the headings above a line say: its concepts, its groups, the mission it is about."""

    hits: list[Hit] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    mission: tuple[str, str] | None = None
    date: str | None = None
    """The date of a guide's title."""
    fresh: bool = False
    """Whether no text has followed yet, so that a second heading stands under the first."""


class Struck(NamedTuple):
    """A deed that strikes a state, by its kind, its head, and who is who in each claim of it."""

    kind: str
    head: Hit
    castings: tuple[Casting, ...]


class Named(NamedTuple):
    """Where something was named: an argument of a sentence that is past."""

    argument: Argument
    sentence: Sentence


@dataclass(slots=True)
class Memory:
    """What has been said so far: subjects, topics, persons, places, the last date."""

    theme: Theme
    topic: str | None = None
    heading: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    person: Argument | None = None
    """The official who acted last."""
    actor: str = ""
    agent: tuple[str, ...] = ()
    recent: list[str] = field(default_factory=list)
    persons: dict[str, str] = field(default_factory=dict)
    mission: tuple[str, str] | None = None
    home_mission: tuple[str, str] | None = None
    """Whose mission to whom writes the page, by its first line."""
    earlier: tuple[str, str] | None = None
    """Whose mission to whom was spoken of before the last."""
    two_missions: tuple[str, str] | None = None
    """Between whom the last two missions were, if they are those of two states in each other."""
    envoy: tuple[str, str] | None = None
    envoy_person: Argument | None = None
    organisation: Argument | None = None
    strangers: set[str] = field(default_factory=set)
    """The names of persons of whom nothing is known but that they act."""
    parties: tuple[str, ...] = ()
    """The two states of the last claim of the paragraph."""
    war: tuple[str, ...] = ()
    """Whose war was told of last in the paragraph."""
    recognized: set[str] = field(default_factory=set)
    """Whom the page has said to be recognised."""
    deed: str = ""
    """Who did the last attack or occupation that the page tells of."""
    date: str | None = None
    met: str | None = None
    """The date of the last encounter of the sentence."""
    event: str = ""
    mentions: dict[str, Named] = field(default_factory=dict)
    """Where each state was last named."""
    objects: list[Hit] = field(default_factory=list)
    forerunners: dict[str, str] = field(default_factory=dict)
    home: frozenset[str] = frozenset()
    """The states that 'our country' may be, in the language of the document."""
    said: tuple[Hit, ...] = ()
    """The head, and its object, of what was said last; `denied` where it was not so."""
    denied: bool = False
    told: Casting | None = None
    """Who is who in the last claim."""
    struck: Struck | None = None
    """The last deed that one state does to strike another."""
    section: Section = field(default_factory=Section)

    def open_paragraph(self, states: Iterable[str], title: bool = False) -> None:
        """Forget the subjects; the topic is the state beside the theme named most often here.

        `title`: a title of a guide opens, under which the mission of the last is none.
        """
        if title and self.theme.keeper:
            self.section.mission = None
        listed = [s for s in states if s != self.theme.focus]
        ranked = Counter(listed).most_common()
        beside = [s for s in self.heading if s != self.theme.focus]
        self.topic = beside[0] if len(beside) == 1 else (ranked[0][0] if ranked else None)
        self.subject, self.agent, self.actor = (), (), ""
        self.date, self.event = (None if title else self.section.date), ""
        self.objects = [] if title else self.entitled()
        self.said, self.denied, self.told = (), False, None
        self.mission = self.envoy = self.section.mission
        self.two_missions = None
        self.envoy_person, self.parties, self.organisation = None, (), None
        self.war = ()

    def entitled(self) -> list[Hit]:
        """What the title right above speaks of, in a guide: 'it' below is that."""
        above = self.section.hits if self.theme.keeper and self.section.fresh else []
        return [h for h in above if h.unit.concept in _SPOKEN_OF]

    def kept(self) -> tuple[str, str] | None:
        """Whose missions to whom a guide speaks of where it names nobody: its keeper's."""
        keeper = self.theme.keeper
        other = self.theme.other(keeper) or self.topic if keeper else None
        return (keeper, other) if keeper and other and other != keeper else None

    def pair(self) -> tuple[str, ...]:
        """The two states that 'both countries' are."""
        beside = [s for s in self.heading if s != self.theme.focus]
        if len(self.heading) == 2:
            return self.heading
        if self.theme.focus and beside and not self.theme.dyad:
            return (self.theme.focus, beside[0])
        if self.theme.dyad:
            return self.theme.dyad
        last = list(dict.fromkeys(reversed(self.recent)))[:2]
        if len(self.parties) == 2 and self.theme.focus in self.parties:
            return self.parties
        if self.theme.focus and self.topic:
            return (self.theme.focus, self.topic)
        return tuple(reversed(last)) if len(last) == 2 else ()

    def then(self, state: str) -> str:
        """The state that a capital spoke for at the time: Belgrade for Yugoslavia."""
        return self.forerunners.get(state, state)

    def counterpart(self, state: str) -> str | None:
        """Who the other state is, where only `state` is named."""
        if (other := self.theme.other(state)) is not None:
            return other
        if self.theme.dyad and state in self.parties:
            return next(s for s in self.parties if s != state)
        if (heir := self.heir(state)) is not None:
            return self.theme.other(heir)
        if self.theme.focus and state != self.theme.focus:
            return self.theme.focus
        return self.topic if self.topic != state else None

    def heir(self, gone: str) -> str | None:
        """The state of the theme that took the place of one that is gone: Serbia's for Tito's."""
        heirs = states()[gone].successors if gone in states() else ()
        return next((s for s in self.theme.states if s in heirs), None) if heirs else None

    def note(self, states: Iterable[str]) -> None:
        """Keep the states last named."""
        self.recent.extend(states)
        del self.recent[:-12]

    def remember_person(self, words: Iterable[str], state: str) -> None:
        """Whose official a person is; a name that is said of two states is nobody's."""
        for word in words:
            if len(word) > 3:
                known = self.persons.setdefault(word, state)
                if known != state:
                    self.persons[word] = ""
