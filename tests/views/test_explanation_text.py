"""An explanation on the terminal: what was seen, what came of it, and why something did not."""

from __future__ import annotations

from legation.extraction import explain
from legation.model.documents import Document
from legation.views.explanation_text import explanation_text
from legation.views.quotes import FIRST_STRONG_ISOLATE, POP_ISOLATE

ENGLISH = "Peru opened an embassy in Oslo in 1971 and closed it in 1989."
PERSIAN = "سفارت پرو در اسلو در سال ۱۹۷۱ افتتاح شد."


def told(text: str, language: str = "en") -> str:
    lines = explanation_text(explain(Document(text, "a.txt", language)))
    return "\n".join(line.plain for line in lines)


def test_it_tells_names_dates_frames_and_claims() -> None:
    page = told(ENGLISH).replace(FIRST_STRONG_ISOLATE, "").replace(POP_ISOLATE, "")
    assert "2 claims; about" in page
    assert "name: “Peru” Peru (short)" in page
    assert "date: “1971” 1971, stated" in page
    assert "frame mission_opened (mission): " in page
    assert "→ mission opened: Peru → Norway (Oslo, embassy), 1971, stated, confidence" in page


def test_it_tells_what_context_gave() -> None:
    page = told(ENGLISH).replace(FIRST_STRONG_ISOLATE, "").replace(POP_ISOLATE, "")
    assert "from context, MISSION=embassy, from “embassy”" in page


def test_quotes_keep_their_own_direction() -> None:
    assert f"“{FIRST_STRONG_ISOLATE}پرو{POP_ISOLATE}” Peru" in told(PERSIAN, "fa")


def test_a_claim_that_is_not_given_says_why() -> None:
    reading = explain(Document(ENGLISH, "a.txt", "en")).keeping([])
    lines = [line.plain for line in explanation_text(reading)]
    assert sum(line.endswith(": left out") for line in lines) == 2
