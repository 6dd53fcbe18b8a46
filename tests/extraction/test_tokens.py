"""Texts fall into sentences, whatever stands at their ends."""

from __future__ import annotations

from legation.extraction.tokens import Stops, paragraphs


def _lengths(text: str) -> list[int]:
    found = paragraphs(text, Stops(frozenset()))
    return [len(sentence.tokens) for paragraph in found for sentence in paragraph.sentences]


def test_a_list_without_full_stops_is_cut_at_its_marks() -> None:
    lengths = _lengths("Oslo opened a mission in Lima, " * 500)
    assert sum(lengths) == 7 * 500
    assert max(lengths) < 410


def test_words_without_any_mark_are_cut_all_the_same() -> None:
    assert max(_lengths("tea " * 5000)) < 810


def test_a_long_sentence_is_left_whole() -> None:
    assert _lengths("Oslo sent notes to Lima, Quito, Bern and Rome in May. " * 2) == [14, 14]
