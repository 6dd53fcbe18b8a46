"""A text is cut where claims and roles begin and end, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.model.claims import Claim, Source
from legation.model.spans import Span
from legation.views.marked_passages import passages

TEXT = "the quick brown fox jumps"
SPANS = st.tuples(st.integers(0, 24), st.integers(1, 25)).filter(lambda s: s[0] < s[1])


def claim(quote: tuple[int, int], role: tuple[int, int]) -> Claim:
    words = TEXT[quote[0] : quote[1]]
    source = Source("sha256:0", "a.txt", "en", *quote, words, {"from": Span(*role)})
    return Claim("visit", {"from": "IRQ", "to": "BLR"}, source)


CLAIMS = st.lists(st.builds(claim, SPANS, SPANS), max_size=6)


@given(claims=CLAIMS)
def test_the_passages_together_are_the_text(claims: list[Claim]) -> None:
    assert "".join(TEXT[p.start : p.end] for p in passages(TEXT, claims)) == TEXT


@given(claims=CLAIMS)
def test_a_passage_is_marked_by_the_claims_that_quote_it(claims: list[Claim]) -> None:
    for passage in passages(TEXT, claims):
        place = Span(passage.start, passage.end)
        quoting = [
            i for i, c in enumerate(claims) if Span(c.source.start, c.source.end).covers(place)
        ]
        assert list(passage.claims) == quoting


def test_a_role_outside_its_quote_is_not_marked() -> None:
    cut = passages(TEXT, [claim((4, 15), (16, 19))])
    assert not any(passage.roles for passage in cut)


def test_an_empty_text_has_no_passages() -> None:
    assert list(passages("", [])) == []
