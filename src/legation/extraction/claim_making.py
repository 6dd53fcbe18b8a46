"""Claims made of castings: every role's value, the words that say it, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping

from legation.entities.persons import romanise
from legation.entities.romanisation import script_of
from legation.extraction.confidence import confidence
from legation.extraction.dated import When
from legation.extraction.discourse import Memory
from legation.extraction.edition import extractor
from legation.extraction.eras import of_the_place, of_their_time
from legation.extraction.matching import Match
from legation.extraction.phrases import Argument
from legation.extraction.roles import Casting
from legation.extraction.shadow import Shadow
from legation.extraction.tokens import Sentence
from legation.extraction.uncoded import identified
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.kinds import kinds
from legation.model.spans import Span, hull


class Maker:
    """Makes the claims of one document."""

    def __init__(self, document: Document, shadow: Shadow) -> None:
        self.document, self.shadow = document, shadow
        self.identity = document.id
        self.gone: tuple[str, ...] = ()
        """The states that the document names and that are there no more."""
        self.heirs: dict[str, str] = {}
        """The state that took the place of one that is gone."""

    def claim(
        self, match: Match, casting: Casting, when: When, said: str, how: str, sentence: Sentence
    ) -> Claim:
        """The claim of a casting on a date, `said` and meant `how`, grounded in its sentence."""
        spans = self._spans(casting, when, sentence)
        kind = match.frame.kind
        roles = {r: _value(v) for r, v in _roles(match, casting).items()}
        roles = of_the_place(roles, when.value, _places(casting))
        roles = of_their_time(roles, when.value, self.gone, self.heirs)
        roles = {role: identified(value) for role, value in roles.items()}
        place = self._quoted(match, spans, sentence)
        source = Source(
            self.identity,
            self.document.uri,
            self.document.language,
            place.start,
            place.end,
            place.of(self.document.text),
            spans,
        )
        if kind == "relations_maintained" and said == "affirmed" and _since(when):
            kind, when = (
                "relations_established",
                When((when.value or "").removesuffix("/.."), when.basis),
            )
        if kind == "relations_established" and said == "denied":
            kind = "relations_maintained"
        basis = when.basis if when.value else None
        told = (kind, roles, source, when.value, basis, said, how)
        return Claim(*told, confidence(Claim(*told)), extractor())

    def _quoted(self, match: Match, spans: Mapping[str, Span], sentence: Sentence) -> Span:
        """The shortest run of the sentence that holds the match and its arguments."""
        start, end = self._reach(sentence)
        words = [s for s in spans.values() if start <= s.start and s.end <= end]
        for hit in (match.head, match.object):
            if hit is not None and 0 <= hit.start < hit.end:
                words.append(self._span(sentence, hit.start, hit.end))
        return hull(words) if words else self._reach(sentence)

    def _spans(self, casting: Casting, when: When, sentence: Sentence) -> dict[str, Span]:
        spans = {
            role: self._span(argument.sentence or sentence, *argument.core)
            for role, argument in casting.arguments.items()
            if argument.sentence is not None or argument.core[0] >= 0  # a heading's words have none
        }
        if when.dated is not None:
            span = when.dated.mention.span
            spans["when"] = self.shadow.original(span.start, span.end)
        return spans

    def _span(self, sentence: Sentence, start: int, end: int) -> Span:
        tokens = sentence.tokens
        return self.shadow.original(tokens[start].start, tokens[end - 1].end)

    def _reach(self, sentence: Sentence) -> Span:
        return self._span(sentence, 0, len(sentence.tokens))


def _roles(match: Match, casting: Casting) -> dict[str, object]:
    roles = dict(casting.values)
    tone = match.head.unit.value
    if match.frame.kind == "tenor":
        roles |= {_aspect(word): word for word in str(tone).split()}
    if match.frame.renamed and "parties" in kinds()[match.frame.kind].key:
        roles["parties"] = [roles[name] for name in match.frame.renamed]
    roles.update({k: v for k, v in match.frame.set.items() if k != "modality"})
    return roles


def _aspect(tone: str) -> str:
    """Whether a word for a tenor tells where it goes, or how it is."""
    return "direction" if tone in ("improving", "worsening", "steady") else "value"


def _value(value: object) -> object:
    """A role as the claim gives it: a code, or a named thing with the text's words for it."""
    if isinstance(value, Argument) and value.form == "person" and not value.name:
        return _person(value.text)
    if isinstance(value, Argument):
        named = {"name": value.place or value.name or value.text, "text": value.text}
        return {**named, "state": value.states[0]} if value.place and value.states else named
    if isinstance(value, list):
        return [_value(v) for v in value]
    return value


def _person(text: str) -> dict[str, object]:
    """A person by the text's words; in another script than Latin with a romanisation, marked so."""
    if script_of(text) == "latin":
        return {"name": text, "text": text}
    return {"name": romanise(text), "text": text, "romanised": True}


def _places(casting: Casting) -> list[str]:
    """The states of a casting that only a city of theirs stands for."""
    cities = (a for a in casting.arguments.values() if a.type == "place" and a.place)
    return [state for city in cities for state in city.states]


def point(casting: Casting, match: Match, memory: Memory) -> None:
    """Give a state that context supplied the words in which it was last named."""
    keys = match.frame.renamed or kinds()[match.frame.kind].key
    for role in keys:
        value = casting.values.get(role)
        for state in value if isinstance(value, list) else [value]:
            name = f"{role}.{state}" if isinstance(value, list) else role
            known = memory.mentions.get(state) if isinstance(state, str) else None
            if known is not None and name not in casting.arguments:
                one = known.argument
                place = Argument(*one.core, one.states, sentence=known.sentence)
                casting.arguments[name] = place


def _since(when: When) -> bool:
    return bool(when.value and when.value.endswith("/.."))
