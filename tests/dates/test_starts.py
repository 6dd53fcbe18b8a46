"""What a form can begin with, against what its matches do begin with."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.dates.starts import first_symbols

FORMS = [
    "(?:a|b[cd])?(?=x)xe+f",
    "(?<=a)b(?:c|d)*",
    "[ab]?(?:c{1,2}|\\$)?d",
    "(?!)a|b",
    "(a)?(?:b|)c",
    "[ .,]{0,2}a",
]


@pytest.mark.parametrize("form", FORMS)
@given(text=st.text("abcdefx .,$", max_size=8))
def test_every_match_begins_with_one_of_the_first_symbols(form: str, text: str) -> None:
    begun = {match[0][0] for match in re.finditer(form, text) if match[0]}
    assert begun <= first_symbols(form)


def test_what_can_never_match_begins_with_nothing() -> None:
    assert first_symbols("(?!)a") == frozenset()
