"""Every claim points at its own words, whatever characters stand between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.extraction import extract
from legation.model.documents import Document

_TEXTS = {
    "en": "Peru and Norway established relations in 1925. Peru opened an embassy in Oslo in 1971.",
    "fa": "پرو و نروژ در سال ۱۹۲۵ روابط دیپلماتیک برقرار کردند. "
    "سفارت پرو در اسلو در سال ۱۹۷۱ افتتاح شد.",
    "bn": "১৯২৫ সালে পেরু ও নরওয়ের মধ্যে কূটনৈতিক সম্পর্ক স্থাপিত হয়। ১৯৭১ সালে অসলোতে পেরুর দূতাবাস খোলা হয়।",
}
_NOISE = st.sampled_from(
    ["\u200f", "\u2067", "\u2069", "\u0301", "😀", "\r\n", "\u200c", "\ufeff", "[3]", "\u00ad"]
)
_NOISES = st.lists(st.tuples(st.integers(0, 120), _NOISE), max_size=6)


def _littered(text: str, noises: list[tuple[int, str]]) -> str:
    for at, noise in noises:
        text = text[: at % len(text)] + noise + text[at % len(text) :]
    return text


@pytest.mark.parametrize("language", sorted(_TEXTS))
@settings(max_examples=60, deadline=None)
@given(noises=_NOISES)
def test_quotes_and_spans_are_the_documents_own(
    language: str, noises: list[tuple[int, str]]
) -> None:
    text = _littered(_TEXTS[language], noises)
    for claim in extract(Document(text, "page", language)):
        source = claim.source
        assert text[source.start : source.end] == source.quote
        assert source.quote
        for span in source.spans.values():
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("language", sorted(_TEXTS))
def test_the_plain_text_says_both_things(language: str) -> None:
    kinds = {c.kind: c.when for c in extract(Document(_TEXTS[language], "page", language))}
    assert kinds["relations_established"] == "1925"
    assert kinds["mission_opened"] == "1971"


@pytest.mark.parametrize("language", sorted(_TEXTS))
@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=200))
def test_no_text_breaks_the_cascade(language: str, text: str) -> None:
    for claim in extract(Document(text, "page", language)):
        assert text[claim.source.start : claim.source.end] == claim.source.quote


def test_the_same_document_gives_the_same_ids() -> None:
    page = Document(_TEXTS["en"], "page", "en")
    assert [c.id for c in extract(page)] == [c.id for c in extract(page)]
