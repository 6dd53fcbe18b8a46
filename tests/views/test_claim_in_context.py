"""A claim in its context: marked, in its own direction, and harmless to the terminal."""

from __future__ import annotations

import pytest

from legation.model.claims import Claim, Source
from legation.model.spans import Span
from legation.views.claim_in_context import context, isolated_lines
from legation.views.quotes import FIRST_STRONG_ISOLATE, POP_ISOLATE, quote_line
from legation.views.visible import visible

PERSIAN = "پیش از آن چیزی نبود. سفارت ایران در مینسک در سال ۲۰۰۱ گشایش یافت. پس از آن نیز."
START = PERSIAN.index("سفارت")
END = PERSIAN.index("یافت") + 4


def told(text: str, start: int, end: int, **spans: Span) -> Claim:
    source = Source("sha256:0", "a.txt", "fa", start, end, text[start:end], spans)
    roles = {"sender": "IRN", "host": "BLR", "city": {"name": "Minsk"}}
    return Claim("mission_opened", roles, source)


def test_the_quote_is_underlined_and_its_roles_are_coloured() -> None:
    place = PERSIAN.index("ایران")
    text = context(told(PERSIAN, START, END, sender=Span(place, place + 5)), PERSIAN)
    assert text.plain == PERSIAN
    styles = {text.plain[span.start : span.end]: str(span.style) for span in text.spans}
    assert styles["ایران"] == "underline bold green"
    assert styles["سفارت "] == "underline"


def test_the_context_is_cut_between_words() -> None:
    shown = context(told(PERSIAN, START, END), PERSIAN, 6).plain
    assert shown.startswith("… نبود. سفارت")
    assert shown.endswith("…")
    assert all(word in PERSIAN.split() for word in shown.strip("… ").split())


def test_words_of_a_role_in_another_sentence_are_shown_too() -> None:
    before = PERSIAN.index("پیش")
    shown = context(told(PERSIAN, START, END, when=Span(before, before + 3)), PERSIAN, 25).plain
    assert shown.startswith("پیش")


def test_each_line_tells_its_own_direction() -> None:
    lines = list(isolated_lines(context(told(PERSIAN, START, END), PERSIAN), 30))
    assert len(lines) > 2
    assert all(line.plain.startswith(FIRST_STRONG_ISOLATE) for line in lines)
    assert all(line.plain.endswith(POP_ISOLATE) for line in lines)
    assert max(len(line.plain) for line in lines) <= 32


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x07", "\u202e", "\x9b1m", "\x7f", "\ud800"])
def test_a_document_cannot_command_the_terminal(hostile: str) -> None:
    text = f"a{hostile}b"
    assert hostile[0] not in visible(text)
    assert len(visible(text)) == len(text)
    assert hostile[0] not in context(told(text, 0, len(text)), text).plain
    assert hostile[0] not in quote_line(told(text, 0, len(text)), 0).plain


def test_what_joins_letters_stays() -> None:
    assert visible("می\u200cخواهد\nو\t") == "می\u200cخواهد\nو\t"
