"""Anchors: a date for what is told after or during a war, a summit or a revolution with a name."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from legation.entities import Event, events
from legation.extraction.shadow import cast
from legation.extraction.tokens import Token
from legation.extraction.trie import Trie
from legation.model.kinds import kinds

_SIDES = ("ahead", "behind")
_LONGEST_MARK = 5


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date in EDTF, and the tokens [start:end) of the event that gives it."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchors:
    """The names of events in a language, and the words that say how a thing stands to one."""

    names: Trie[Event]
    ahead: Trie[str]
    behind: Trie[str]

    @classmethod
    def read(cls, code: str, marks: Mapping[str, Mapping[str, Iterable[str]]]) -> Anchors:
        """The anchors of a language, with the marks of its grammar: how → where → words."""
        found = cls(Trie(), Trie(), Trie())
        for event in events(code):
            for form in event.forms:
                found.names.add(cast(form).text, event)
        for how, sides in marks.items():
            for side in _SIDES:
                for form in sides.get(side, ()):
                    getattr(found, side).add(cast(form).text, how)
        return found

    def find(
        self, kind: str, tokens: Sequence[Token], end: int, skipped: Container[str]
    ) -> Anchor | None:
        """The date that the last event named before token `end` gives to a claim of a kind.

        After an event, what happens is dated about its end, and what has lasted since goes on;
        during one, in its year if it took no longer, and what lasts has its whole span. Before
        one, nothing is known.
        """
        for start in reversed(range(end)):
            for stop, event in self._named(tokens, start):
                how = self._mark(tokens, start, stop, skipped)
                value = _date(event, how, kinds()[kind].aspect == "event")
                if value:
                    return Anchor(value, start, stop)
        return None

    def _named(self, tokens: Sequence[Token], start: int) -> list[tuple[int, Event]]:
        found = self.names.at(tokens, start, _unstemmed)
        return [(stop, event) for stop, _, event in reversed(found)]

    def _mark(
        self, tokens: Sequence[Token], start: int, stop: int, skipped: Container[str]
    ) -> str | None:
        """How the words beside an event's name, tokens [start:stop), put a thing to it."""
        while start > 0 and tokens[start - 1].low in skipped:
            start -= 1
        for i in range(max(0, start - _LONGEST_MARK), start):
            for end, _, how in self.ahead.at(tokens, i, _unstemmed):
                if end == start:
                    return how
        after = self.behind.at(tokens, stop, _unstemmed) if stop < len(tokens) else []
        return after[-1][2] if after else None


def _date(event: Event, how: str | None, happens: bool) -> str | None:
    if how in ("after", "since") and happens:
        return f"{event.end}~"
    if how == "since":
        return f"{event.end}/.."
    if how == "during" and event.start == event.end:
        return str(event.start)
    return f"{event.start}/{event.end}" if how == "during" and not happens else None


def _unstemmed(word: str) -> Sequence[tuple[str, str]]:
    """Names of events carry their endings in their own forms."""
    return ()
