"""Claims put together: roles, date, polarity and modality of a match, with every span."""

from __future__ import annotations

from collections.abc import Sequence

from legation.dates import DateMention
from legation.extraction.castings import cast
from legation.extraction.claim_making import Maker, point
from legation.extraction.cues import modality, planned_at, polarity
from legation.extraction.date_runs import in_a_row
from legation.extraction.dated import Dated, When
from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.pack import Pack
from legation.extraction.particulars import with_particulars
from legation.extraction.phrases import Clause, Hit
from legation.extraction.plausibility import may_be, names_envoy, said_by, strays, tells, too_early
from legation.extraction.remembrance import note, note_words
from legation.extraction.retelling import closed
from legation.extraction.roles import Casting
from legation.extraction.severally import respectively, severally
from legation.extraction.shadow import Shadow
from legation.extraction.timing import beside, entitled, when_of, whens
from legation.extraction.tokens import Sentence
from legation.extraction.war_dates import told_as_a_turn
from legation.model.claims import Claim
from legation.model.documents import Document
from legation.model.spans import Span


class Assembly:
    """Collects the claims of one document."""

    def __init__(self, document: Document, shadow: Shadow, pack: Pack) -> None:
        self.document, self.shadow, self.pack = document, shadow, pack
        self.maker = Maker(document, shadow)
        self.claims: list[Claim] = []

    def add(
        self,
        match: Match,
        clause: Clause,
        sentence: Sentence,
        concepts: Sequence[Hit],
        dates: Sequence[Dated],
        memory: Memory,
        rivals: Sequence[Match],
    ) -> None:
        """Add the claims that a match makes; what it says is remembered for the next sentence."""
        if strays(match, clause):
            return
        castings = cast(match, clause, memory, self.pack, sentence)
        castings = [c for c in castings if said_by(c, match, sentence, memory)]
        if not castings:
            return
        beside = sentence.tokens if self.pack.government else None
        before = _participle(match, self.pack)
        said = polarity(match, clause, rivals, _until(clause, dates), beside, before)
        how = modality(match, clause, concepts, before)
        inside = [d for d in dates if clause.start <= d.start < clause.end]
        titled = match.frame.beside and not clause.borrowed and not of_concept(clause.hits, "ECHO")
        title = entitled(match, inside, sentence.tokens, rivals) if titled else None
        if match.frame.dated and not inside and not names_envoy(match, castings):
            return
        how = "asserted" if title and how == "planned" and not planned_at(match, clause) else how
        if (match.frame.beside and not title) or not may_be(match.frame.kind, said, how):
            return
        when = (
            [when_of(title, match)]
            if title
            else whens(match, clause, dates, sentence.tokens, memory, self.pack, rivals)
        )
        when = [self._anchored(match, clause, sentence)] if when == [When()] else when
        when = told_as_a_turn(when, match, clause, castings, memory)
        bracketed = [[] if title else self._beside(c, dates, sentence) for c in castings]
        castings = [with_particulars(c, match, clause, sentence.tokens) for c in castings]
        told = [severally(c, match, clause, sentence.tokens, when) for c in castings]
        bracketed = [own for own, some in zip(bracketed, told, strict=True) for _ in some]
        castings = [casting for some in told for casting in some]
        theirs = _shared_out(match, bracketed) or respectively(castings, clause, when)
        for casting in castings:
            point(casting, match, memory)
        for casting, own in zip(castings, theirs, strict=True):
            for one in own:
                claim = self.maker.claim(match, casting, one, said, how, sentence)
                if not tells(casting, match, one, sentence) or too_early(casting, claim):
                    continue
                if match.frame.ends or _until_then(claim):
                    claim = closed(claim, self.claims, self.document.text)
                self.claims.append(claim)
        note(match, castings, memory, when[-1], echo=bool(of_concept(clause.hits, "ECHO")))
        note_words(match, clause, memory, denied=said == "denied")

    def _anchored(self, match: Match, clause: Clause, sentence: Sentence) -> When:
        """The date of a named event that the sentence puts the match after, or in the course of;
        none where it names none."""
        tokens, kind = sentence.tokens, match.frame.kind
        found = self.pack.anchors.find(kind, tokens, clause.end, self.pack.skipped)
        if found is None:
            return When()
        span = Span(tokens[found.start].start, tokens[found.end - 1].end)
        words = span.of(self.shadow.text)
        mention = DateMention(span, words, found.value, "anchored", "at")
        return When(found.value, "anchored", Dated(found.start, found.end, mention))

    def _beside(self, casting: Casting, dates: Sequence[Dated], sentence: Sentence) -> list[Dated]:
        ends = [a.end for a in casting.arguments.values() if a.sentence is None]
        return beside(ends, dates, sentence.tokens)


def _shared_out(match: Match, bracketed: Sequence[Sequence[Dated]]) -> Sequence[Sequence[When]]:
    """The dates that stand in brackets after each name, if there are any."""
    own = [in_a_row([when_of(d, match) for d in dates]) or [When()] for dates in bracketed]
    return own if any(bracketed) else []


def _until_then(claim: Claim) -> bool:
    """'He held the post till 1975': of a tenure, only its end."""
    return claim.kind in ("envoy_tenure", "office_tenure") and (claim.when or "").startswith("../")


def _until(clause: Clause, dates: Sequence[Dated]) -> bool:
    inside = (d for d in dates if clause.start <= d.start < clause.end)
    return any(d.mention.relation in ("until", "before") for d in inside)


def _participle(match: Match, pack: Pack) -> bool:
    """Where verbs come last, a head before its object is a participle: 'স্বাক্ষরিত চুক্তি'."""
    attributes = pack.verb_last and not pack.genitive_after
    return attributes and match.object is not None and match.head.end <= match.object.start
