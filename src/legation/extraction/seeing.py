"""Seeing: the cascade's own values, which change as it works, as sightings, which do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from legation.extraction.dated import Dated
from legation.extraction.discourse import Memory
from legation.extraction.lexicon import Unit
from legation.extraction.phrases import Argument, Clause, Group, Hit
from legation.extraction.shadow import Shadow
from legation.extraction.sightings import ConceptSeen, Context, DateSeen, GroupSeen, MentionSeen
from legation.extraction.tokens import Sentence
from legation.model.spans import Span


@dataclass(frozen=True, slots=True)
class Sight:
    """Where one looks from: a sentence, and what was said in which words up to it."""

    shadow: Shadow
    sentence: Sentence
    said: Mapping[Unit, Span]

    def span(self, start: int, end: int, sentence: Sentence | None = None) -> Span:
        """The characters of tokens [start:end), of this sentence where none is given."""
        tokens = (sentence or self.sentence).tokens
        if start >= end:
            last = tokens[min(start, len(tokens) - 1)]
            end_of_last = self.shadow.original(last.start, last.end).end
            return Span(end_of_last, end_of_last)
        return self.shadow.original(tokens[start].start, tokens[end - 1].end)

    def mention(self, argument: Argument) -> MentionSeen:
        """An argument; one that stands in a heading has its place there."""
        place = argument.core if argument.sentence else (argument.start, argument.end)
        person = argument.person if not argument.sentence else None
        return MentionSeen(
            self.span(*place, argument.sentence),
            argument.states,
            argument.type,
            argument.form,
            argument.case,
            argument.name,
            argument.office,
            self.span(*person) if person else None,
            argument.guessed,
        )

    def group(self, group: Group) -> GroupSeen:
        """A group with its members."""
        return GroupSeen(group.case, tuple(self.mention(m) for m in group.members))

    def concept(self, hit: Hit, clause: Clause, own: frozenset[Hit]) -> ConceptSeen:
        """A hit of a clause; lent where it is not among the sentence's `own` in that place."""
        if hit in own and clause.start <= hit.start < clause.end:
            span: Span | None = self.span(hit.start, hit.end)
            return ConceptSeen(hit.concept, hit.unit.value, span)
        elsewhere = next((h for h in sorted(own, key=_place) if h.unit == hit.unit), None)
        span = self.span(elsewhere.start, elsewhere.end) if elsewhere else self.said.get(hit.unit)
        return ConceptSeen(hit.concept, hit.unit.value, span, lent=True)

    def date(self, dated: Dated) -> DateSeen:
        """A date mention with its place in the original."""
        mention = dated.mention
        span = self.shadow.original(*mention.span)
        return DateSeen(span, mention.when, mention.basis, mention.relation)


def context(memory: Memory) -> Context:
    """What of the memory bears on who is meant."""
    return Context(memory.subject, memory.topic, memory.date, memory.heading)


def _place(hit: Hit) -> tuple[int, int]:
    return (hit.start, hit.end)
