"""The shadow folds spellings and always leads back to the document's own characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.extraction.shadow import cast

_PIECES = st.sampled_from(
    [
        "ایران", "می‌شود", "كتاب", "দূতাবাস", "য\u09bc", "\u09c7\u09be", "ক\u200dষ", "Oslo’s",
        "\u200f", "\u2067", "e\u0301", "[12]", "'''", "\r\n", "۱۳۷۱", "২০১০", "😀", "\u064b", "a",
        " ",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_every_stretch_of_the_shadow_points_at_a_stretch_of_the_original(text: str) -> None:
    shadow = cast(text)
    last = 0
    for i in range(len(shadow.text)):
        span = shadow.original(i, i + 1)
        assert last <= span.start < span.end <= len(text)
        last = span.start


@given(st.text(max_size=80))
def test_no_text_breaks_the_shadow(text: str) -> None:
    shadow = cast(text)
    span = shadow.original(0, len(shadow.text))
    assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("۱۸ اسفند ۱۳۷۱", "18 اسفند 1371"),
        ("وزير خارجه‌ي تركيه", "وزیر خارجه ی ترکیه"),
        ("বাংলাদেশের রাষ্ট্রদূত রায\u09bc", "বাংলাদেশের রাষ্ট্রদূত রায়".replace("য\u09bc", "\u09df")),
        ("Chargé d’Affaires[3] left", "Chargé d'Affaires    left"),
        ("'''Peru''' and [[Poland|the Poles]]", "   Peru    and          the Poles  "),
    ],
)
def test_two_spellings_of_a_word_have_one_shadow(written: str, folded: str) -> None:
    assert cast(written).text == folded


def test_a_long_dash_between_words_stands_apart_and_points_at_itself() -> None:
    text = "Chile—in 1999—left"
    shadow = cast(text)
    assert shadow.text == "Chile - in 1999-left"
    places = [shadow.text.index(word) for word in ("-", "in", "left")]
    assert [shadow.original(at, at + 1).of(text) for at in places] == ["—", "i", "l"]


def test_a_composed_letter_stands_for_both_of_its_characters() -> None:
    text = "রায\u09bc এলেন"
    shadow = cast(text)
    at = shadow.text.index("\u09df")
    assert shadow.original(at, at + 1).of(text) == "য\u09bc"
