"""What was seen in a document, as an outline of lines in words; a view gives them their form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legation.extraction import Explanation
from legation.extraction.sightings import (
    ClauseSeen,
    ConceptSeen,
    Context,
    FrameMet,
    GroupSeen,
    MentionSeen,
    SentenceSeen,
    Step,
)
from legation.model.claims import Claim
from legation.model.spans import Span
from legation.views.naming import (
    details_in_words,
    kind_in_words,
    organisation_name,
    parties_in_words,
    party_name,
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document, to be set apart from those about it."""

    text: str


Words = tuple[str | Quote, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the outline with those below it.

    `sort` is sentence, clause, seen, context, frame, claim, or silent for what gave no claim.
    `claim` is the id of the claim that the line tells of, if it is given.
    """

    words: Words
    below: tuple[Line, ...] = ()
    sort: str = "seen"
    claim: str = ""


def outline(explanation: Explanation) -> Iterator[Line]:
    """A line for each sentence in which there was something to read.

    >>> from legation.extraction import explain
    >>> from legation.model.documents import Document
    >>> line = next(outline(explain(Document("Peru recognised Kosovo in 2008.", "a.txt", "en"))))
    >>> line.words
    ('sentence 1: ', Quote(text='Peru recognised Kosovo in 2008.'))
    >>> [below.sort for below in line.below]
    ['context', 'seen', 'seen', 'seen', 'seen', 'frame']
    """
    for number, sentence in enumerate(explanation.sentences, 1):
        if sentence.clauses:
            yield _Teller(explanation).sentence(number, sentence)


def theme_in_words(explanation: Explanation) -> str:
    """What a document is about."""
    return " and ".join(map(party_name, explanation.theme)) or "no state in particular"


def claim_in_words(claim: Claim) -> str:
    """A claim on one line, without its quote.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> claim_in_words(Claim("visit", {"from": "IRQ", "to": "BLR"}, source, when="2001"))
    'visit: Iraq → Belarus, 2001'
    """
    details = details_in_words(claim)
    what = f"{kind_in_words(claim)}: {parties_in_words(claim)}"
    return what + (f" ({details})" if details else "") + f", {claim.when or 'undated'}"


class _Teller:
    """Puts what was seen in one document into words."""

    def __init__(self, explanation: Explanation) -> None:
        self.text = explanation.document.text
        self.given = {claim.id: claim for claim in explanation.claims}
        self.withheld = explanation.withheld

    def sentence(self, number: int, sentence: SentenceSeen) -> Line:
        name = "heading" if sentence.heading else "sentence"
        below = list(_context(sentence.context))
        for clause in sentence.clauses:
            lines = tuple(self._clause(clause))
            if len(sentence.clauses) == 1:
                below += lines
            elif lines:
                below.append(Line(("clause: ", self._quote(clause.span)), lines, "clause"))
        return Line((f"{name} {number}: ", self._quote(sentence.span)), tuple(below), "sentence")

    def _clause(self, clause: ClauseSeen) -> Iterator[Line]:
        for group in clause.groups:
            yield Line(self._group(group))
        if clause.concepts:
            yield Line(("concepts: ", *_joined(map(self._concept, clause.concepts), " · ")))
        for date in clause.dates:
            value = date.when or "no year is known"
            yield Line(("date: ", self._quote(date.span), f" {value}, {date.basis}"))
        for step in clause.steps:
            yield self._step(step)
        for frame in clause.frames:
            yield self._frame(frame)

    def _group(self, group: GroupSeen) -> Words:
        name = "name" if len(group.members) == 1 else "names"
        members = _joined(map(self._mention, group.members), ", ")
        return (f"{name}{', ' + group.case if group.case else ''}: ", *members)

    def _mention(self, mention: MentionSeen) -> Words:
        called = organisation_name if mention.type == "org" else party_name
        states = ", ".join(map(called, mention.states)) or "whose is not known"
        sort = mention.form or mention.type
        office = f", {mention.office}" if mention.office else ""
        person: Words = (", ", self._quote(mention.person)) if mention.person else ()
        return (self._quote(mention.span), f" {states} ({sort}{office}", *person, ")")

    def _concept(self, concept: ConceptSeen) -> Words:
        name = concept.concept + (f"={concept.value}" if concept.value else "")
        where: Words = (" ", self._quote(concept.span)) if concept.span else ()
        return (name, *where, *((" (lent)",) if concept.lent else ()))

    def _step(self, step: Step) -> Line:
        states = ", ".join(map(party_name, step.value.split(", ")))
        words = self._quote(step.span) if step.span else None
        match step.what:
            case "reference":
                said: Words = (words or "", f" means {states}")
            case "state":
                said = (f"{step.role}: {states}", *_from(words, "what the document is about"))
            case "date":
                said = (f"date: {step.value}", *_from(words, "what was told before"))
            case _:
                name = step.role + (f"={step.value}" if step.value else "")
                said = (name, *_from(words, "the place where the line stands"))
        return Line(("from context, ", *said), sort="context")

    def _frame(self, frame: FrameMet) -> Line:
        parts = [self._concept(c) for c in (frame.head, frame.object) if c is not None]
        words = (f"frame {frame.kind} ({frame.way}): ", *_joined(parts, " + "))
        claims = tuple(map(self._claim, frame.claims))
        steps = tuple(map(self._step, frame.steps))
        if not claims:
            return Line((*words, ", gave no claim"), sort="silent")
        return Line(words, (*claims, *steps), "frame")

    def _claim(self, claim: Claim) -> Line:
        basis = f", {claim.when_basis}" if claim.when_basis else ""
        words = f"→ {claim_in_words(claim)}{basis}"
        if (given := self.given.get(claim.id)) is not None:
            sure = f", confidence {round(given.confidence, 3):g}"
            return Line((words + sure,), sort="claim", claim=claim.id)
        why = "left out" if claim.id in self.withheld else "told elsewhere in the document"
        return Line((f"{words}: {why}",), sort="silent")

    def _quote(self, span: Span) -> Quote:
        return Quote(" ".join(span.of(self.text).split()))


def _context(context: Context) -> Iterator[Line]:
    parts = []
    if context.subject:
        parts.append(f"subject {', '.join(map(party_name, context.subject))}")
    if context.topic:
        parts.append(f"topic {party_name(context.topic)}")
    if context.date:
        parts.append(f"date {context.date}")
    if parts:
        yield Line((f"in mind: {'; '.join(parts)}",), sort="context")


def _from(words: Quote | None, otherwise: str) -> Words:
    return (", from ", words or otherwise)


def _joined(parts: Iterable[Words], by: str) -> Words:
    """The words of all parts with `by` between them."""
    found: list[str | Quote] = []
    for part in parts:
        found += [by, *part] if found else part
    return tuple(found)
