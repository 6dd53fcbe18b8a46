"""Practice sentences: what their writers wrote down is of the kinds and roles there are."""

from __future__ import annotations

import pytest

from legation.model.kinds import kinds
from scoring.samples import CORPORA
from sentences import page, sentences

LANGUAGES = sorted(path.parent.name for path in CORPORA.glob("*/sentences.jsonl"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_claim_of_a_sentence_has_a_kind_and_its_key_roles(language: str) -> None:
    for sentence in sentences(language):
        for claim in sentence["claims"]:
            assert set(kinds()[claim["kind"]].key) <= claim["roles"].keys(), sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_twice(language: str) -> None:
    texts = [sentence["text"] for sentence in sentences(language)]
    assert len(set(texts)) == len(texts)


def test_a_sentence_stands_below_the_names_of_its_states() -> None:
    text, start = page({"topic": ["PER", "NOR"], "text": "They met."}, "en")
    assert text.startswith("Peru–Norway relations")
    assert text[start:] == "They met."
