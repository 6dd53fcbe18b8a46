"""An explanation as one page that needs nothing else: the document with its claims in place.

Each quote is underlined and its arguments are coloured; the number behind it opens the claim.
It works without scripts, and holds only what is in it: styles come along, nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import PurePath

from legation.extraction import Explanation
from legation.extraction.sightings import FrameMet
from legation.model.claims import Claim
from legation.views.explanation_outline import (
    Line,
    Quote,
    Words,
    claim_in_words,
    outline,
    theme_in_words,
)
from legation.views.html_writer import HtmlWriter
from legation.views.marked_passages import Passage, part, passages
from legation.views.naming import value_in_words

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LEGEND = {
    "first": "who acts",
    "second": "whom it is done to, or with",
    "either": "either party",
    "when": "when",
    "other": "what else is told",
}
_WEIGHT = tuple(_LEGEND)
"""Which colour words have that fill several roles: a party's before any other."""


def explanation_html(explanations: Sequence[Explanation]) -> str:
    """The page that shows some documents as they were read, one below the other.

    >>> from legation.extraction import explain
    >>> from legation.model.documents import Document
    >>> page = explanation_html([explain(Document("Peru & Chile met.", "a.txt", "en"))])
    >>> "<article" in page, "<script" in page
    (True, False)
    """
    page = HtmlWriter()
    with page.element("html", lang="en", dir="ltr"):
        _head(page, explanations)
        with page.element("body"):
            _legend(page)
            for number, explanation in enumerate(explanations, 1):
                _Document(page, explanation, f"d{number}").write()
    return page.html()


def _head(page: HtmlWriter, explanations: Sequence[Explanation]) -> None:
    names = ", ".join(_name(e) for e in explanations)
    with page.element("head"):
        page.leaf("meta", charset="utf-8")
        page.leaf("meta", http_equiv="Content-Security-Policy", content=_POLICY)
        page.leaf("meta", name="viewport", content="width=device-width, initial-scale=1")
        page.leaf("title", f"How legation read {names}")
        page.leaf(
            "style", (resources.files("legation.views") / "explanation.css").read_text("utf-8")
        )


def _legend(page: HtmlWriter) -> None:
    with page.element("p", class_="legend"):
        for sort, words in _LEGEND.items():
            page.leaf("span", words, class_=sort)


def _name(explanation: Explanation) -> str:
    return PurePath(explanation.document.uri).name


class _Document:
    """One document on the page; `name` tells its elements from those of another."""

    def __init__(self, page: HtmlWriter, explanation: Explanation, name: str) -> None:
        self.page, self.explanation, self.name = page, explanation, name
        self.claims = explanation.claims
        self.places = {c.id: self._place(i) for i, c in enumerate(self.claims)}
        self.frames = explanation.frames()

    def write(self) -> None:
        document = self.explanation.document
        with self.page.element("section", id=self.name):
            with self.page.element("h1"):
                self.page.leaf("bdi", _name(self.explanation))
            about = f"{len(self.claims)} claims; about {theme_in_words(self.explanation)}"
            self.page.leaf("p", f"{document.language}; {about}", class_="note")
            self._text()
            self.page.leaf("h2", "How each sentence was read")
            with self.page.element("div", class_="reading"):
                for line in outline(self.explanation):
                    self._sentence(line)

    def _text(self) -> None:
        """The document's own characters, in the direction of its language."""
        document = self.explanation.document
        ending: dict[int, list[int]] = {}
        for number, claim in enumerate(self.claims):
            ending.setdefault(claim.source.end, []).append(number)
        way = self.explanation.direction
        with self.page.element("article", lang=document.language, dir=way):
            for passage in passages(document.text, self.claims):
                self._passage(passage, document.text[passage.start : passage.end])
                for number in ending.get(passage.end, ()):
                    self._claim(number)

    def _passage(self, passage: Passage, text: str) -> None:
        if not passage.claims:
            self.page.text(text)
            return
        parts = sorted(
            (part(self.claims[number], role) for number, role in passage.roles), key=_WEIGHT.index
        )
        told = "\n".join(self._told(passage, number) for number in passage.claims)
        self.page.leaf("span", text, class_=" ".join(["quote", *parts[:1]]), title=told)

    def _place(self, number: int) -> str:
        return f"{self.name}-c{number + 1}"

    def _told(self, passage: Passage, number: int) -> str:
        roles = [role for of, role in passage.roles if of == number]
        filled = f" [{', '.join(roles)}]" if roles else ""
        return f"{number + 1}. {claim_in_words(self.claims[number])}{filled}"

    def _claim(self, number: int) -> None:
        claim = self.claims[number]
        said = claim_in_words(claim)
        with self.page.element("details", class_="claim", id=self._place(number)):
            self.page.leaf("summary", str(number + 1), title=said, lang="en", dir="ltr")
            with self.page.element("div", class_="card", lang="en", dir="ltr"):
                self.page.leaf("strong", said)
                with self.page.element("dl"):
                    self._particulars(claim)

    def _particulars(self, claim: Claim) -> None:
        self._entry("kind", (claim.kind,))
        for role, value in claim.roles.items():
            self._entry(role, (value_in_words(value), *self._words_of(claim, role)))
        when = (claim.when or "undated", f" ({claim.when_basis})" if claim.when_basis else "")
        self._entry("when", (*when, *self._words_of(claim, "when")))
        self._entry("polarity", (claim.polarity,))
        self._entry("modality", (claim.modality,))
        self._entry("confidence", (f"{round(claim.confidence, 3):g}",))
        self._entry("quote", (Quote(claim.source.quote),))
        if (frame := self.frames.get(claim.id)) is not None:
            self._entry("frame", (_frame_in_words(frame),))
        self._entry("id", (claim.id,))

    def _words_of(self, claim: Claim, role: str) -> Iterable[str | Quote]:
        """The document's words for a role, each after a blank."""
        for name, span in claim.source.spans.items():
            if name == role or name.startswith(f"{role}."):
                yield " "
                yield Quote(span.of(self.explanation.document.text))

    def _entry(self, name: str, words: Words) -> None:
        self.page.leaf("dt", name)
        with self.page.element("dd"):
            self._words(words)

    def _words(self, words: Words) -> None:
        for word in words:
            if isinstance(word, Quote):
                self.page.leaf("q", word.text, dir="auto", lang=self.explanation.document.language)
            else:
                self.page.text(word)

    def _sentence(self, line: Line) -> None:
        with self.page.element("details"):
            with self.page.element("summary"):
                self._words(line.words)
            self._below(line)

    def _below(self, line: Line) -> None:
        if not line.below:
            return
        with self.page.element("ul"):
            for below in line.below:
                with self.page.element("li", class_=below.sort):
                    self._linked(below)
                    self._below(below)

    def _linked(self, line: Line) -> None:
        if line.claim not in self.places:
            self._words(line.words)
            return
        with self.page.element("a", href=f"#{self.places[line.claim]}"):
            self._words(line.words)


def _frame_in_words(frame: FrameMet) -> str:
    concepts = [c.concept for c in (frame.head, frame.object) if c is not None]
    return f"{frame.kind}: {' + '.join(concepts)}, roles by {frame.way}"
