"""Named events: each with its years, and a name in every language."""

import re
import unicodedata
from collections import Counter

import pytest

from legation.entities import LANGUAGES, events
from legation.model.errors import LanguageError

SCRIPT = {"en": "LATIN", "fa": "ARABIC", "bn": "BENGALI", "ru": "CYRILLIC"}


def test_a_language_without_names_of_events_is_refused_with_a_code():
    with pytest.raises(LanguageError, match="LG-E006"):
        events("tlh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_has_a_name_in_the_letters_of_the_language(language):
    for event in events(language):
        assert all(event.forms), event
        letters = [c for form in event.forms for c in form if c.isalpha()]
        assert all(unicodedata.name(c).startswith(SCRIPT[language]) for c in letters), event


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_of_two_events(language):
    counted = Counter(form for event in events(language) for form in event.forms)
    assert [form for form, count in counted.items() if count > 1] == []


def test_every_event_ends_no_earlier_than_it_begins_and_is_of_a_known_kind():
    kinds = {"war", "revolution", "conference", "crisis", "event"}
    for event in events("en"):
        assert 1800 < event.start <= event.end < 2030, event
        assert event.kind in kinds, event


def test_a_year_in_a_name_is_the_year_of_the_event():
    for event in events("en"):
        for form in event.forms:
            for year in re.findall(r"\b(1[89]\d\d|20\d\d)\b", form):
                assert event.start <= int(year) <= event.end, form
