"""An explanation is the same reading, told in full: it adds no claim and every span is true."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.extraction import Explanation, explain, extract
from legation.extraction.sightings import Step
from legation.model.documents import Document
from legation.model.spans import Span

ENGLISH = (
    "Peru and Norway\n\nPeru opened an embassy in Oslo in 1971 and closed it in 1989. "
    "Both countries restored relations on 4 May 1994."
)
TEXTS = {
    "en": ENGLISH,
    "fa": "پرو و نروژ در سال ۱۹۲۵ روابط برقرار کردند. سفارت پرو در اسلو در سال ۱۹۷۱ افتتاح شد.",
    "bn": "১৯২৫ সালে পেরু ও নরওয়ের মধ্যে কূটনৈতিক সম্পর্ক স্থাপিত হয়। ১৯৭১ সালে অসলোতে পেরুর দূতাবাস খোলা হয়।",
}
NOISE = st.lists(
    st.tuples(st.integers(0, 150), st.sampled_from(["\u200f", "\u00ad", "\u200c", "\r\n", "😀"])),
    max_size=5,
)


def demo_documents() -> Iterator[Document]:
    for folder in (resources.files("legation") / "demo_documents").iterdir():
        for file in folder.iterdir():
            yield Document(file.read_text("utf-8"), file.name, folder.name)


DEMO = list(demo_documents())


def littered(text: str, noises: list[tuple[int, str]]) -> str:
    for at, noise in noises:
        text = text[: at % len(text)] + noise + text[at % len(text) :]
    return text


def steps(told: Explanation) -> Iterator[Step]:
    for sentence in told.sentences:
        for clause in sentence.clauses:
            yield from clause.steps
            for frame in clause.frames:
                yield from frame.steps


def spans(told: Explanation) -> Iterator[Span]:
    for sentence in told.sentences:
        yield sentence.span
        yield from (mention.span for mention in sentence.mentions)
        yield from (m.person for m in sentence.mentions if m.person)
        yield from (date.span for date in sentence.dates)
        for clause in sentence.clauses:
            yield from (c.span for c in clause.concepts if c.span)
            yield from (m.span for g in clause.groups for m in g.members)
    yield from (step.span for step in steps(told) if step.span)


@pytest.mark.parametrize("document", DEMO, ids=lambda d: f"{d.language}-{d.uri}")
def test_the_claims_are_the_same_with_and_without_explanation(document: Document) -> None:
    assert list(explain(document).claims) == extract(document)


@pytest.mark.parametrize("document", DEMO, ids=lambda d: f"{d.language}-{d.uri}")
def test_every_claim_has_the_frame_that_gave_it(document: Document) -> None:
    told = explain(document)
    assert {claim.id for claim in told.claims} <= told.frames().keys()


@pytest.mark.parametrize("language", sorted(TEXTS))
@settings(max_examples=40)
@given(noises=NOISE)
def test_every_span_lies_in_the_document(language: str, noises: list[tuple[int, str]]) -> None:
    document = Document(littered(TEXTS[language], noises), "page", language)
    told = explain(document)
    assert list(told.claims) == extract(document)
    for span in spans(told):
        assert 0 <= span.start < span.end <= len(document.text)


@settings(max_examples=40)
@given(text=st.text(max_size=120))
def test_no_text_breaks_an_explanation(text: str) -> None:
    assert explain(Document(text, "page", "en")).document.text == text


def test_mentions_dates_and_concepts_point_at_their_words() -> None:
    told = explain(Document(ENGLISH, "page", "en"))
    opened = told.sentences[1]
    assert opened.span.of(ENGLISH).startswith("Peru opened")
    assert [(m.span.of(ENGLISH), m.states, m.case) for m in opened.mentions[:2]] == [
        ("Peru", ("PER",), ""),
        ("Oslo", ("NOR",), "in"),
    ]
    assert [(d.span.of(ENGLISH), d.when) for d in opened.dates] == [
        ("1971", "1971"),
        ("1989", "1989"),
    ]
    concepts = {c.concept: c.span.of(ENGLISH) for c in opened.clauses[0].concepts if c.span}
    assert concepts["MISSION"] == "embassy"


def test_a_persian_name_is_pointed_at_in_its_own_letters() -> None:
    text = TEXTS["fa"].replace("نروژ", "نرو\u200fژ")
    told = explain(Document(text, "page", "fa"))
    assert [m.span.of(text) for m in told.sentences[0].mentions] == ["پرو", "نرو\u200fژ"]
    assert told.direction == "rtl"


def test_an_officials_name_is_told_apart_from_the_office() -> None:
    text = "Peruvian President Alan García visited Oslo in 1987."
    (official, *_) = explain(Document(text, "page", "en")).sentences[0].mentions
    assert (official.type, official.office, official.states) == ("actor", "president", ("PER",))
    assert official.person is not None
    assert official.person.of(text) == "Alan García"


def test_what_context_supplied_is_told_with_the_words_it_came_from() -> None:
    told = explain(Document(ENGLISH, "page", "en"))
    given_ = {(s.what, s.role, s.value, s.span and s.span.of(ENGLISH)) for s in steps(told)}
    assert ("object", "MISSION", "embassy", "embassy") in given_
    assert ("reference", "", "PER, NOR", "Both countries") in given_
    assert any(what == "state" and value == "NOR" for what, _, value, _ in given_)


def test_the_discourse_before_a_sentence_is_kept_as_it_was() -> None:
    told = explain(Document(ENGLISH, "page", "en"))
    assert told.theme == ("PER", "NOR")
    assert told.sentences[1].context.date is None
    assert told.sentences[2].context.subject == ("PER",)
    assert told.sentences[2].context.date == "1989"


def test_claims_that_are_not_kept_are_withheld_not_forgotten() -> None:
    told = explain(Document(ENGLISH, "page", "en"))
    fewer = told.keeping(told.claims[:1])
    assert fewer.claims == told.claims[:1]
    assert fewer.withheld == {claim.id for claim in told.claims[1:]}
    assert fewer.sentences == told.sentences
