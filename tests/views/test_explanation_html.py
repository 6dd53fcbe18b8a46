"""The page of an explanation: whole, safe whatever the document says, and in its direction."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.extraction import Explanation, explain
from legation.model.documents import Document
from legation.views.explanation_html import explanation_html
from legation.views.html_writer import printable

ENGLISH = "Peru opened an embassy in Oslo in 1971 and closed it in 1989."
PERSIAN = "سفارت پرو در اسلو در سال ۱۹۷۱ افتتاح شد."
HOSTILE = [
    "<script>alert(1)</script>",
    '"',
    "'",
    "&lt;",
    "</article>",
    "<!--",
    "]]>",
    "\0",
    "\u202e",
]
VOID = {"meta"}


class Parsed(HTMLParser):
    """What a browser would find: elements with their attributes, and the text of each article."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.articles: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "article":
            self.articles.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open and "details" not in self.open:
            self.articles[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def reading(text: str, language: str = "en", uri: str = "a.txt") -> Explanation:
    return explain(Document(text, uri, language))


def parsed(*explanations: Explanation) -> Parsed:
    return Parsed(explanation_html(explanations))


def test_each_claim_stands_behind_its_quote() -> None:
    told = reading(ENGLISH)
    page = parsed(told)
    cards = [a["id"] for a in page.all("details") if a.get("class") == "claim"]
    assert cards == [f"d1-c{i}" for i in range(1, len(told.claims) + 1)]
    assert len(told.claims) == 2
    titles = [a["title"] or "" for a in page.all("span") if "title" in a]
    assert any("mission opened: Peru → Norway" in title for title in titles)


def test_a_word_that_is_a_city_and_a_party_has_the_partys_colour() -> None:
    page = explanation_html([reading("Peru opened an embassy in Oslo in 1971.")])
    assert '<span class="quote second"' in page
    assert ">Oslo</span>" in page


def test_a_card_tells_all_that_the_claim_says() -> None:
    page = explanation_html([reading(ENGLISH)])
    for word in ("kind", "sender", "host", "when", "polarity", "modality", "confidence", "frame"):
        assert f"<dt>{word}</dt>" in page
    assert "mission_opened: " in page


@pytest.mark.parametrize(
    ("text", "language", "way"), [(ENGLISH, "en", "ltr"), (PERSIAN, "fa", "rtl")]
)
def test_a_document_runs_as_its_language_is_written(text: str, language: str, way: str) -> None:
    page = parsed(reading(text, language))
    assert page.all("article") == [{"lang": language, "dir": way}]
    assert all(quote["dir"] == "auto" for quote in page.all("q"))
    assert page.all("q")


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    page = parsed(reading(ENGLISH))
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "link", "img", "iframe", "object"}
    assert not any(name.startswith("on") for _, attrs in page.elements for name in attrs)
    assert all((a["href"] or "").startswith("#") for a in page.all("a"))


@settings(max_examples=60)
@given(pieces=st.lists(st.one_of(st.sampled_from([*HOSTILE, ENGLISH]), st.text(max_size=20))))
def test_hostile_words_stay_words(pieces: list[str]) -> None:
    text = "".join(pieces)
    page = parsed(reading(text, uri=f"{text[:20]}.txt"))
    assert page.articles == [printable(text)]
    assert not page.open
    assert {tag for tag, _ in page.elements} <= ELEMENTS


ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "section", "article", "h1", "h2", "bdi"),
    *("p", "span", "div", "details", "summary", "strong", "dl", "dt", "dd", "q", "ul", "li", "a"),
}


def test_half_a_character_is_written_as_replaced() -> None:
    page = explanation_html([reading(ENGLISH + "\ud800")])
    assert page.encode("utf-8")


def test_two_documents_on_a_page_share_no_name() -> None:
    page = parsed(reading(ENGLISH), reading(PERSIAN, "fa", "b.txt"))
    names = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(names) == len(set(names))
    assert {"d1", "d2", "d1-c1", "d2-c1"} <= set(names)


def test_a_claim_left_out_is_not_marked() -> None:
    page = parsed(reading(ENGLISH).keeping([]))
    assert not [a for a in page.all("span") if "title" in a]
    assert page.articles == [ENGLISH]
