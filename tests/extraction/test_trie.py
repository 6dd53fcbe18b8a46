"""Forms of the small language are found in runs of tokens."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from legation.extraction.forms import expand
from legation.extraction.tokens import tokenize
from legation.extraction.trie import Trie
from legation.model.errors import DataError


def _stems(word: str) -> Sequence[tuple[str, str]]:
    return ((word.removesuffix("er"), "gen"),) if word.endswith("er") else ()


def _ends(form: str, text: str) -> set[int]:
    trie: Trie[str] = Trie()
    trie.add(form, form)
    tokens = tokenize(text, 0, len(text))
    return {end for end, _, _ in trie.at(tokens, 0, _stems)}


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("embassy", "embassy of Peru", 1),
        ("recogni(s|z)e*", "recognized Peru", 1),
        ("(cut|broke) off? relations", "broke relations", 2),
        ("(cut|broke) off? relations", "cut off relations", 3),
        ("held ~ talks", "held two long talks", 4),
        ("held _ talks", "held long talks", 3),
        ("berlin", "berliner", 1),
    ],
)
def test_a_form_covers_the_words_it_describes(form: str, text: str, words: int) -> None:
    assert words in _ends(form, text)


@pytest.mark.parametrize(
    ("form", "text"),
    [("embassy", "embassies"), ("held _ talks", "held two long talks"), ("cut ties", "cut")],
)
def test_a_form_covers_no_more_than_it_says(form: str, text: str) -> None:
    assert _ends(form, text) == set()


def test_an_ending_tells_its_case() -> None:
    trie: Trie[str] = Trie()
    trie.add("berlin", "B")
    tokens = tokenize("berliner", 0, 8)
    assert trie.at(tokens, 0, _stems) == [(1, "gen", "B")]


def test_optional_words_multiply() -> None:
    assert set(expand("(a|b)? c?")) == {("a", "c"), ("a",), ("b", "c"), ("b",), ("c",)}


def test_brackets_may_stand_in_brackets() -> None:
    assert set(expand("(assum(ed|es) (his)? post|left)")) == {
        ("assumed", "his", "post"),
        ("assumed", "post"),
        ("assumes", "his", "post"),
        ("assumes", "post"),
        ("left",),
    }


@pytest.mark.parametrize("form", ["(a|b", "a) b", "((a) b"])
def test_brackets_that_do_not_pair_are_refused(form: str) -> None:
    with pytest.raises(DataError):
        list(expand(form))
