"""The first pass over a document: its sentences with what was found in them, and its theme."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace

from legation.dates import DateMention, find_dates
from legation.extraction.asides import marked
from legation.extraction.attributes import attributed
from legation.extraction.dated import Dated
from legation.extraction.datelines import dateline, report_begins
from legation.extraction.discourse import Theme, theme_of
from legation.extraction.epithets import plain
from legation.extraction.frames import telling
from legation.extraction.guides import (
    Title,
    below,
    chapter,
    guided,
    is_guide,
    is_title,
    keeper,
    with_posts,
)
from legation.extraction.hits import find_hits, of_concept
from legation.extraction.lead_ins import led_by
from legation.extraction.onward import onward
from legation.extraction.pack import Pack, load
from legation.extraction.phrases import Hit
from legation.extraction.rubrics import with_rubrics
from legation.extraction.sections import dashed, labelled
from legation.extraction.shadow import Shadow, cast
from legation.extraction.titles import titles, untitled
from legation.extraction.tokens import Paragraph, Sentence, Stops, Token, paragraphs
from legation.model.claims import Claim
from legation.model.documents import Document

_TITLE = 8
"""So many words a title has at most that has a colon in it."""
_SURVEY = 3
"""So many headings with one state each make a page a survey of one state's relations with many."""


@dataclass(slots=True)
class Reading:
    """What the first pass found in a sentence."""

    sentence: Sentence
    concepts: list[Hit]
    names: list[list[Hit]]
    markers: list[Hit]
    dates: list[Dated]
    whole: set[int]
    """The tokens of dates and of titles, which part nothing."""


@dataclass(slots=True)
class Page:
    """A document as the first pass leaves it."""

    document: Document
    shadow: Shadow
    pack: Pack
    paragraphs: list[tuple[Paragraph, list[Reading]]] = field(default_factory=list)
    theme: Theme = field(default_factory=Theme)
    counts: Counter[str] = field(default_factory=Counter)
    """In how many sentences each state is named by its own name."""


def read_page(document: Document) -> Page:
    """The first pass: sentences, hits and dates, and what the document is about."""
    pack = load(document.language)
    shadow = cast(document.text)
    page = Page(document, shadow, pack)
    dates = _dates(shadow.text, document, pack)
    starts = [d.span.start for d in dates]
    stops = Stops(pack.abbreviations, pack.closing, [d.span for d in dates], pack.counted)
    for found in paragraphs(shadow.text, stops):
        paragraph = plain(found, pack.epithets)
        readings = [_read(s, pack, dates, starts) for s in paragraph.sentences]
        if paragraph.heading and _tells_an_event(readings[0]):
            readings[0].sentence = replace(readings[0].sentence, heading=False)
            paragraph = Paragraph((readings[0].sentence,))
        if not paragraph.heading and all(p.heading for p, _ in page.paragraphs):
            _drop_dateline(readings[0])
        page.paragraphs.append((paragraph, readings))
    page.paragraphs = with_rubrics(page.paragraphs, pack)
    guide = _guide(page)
    if guide:
        for _, readings in page.paragraphs:
            for reading in readings:
                reading.concepts = with_posts(reading.concepts)
        page.paragraphs = [_titled(p, readings) for p, readings in page.paragraphs]
    page.theme = _theme(page)
    if guide:
        named = (set(named_states(r)) for _, readings in page.paragraphs for r in readings)
        counts = Counter(s for states in named for s in states)
        page.theme = guided(_keeper(page), counts) or page.theme
    return page


def _drop_dateline(reading: Reading) -> None:
    """Leave out the place and the day that open a report: nothing is told of them."""
    begins = report_begins(reading.sentence.tokens, reading.names, reading.dates)
    if any(h.start < begins and h.concept in {*telling(), "VERB"} for h in reading.concepts):
        return  # 'Peru joined the UN on 31 October 1945, the WTO - on 1 January 1995'
    reading.names = [some for some in reading.names if some[0].start >= begins]
    reading.dates = [d for d in reading.dates if d.start >= begins]
    reading.markers = [m for m in reading.markers if m.start >= begins]


def _guide(page: Page) -> bool:
    lines = (r for p, r in page.paragraphs if p.heading)
    return is_guide(chapter(r[0].sentence.tokens, r[0].concepts) for r in lines)


def _keeper(page: Page) -> str | None:
    told = ((r.concepts, r.names) for _, readings in page.paragraphs for r in readings)
    return keeper(told, page.pack.keepers)


def _titled(paragraph: Paragraph, readings: list[Reading]) -> tuple[Paragraph, list[Reading]]:
    """A line of a guide, as a title where it is written as one, whatever dates it bears."""
    if paragraph.heading or not all(is_title(r.sentence.tokens, r.dates) for r in readings):
        return paragraph, readings
    for reading in readings:
        reading.sentence = replace(reading.sentence, heading=True)
        reading.concepts = [h for h in reading.concepts if h.concept != "LABEL"]
    return Paragraph(tuple(r.sentence for r in readings), heading=True), readings


def below_titles(claims: Sequence[Claim], page: Page) -> Sequence[Claim]:
    """The claims of a guide, as its titles have it, and without what these only say beforehand."""
    if page.theme.keeper is None:
        return claims
    readings = [r for p, some in page.paragraphs if p.heading for r in some]
    return below(claims, [_title(r, page.shadow) for r in readings])


def _title(reading: Reading, shadow: Shadow) -> Title:
    tokens = reading.sentence.tokens
    span = shadow.original(tokens[0].start, tokens[-1].end)
    return Title(span, frozenset(h.concept for h in reading.concepts))


def _dates(text: str, document: Document, pack: Pack) -> list[DateMention]:
    """The dates of a text; 'on Tuesday' is told from the document's own date or its dateline."""
    dates = find_dates(text, document.language, document_date=document.date)
    if document.date is not None or (line := dateline(text, dates, pack.published)) is None:
        return dates
    found = find_dates(text, document.language, document_date=line.when)
    return [d for d in found if d.span != line.span]


_SHORTLY = 5
"""So soon after its year the official of a list's item is named."""


def _tells_an_event(reading: Reading) -> bool:
    """Whether a short line is an item of a list: it has a date finer than a year, no title has,
    or leads with a year and then an official ('1972 President Ana Ruiz')."""
    if any(len(d.mention.when or "") > 4 for d in reading.dates):
        return True
    led = [d.end for d in reading.dates if d.start == 0]
    posts = of_concept(reading.concepts, "OFFICE", "HONORIFIC")
    return bool(led) and any(0 <= h.start - led[0] <= _SHORTLY for h in posts)


def _read(
    sentence: Sentence, pack: Pack, dates: Sequence[DateMention], starts: Sequence[int]
) -> Reading:
    tokens = sentence.tokens
    low = bisect_left(starts, tokens[0].start)
    high = bisect_left(starts, tokens[-1].end)
    placed = [_placed(d, sentence) for d in dates[low:high]]
    concepts, names, markers = find_hits(tokens, pack, [(d.start, d.end) for d in placed])
    placed = onward(marked(placed, tokens, concepts, pack), tokens, concepts)
    placed = attributed(placed, tokens, markers, pack)
    dated = {i for d in placed for i in range(d.start, d.end)}
    whole = titles(tokens, concepts, markers, dated, pack.opening)
    concepts = untitled(concepts, whole)
    labels = labelled(sentence, concepts) or dashed(sentence, concepts, pack)
    days = {d.end for d in placed if not any(t.text[0].isalpha() for t in tokens[: d.start])}
    labels = [h for h in labels if not _told(h, concepts, tokens, pack) and h.start not in days]
    return Reading(sentence, [*concepts, *labels], names, markers, placed, whole | dated)


def _told(label: Hit, concepts: Sequence[Hit], tokens: Sequence[Token], pack: Pack) -> bool:
    """Whether a colon follows a verb ('he said:'), so that what stands before it labels nothing."""
    if pack.government and any(t.low in pack.government.verbs for t in tokens[: label.start]):
        return True
    return any(h.end <= label.start for h in of_concept(concepts, "VERB"))


def _end(token: Token) -> int:
    return token.end


def _placed(mention: DateMention, sentence: Sentence) -> Dated:
    tokens = sentence.tokens
    start = bisect_right(tokens, mention.span.start, key=_end)
    start = min(start, len(tokens) - 1)
    end = start + 1
    while end < len(tokens) and tokens[end].start < mention.span.end:
        end += 1
    return Dated(start, end, mention)


def named_states(
    reading: Reading, capitals: bool = True, sure: Container[str] = ()
) -> Iterator[str]:
    """The states that a sentence names, capitals for their states; names that are words too are
    left out, but for those of the states that are `sure` to be meant."""
    wars = {h.start for h in of_concept(reading.concepts, "WAR", "WAR_TIME")}
    for alternatives in reading.names:
        unit = alternatives[0].unit
        if alternatives[0].end in wars or alternatives[0].end + 2 in wars:
            continue
        if unit.type in ("state", "territory") and (not unit.risky or unit.value in sure):
            yield unit.value
        elif capitals and unit.form == "capital" and not unit.risky:
            yield unit.country or unit.value


def lead_in(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The state that opens a paragraph and says whom it is about."""
    return led_by(readings[0].sentence.tokens, readings[0].names)


def _theme(page: Page) -> Theme:
    counts: Counter[str] = Counter()
    title: list[str] = []
    opening: list[str] = []
    headed: set[tuple[str, ...]] = set()
    alone = mutual = False
    sure: list[str] = []
    for i, (paragraph, readings) in enumerate(page.paragraphs):
        if i > 0:
            headed.add(_heads(paragraph, readings))
        for j, reading in enumerate(readings):
            if i == 0 and _is_title(paragraph):
                sure += _entitled(reading)
            states = list(named_states(reading, sure=sure))
            counts.update(dict.fromkeys(states, 1))
            page.counts.update(set(named_states(reading, capitals=False, sure=sure)))
            if i == 0 and _is_title(paragraph):
                states = states or _statesmens(reading)
                title += states
                alone = bool(of_concept(reading.concepts, "FOREIGN_AFFAIRS")) and len(states) == 1
                mutual = bool(of_concept(reading.concepts, "RELATIONS")) and not alone
            elif not opening and not paragraph.heading and j == 0:
                opening += states
    two = {s for s, _ in counts.most_common(2)}
    many = sum(len(h) == 1 and h[0] not in two for h in headed) >= _SURVEY
    survey = (alone or many) and len(set(title)) < 2
    return theme_of(title, opening, counts, survey, mutual)


def _statesmens(reading: Reading) -> list[str]:
    """The states of the statesmen whom a title names ('the foreign policy of Bismarck')."""
    units = (alternatives[0].unit for alternatives in reading.names)
    return [u.country for u in units if u.type == "person" and u.country]


def _is_title(paragraph: Paragraph) -> bool:
    """Whether a first paragraph is the page's title: a heading, or a short line without an end."""
    tokens = paragraph.sentences[0].tokens
    short = len(paragraph.sentences) == 1 and len(tokens) <= _TITLE and tokens[-1].text.isalnum()
    return bool(paragraph.heading) or short


def _entitled(reading: Reading) -> list[str]:
    """The states that a title names by names that are words too, where it can mean nothing else:
    it is the name ('Chad'), or parts it from the rest ('Jordan: Profile'), names two together, or
    tells of relations ('Georgia's relations')."""
    hits = [found[0] for found in reading.names if found[0].unit.type in ("state", "territory")]
    if not any(hit.unit.risky for hit in hits) or len(hits) != len(reading.names):
        return []
    tokens = reading.sentence.tokens
    sides = [tokens[i] for i in (hits[0].start - 1, hits[0].end) if 0 <= i < len(tokens)]
    whole = len(hits) == 1 and not any(side.text[0].isalnum() for side in sides)
    together = (
        len(hits) == 2 and hits[1].start - hits[0].end <= 1 and bool(reading.sentence.heading)
    )
    told = len(hits) == 1 and bool(of_concept(reading.concepts, "FOREIGN_AFFAIRS", "RELATIONS"))
    return [hit.unit.value for hit in hits] if whole or together or told else []


def _heads(paragraph: Paragraph, readings: Sequence[Reading]) -> tuple[str, ...]:
    """The states of a heading or of a lead-in."""
    if paragraph.heading:
        return tuple(dict.fromkeys(s for r in readings for s in named_states(r)))
    return lead_in(readings)
