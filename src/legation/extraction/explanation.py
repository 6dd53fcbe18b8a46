"""Explanation: a document with all that the cascade saw in it, and what each claim rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from legation.extraction.cascade import extract
from legation.extraction.discourse import Memory
from legation.extraction.lexicon import Unit
from legation.extraction.matching import Match
from legation.extraction.pages import Page, Reading
from legation.extraction.phrases import Argument, Clause, Hit
from legation.extraction.seeing import Sight, context
from legation.extraction.sightings import ClauseSeen, FrameMet, SentenceSeen
from legation.extraction.supplied import to_claim, to_clause
from legation.model.claims import Claim
from legation.model.documents import Document
from legation.model.spans import Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was seen in a document, sentence by sentence.

    `theme` are the states that it is about; `direction` is ltr or rtl, as its language is written;
    `claims` are those that are given, `withheld` the ids of those left out for another reason
    than that the document tells the same elsewhere.
    """

    document: Document
    direction: str
    theme: tuple[str, ...]
    sentences: tuple[SentenceSeen, ...]
    claims: tuple[Claim, ...]
    withheld: frozenset[str] = frozenset()

    def keeping(self, claims: Iterable[Claim]) -> Explanation:
        """The same reading where only `claims` are given, the others withheld."""
        kept = tuple(claims)
        gone = {c.id for c in self.claims} - {c.id for c in kept}
        return replace(self, claims=kept, withheld=self.withheld | gone)

    def frames(self) -> dict[str, FrameMet]:
        """The frame that gave each claim, by the claim's id."""
        met = [f for s in self.sentences for c in s.clauses for f in c.frames]
        return {claim.id: frame for frame in reversed(met) for claim in frame.claims}


def explain(document: Document) -> Explanation:
    """The claims that `extract` gives, with what was seen on the way to them.

    Raises LanguageError where there is no pack for the document's language.

    >>> told = explain(Document("Peru opened an embassy in Warsaw in 1969.", "page.txt", "en"))
    >>> [frame.kind for frame in told.sentences[0].clauses[0].frames]
    ['mission_opened']
    >>> [m.states for m in told.sentences[0].mentions]
    [('PER',), ('POL',)]
    """
    notes = _Notes()
    claims = extract(document, notes)
    return notes.explanation(claims)


@dataclass(slots=True)
class _Told:
    """A clause with the frames met in it so far."""

    seen: ClauseSeen
    frames: list[FrameMet] = field(default_factory=list)


class _Notes:
    """A witness that writes down what it sees."""

    def __init__(self) -> None:
        self._page: Page | None = None
        self._read: dict[int, tuple[SentenceSeen, list[_Told]]] = {}
        self._claims: list[Claim] = []
        self._said: dict[Unit, Span] = {}
        self._own: frozenset[Hit] = frozenset()

    def opened(self, page: Page) -> None:
        self._page = page

    def sentence(self, reading: Reading, arguments: Sequence[Argument], memory: Memory) -> None:
        self._hear()
        self._sight = Sight(self._opened.shadow, reading.sentence, self._said)
        self._own = frozenset(reading.concepts)
        self._dates = list(reading.dates)
        self._clauses: list[_Told] = []
        seen = replace(
            _bare(self._sight, reading),
            context=context(memory),
            mentions=tuple(self._sight.mention(a) for a in arguments),
        )
        self._read[id(reading)] = (seen, self._clauses)

    def clause(self, clause: Clause, memory: Memory) -> None:
        sight = self._sight
        self._clause = clause
        groups = tuple(sight.group(g) for g in clause.groups)
        concepts = tuple(sight.concept(h, clause, self._own) for h in clause.hits)
        dates = (d for d in self._dates if clause.start <= d.start < clause.end)
        seen = ClauseSeen(
            sight.span(clause.start, clause.end),
            groups,
            concepts,
            tuple(sight.date(d) for d in dates),
            tuple(to_clause(groups, concepts)),
        )
        self._clauses.append(_Told(seen))

    def met(self, match: Match, told: Sequence[Claim]) -> None:
        same = sum(1 for _ in takewhile(_alike, zip(self._claims, told, strict=False)))
        self._claims, fresh = list(told), tuple(told[same:])
        here = self._clauses[-1]
        steps = (s for claim in fresh for s in to_claim(claim, here.seen.span))
        frame = FrameMet(
            match.frame.kind,
            match.frame.roles,
            self._sight.concept(match.head, self._clause, self._own),
            self._sight.concept(match.object, self._clause, self._own) if match.object else None,
            fresh,
            tuple(dict.fromkeys(steps)),
        )
        here.frames.append(frame)

    def explanation(self, claims: Sequence[Claim]) -> Explanation:
        """All that was written down, of a document whose claims are these."""
        page = self._opened
        sentences = (self._sentence(r) for _, readings in page.paragraphs for r in readings)
        return Explanation(
            page.document,
            page.pack.direction,
            page.theme.states,
            tuple(sentences),
            tuple(claims),
        )

    @property
    def _opened(self) -> Page:
        if self._page is None:
            raise RuntimeError("the cascade has shown no page")
        return self._page

    def _hear(self) -> None:
        """Keep where the concepts of the sentence before were said."""
        for hit in self._own:
            self._said[hit.unit] = self._sight.span(hit.start, hit.end)

    def _sentence(self, reading: Reading) -> SentenceSeen:
        known = self._read.get(id(reading))
        if known is None:
            return _bare(Sight(self._opened.shadow, reading.sentence, {}), reading)
        seen, clauses = known
        told = tuple(replace(c.seen, frames=tuple(c.frames)) for c in clauses)
        return replace(seen, clauses=told)


def _bare(sight: Sight, reading: Reading) -> SentenceSeen:
    """A sentence in which nothing but dates was looked for."""
    span = sight.span(0, len(reading.sentence.tokens))
    return SentenceSeen(
        span, reading.sentence.heading, dates=tuple(sight.date(d) for d in reading.dates)
    )


def _alike(pair: tuple[Claim, Claim]) -> bool:
    return pair[0] is pair[1]
