"""Claims put together: roles, date, polarity and modality of a match, with every span."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.dates import DateMention
from legation.entities.persons import romanise
from legation.entities.romanisation import script_of
from legation.extraction.accreditation_roles import accreditation
from legation.extraction.confidence import confidence
from legation.extraction.cues import modality, polarity
from legation.extraction.directed_roles import directed
from legation.extraction.discourse import Memory
from legation.extraction.echoes import retold
from legation.extraction.edition import extractor
from legation.extraction.envoy_roles import envoy, posted_abroad
from legation.extraction.eras import before_its_time, in_its_place, of_the_place, of_their_time
from legation.extraction.frames import Match
from legation.extraction.guides import concerns
from legation.extraction.hits import of_concept
from legation.extraction.hosting import hosted
from legation.extraction.mission_roles import mission
from legation.extraction.other_roles import mediation, member, one_state, places
from legation.extraction.pack import Pack
from legation.extraction.particulars import with_particulars
from legation.extraction.party_roles import pair
from legation.extraction.phrases import Argument, Clause, Hit
from legation.extraction.recall_roles import expulsion, recall
from legation.extraction.retelling import closed
from legation.extraction.roles import Casting
from legation.extraction.shadow import Shadow
from legation.extraction.timing import (
    CONTACTS,
    Dated,
    When,
    beside,
    entitled,
    in_a_row,
    when_of,
    whens,
)
from legation.extraction.tokens import Sentence
from legation.extraction.uncoded import identified
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.kinds import kinds
from legation.model.spans import Span, hull

_OF_OFFICES = {"mission": mission, "envoy": envoy, "accreditation": accreditation}
_OF_ONE = {"member": member, "state": one_state, "mediation": mediation}


class Assembly:
    """Collects the claims of one document."""

    def __init__(self, document: Document, shadow: Shadow, pack: Pack) -> None:
        self.document, self.shadow, self.pack = document, shadow, pack
        self.identity = document.id
        self.claims: list[Claim] = []
        self.gone: tuple[str, ...] = ()
        """The states that the document names and that are there no more."""
        self.heirs: dict[str, str] = {}
        """The state that took the place of one that a guide is about."""
        self.named: frozenset[str] = frozenset()

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
        if _strays(match, clause):
            return
        castings = self._cast(match, clause, memory, sentence)
        castings = [c for c in castings if _said_by(c, match, sentence, memory)]
        if not castings:
            return
        beside = sentence.tokens if self.pack.government else None
        before = _participle(match, self.pack)
        said = polarity(match, clause, rivals, _until(clause, dates), beside, before)
        how = modality(match, clause, concepts, before)
        inside = [d for d in dates if clause.start <= d.start < clause.end]
        titled = match.frame.beside and not clause.borrowed and not of_concept(clause.hits, "ECHO")
        title = entitled(match, inside, sentence.tokens, rivals) if titled else None
        if match.frame.dated and not inside and not _names_envoy(match, castings):
            return
        if match.frame.beside and not title:
            return
        when = (
            [when_of(title, match)]
            if title
            else whens(match, clause, dates, sentence.tokens, memory, self.pack, rivals)
        )
        when = [self._anchored(match, clause, sentence)] if when == [When()] else when
        bracketed = [[] if title else self._beside(c, dates, sentence) for c in castings]
        castings = [with_particulars(c, match, clause, sentence.tokens) for c in castings]
        for casting in castings:
            _point(casting, match, memory)
        for casting, own in zip(castings, bracketed, strict=True):
            dated = in_a_row([when_of(d, match) for d in own])
            for one in dated or ([When()] if any(bracketed) else when):
                claim = self._claim(match, casting, one, said, how, sentence)
                if not _tells(casting, match, one, sentence) or _too_early(casting, claim):
                    continue
                if match.frame.ends or _until_then(claim):
                    claim = closed(claim, self.claims, self.document.text)
                self.claims.append(claim)
        _note(match, castings, memory, echo=bool(of_concept(clause.hits, "ECHO")))
        memory.said = (match.head, match.object) if match.object else (match.head,)
        memory.denied = said == "denied"

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

    def _cast(
        self, match: Match, clause: Clause, memory: Memory, sentence: Sentence
    ) -> list[Casting]:
        if again := retold(match, clause, memory):
            return again
        passive = _passive(match, clause, self.pack)
        match match.frame.roles:
            case "pair":
                return pair(match, clause, memory, self.pack, passive)
            case "directed":
                key = match.frame.renamed or kinds()[match.frame.kind].key
                found = directed(match, clause, memory, self.pack, key, passive)
                return found or _recognized(match, clause, memory)
            case "hosted":
                return hosted(match, clause, memory, self.pack, passive)
            case roles if roles in _OF_OFFICES:
                return _OF_OFFICES[roles](match, clause, memory, self.pack, sentence.tokens)
            case "recall":
                return recall(match, clause, memory, self.pack)
            case "expulsion":
                return expulsion(match, clause, memory, self.pack)
            case "places":
                return places(match, clause)
            case roles:
                return _OF_ONE[roles](match, clause, memory)

    def _keep(self, match: Match, casting: Casting, claim: Claim) -> None:
        if _too_early(casting, claim):
            return
        if match.frame.ends or _until_then(claim):
            claim = closed(claim, self.claims, self.document.text)
        self.claims.append(claim)

    def _beside(self, casting: Casting, dates: Sequence[Dated], sentence: Sentence) -> list[Dated]:
        ends = [a.end for a in casting.arguments.values() if a.sentence is None]
        return beside(ends, dates, sentence.tokens)

    def _claim(
        self, match: Match, casting: Casting, when: When, said: str, how: str, sentence: Sentence
    ) -> Claim:
        spans = self._spans(casting, when, sentence)
        kind = match.frame.kind
        roles = {r: self._value(v) for r, v in self._roles(match, casting).items()}
        roles = of_the_place(roles, when.value, _places(casting))
        roles = of_their_time(roles, when.value, self.gone, self.heirs)
        roles = in_its_place(roles, when.value, self.named)
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

    def _roles(self, match: Match, casting: Casting) -> dict[str, object]:
        roles = dict(casting.values)
        tone = match.head.unit.value
        if match.frame.kind == "tenor":
            roles["direction" if tone in ("improving", "worsening", "steady") else "value"] = tone
        if match.frame.renamed and "parties" in kinds()[match.frame.kind].key:
            roles["parties"] = [roles[name] for name in match.frame.renamed]
        roles.update({k: v for k, v in match.frame.set.items() if k != "modality"})
        return roles

    def _value(self, value: object) -> object:
        """A role as the claim gives it: a code, or a named thing with the text's words for it."""
        if isinstance(value, Argument) and value.form == "person" and not value.name:
            return _person(value.text)
        if isinstance(value, Argument):
            named = {"name": value.place or value.name or value.text, "text": value.text}
            return {**named, "state": value.states[0]} if value.place and value.states else named
        if isinstance(value, list):
            return [self._value(v) for v in value]
        return value

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


def _person(text: str) -> dict[str, object]:
    """A person by the text's words; in another script than Latin with a romanisation, marked so."""
    if script_of(text) == "latin":
        return {"name": text, "text": text}
    return {"name": romanise(text), "text": text, "romanised": True}


def _places(casting: Casting) -> list[str]:
    """The states of a casting that only a city of theirs stands for."""
    cities = (a for a in casting.arguments.values() if a.type == "place" and a.place)
    return [state for city in cities for state in city.states]


def _point(casting: Casting, match: Match, memory: Memory) -> None:
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


def _until_then(claim: Claim) -> bool:
    """'He held the post till 1975': of a tenure, only its end."""
    return claim.kind in ("envoy_tenure", "office_tenure") and (claim.when or "").startswith("../")


def _until(clause: Clause, dates: Sequence[Dated]) -> bool:
    inside = (d for d in dates if clause.start <= d.start < clause.end)
    return any(d.mention.relation == "until" for d in inside)


def _participle(match: Match, pack: Pack) -> bool:
    """Where verbs come last, a head before its object is a participle: 'স্বাক্ষরিত চুক্তি'."""
    attributes = pack.verb_last and not pack.genitive_after
    return attributes and match.object is not None and match.head.end <= match.object.start


def _strays(match: Match, clause: Clause) -> bool:
    """Whether an object lent by another clause is stretched too far: 'continues', 'begins'."""
    lent = match.object is not None and 0 <= match.object.start < clause.start
    lent = lent or (clause.borrowed and match.object is not None and _acted(clause))
    if match.frame.kind == "office_tenure" and posted_abroad(match, clause):
        return True
    if match.frame.roles == "envoy" and lent and of_concept(clause.hits, "ACCREDIT"):
        return True
    lasting = kinds()[match.frame.kind].aspect == "state"
    return lent and (lasting or match.frame.own or match.frame.kind == "relations_established")


def _acted(clause: Clause) -> bool:
    """Whether a clause has a subject of its own beside a lent object: 'English traders began …'."""
    return any(g.case == "gen" and g.states for g in clause.groups)


def _names_envoy(match: Match, castings: Sequence[Casting]) -> bool:
    """'Peru's ambassador in Oslo is Ana Ruiz' tells something without a date."""
    named = all("person" in c.arguments or "person" in c.values for c in castings)
    return match.frame.kind == "envoy_tenure" and named


def _said_by(casting: Casting, match: Match, sentence: Sentence, memory: Memory) -> bool:
    """Whether a sentence says enough: a heading must name someone; a guide tells of its own."""
    if match.frame.roles in ("mission", "envoy"):
        sides = casting.values.get("sender"), casting.values.get("host")
        if not concerns(memory.theme, *sides):
            return False
    return bool(casting.arguments) or not sentence.heading


def _tells(casting: Casting, match: Match, when: When, sentence: Sentence) -> bool:
    """Whether a claim has something to tell: 'visits:' over a list has neither day nor guest, and
    talks that nobody is named in and that have no date are no event."""
    event = kinds()[match.frame.kind].aspect == "event"
    if when.value or not event:
        return True
    listing = sentence.heading and sentence.tokens[-1].text == ":"
    return not listing and (bool(casting.arguments) or match.frame.kind not in CONTACTS)


def _too_early(casting: Casting, claim: Claim) -> bool:
    """Whether context gave a journey or talks a state that was not there yet."""
    guessed = casting.guessed and claim.kind in CONTACTS
    return bool(guessed) and before_its_time(claim.roles, claim.when)


def _since(when: When) -> bool:
    return bool(when.value and when.value.endswith("/.."))


def _passive(match: Match, clause: Clause, pack: Pack) -> bool:
    """'was recognised', 'به رسمیت شناخته شد': the one named before the verb suffers it.

    Where verbs come last the word stands after the head; who travels does so in any voice.
    """
    if match.frame.passive:
        return True
    hits = of_concept(clause.hits, "PASSIVE")
    if not hits:
        return False
    plans = of_concept(clause.hits, "PLAN")
    hits = [h for h in hits if not any(p.start <= h.start and h.end <= p.end for p in plans)]
    if pack.verb_last:
        after = any(0 <= h.start - match.head.end <= 2 for h in hits)
        return after and not match.frame.person
    own = (match.head.start, match.head.end)
    return any(0 <= own[0] - h.end <= 2 or (h.start, h.end) == own for h in hits)


def _note(match: Match, castings: Sequence[Casting], memory: Memory, *, echo: bool) -> None:
    casting = castings[-1]
    values = casting.values
    if match.frame.kind in ("attack", "occupation"):
        memory.deed = str(values[kinds()[match.frame.kind].key[0]])
    first = next((v for v in values.values() if isinstance(v, str)), None)
    if first and not echo:
        memory.agent = (first,)
    pair_ = (values.get("sender"), values.get("host"))
    if match.frame.roles == "mission" and all(isinstance(v, str) for v in pair_):
        if pair_ != memory.mission:
            memory.earlier = memory.mission
        memory.mission = pair_  # type: ignore[assignment]
    if match.frame.roles == "envoy" and all(isinstance(v, str) for v in pair_):
        memory.envoy = pair_  # type: ignore[assignment]
    memory.event = match.frame.kind
    memory.told = casting
    memory.parties = _two_parties(values) or memory.parties
    if memory.theme.keeper and _mirrored(castings):
        memory.mission = memory.envoy = None


def _recognized(match: Match, clause: Clause, memory: Memory) -> list[Casting]:
    """'The new government was recognized in May': in a guide, by its keeper."""
    kept = memory.kept()
    told = match.frame.kind == "recognition" and of_concept(clause.hits, "PASSIVE")
    if kept is None or not told:
        return []
    return [Casting({"recognizer": kept[0], "recognized": kept[1]}, guessed=2)]


def _mirrored(castings: Sequence[Casting]) -> bool:
    """Whether two states' missions to each other are told of as one."""
    sides = {(c.values.get("sender"), c.values.get("host")) for c in castings}
    return any((host, sender) in sides for sender, host in sides if sender)


def _two_parties(values: Mapping[str, object]) -> tuple[str, ...]:
    """The two states of a claim, whatever its roles are called."""
    listed = values.get("parties")
    found = listed if isinstance(listed, list) else list(values.values())[:2]
    states = tuple(v for v in found if isinstance(v, str) and len(v) == 3)
    return states if len(states) == 2 and states[0] != states[1] else ()
