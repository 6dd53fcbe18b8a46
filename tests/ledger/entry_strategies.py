"""Documents, claims and readers' entries for Hypothesis to try."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import strategies as st

from legation.model.claims import Claim, RoleValue, Source
from legation.model.decisions import Decision
from legation.model.documents import Document

TEXTS = (
    "Iraq closed its embassy in Oslo in 1991.",
    "Iraq closed its embassy in Oslo in 1991. It was opened again.",
    "ইরাক ২০১০ সালের জুলাইয়ে মিন্‌স্কে দূতাবাস খোলে।",
    "سفارت ایران در مینسک در فوریهٔ ۲۰۰۱ گشایش یافت؛ روابط گسترش می‌یابد.",
    "Норвегия и Ирак 𐎠𐎡𐎢 восстановили отношения 🇮🇶🇳🇴.",
    "e\u0301toile, \u202eRTL\u202c, a\u0300\u0323, \u2066kept\u2069 \U0010fffd \u0001 as it is",
)
"""Scripts of several planes, combining marks, controls that turn the direction: all is kept."""

STATES = ("IRQ", "NOR", "BLR", "IRN")
NAMES = ("Tariq Aziz", "Tareq Aziz", "طارق عزیز", "Li Peng")
READERS = ("A. Reader", "বি. পাঠক")
EDITIONS = tuple(f"rules@{edition}" for edition in "123456")
_PLACES = ("a.txt", "b.txt", "https://example.org/c?d=é")
_LANGUAGES = ("en", "bn", "fa")
_DATES = (None, "1991", "2010-07")
_WHENS = (None, "1968", "1980", "1991-01-06", "2008?", "2010-07", "1990/2003", "198X")
_BY_PAIR = ("mission_closed", "mission_opened", "mission_present", "envoy_tenure")


def documents() -> st.SearchStrategy[Document]:
    """Texts of a few, each met at one of a few places."""
    return st.builds(
        Document,
        st.sampled_from(TEXTS),
        st.sampled_from(_PLACES),
        st.sampled_from(_LANGUAGES),
        st.sampled_from(_DATES),
    )


@st.composite
def claims_of(draw: st.DrawFn, text: str, extractor: str) -> Claim:
    """A claim that some words of `text` make; what they say does not matter to a ledger."""
    of = Document(text, draw(st.sampled_from(_PLACES)), draw(st.sampled_from(_LANGUAGES)))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    kind, roles = draw(_sayings())
    when = draw(st.sampled_from(_WHENS))
    return Claim(
        kind,
        roles,
        Source(of.id, of.uri, of.language, start, end, text[start:end]),
        when=when,
        when_basis="stated" if when else None,
        polarity=draw(st.sampled_from(("affirmed", "affirmed", "denied"))),
        modality=draw(st.sampled_from(("asserted", "asserted", "alleged", "planned"))),
        confidence=draw(st.sampled_from((0.5, 0.93, 1.0))),
        extractor=extractor,
    )


@st.composite
def _sayings(draw: st.DrawFn) -> tuple[str, dict[str, RoleValue]]:
    kind = draw(
        st.sampled_from(
            (*_BY_PAIR, "relations_severed", "war", "membership", "membership", "unheard")
        )
    )
    one, other = draw(st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True))
    if kind == "membership":
        return kind, {"member": one, "organisation": "NAM"}
    if kind in _BY_PAIR:
        roles: dict[str, RoleValue] = {"sender": one, "host": other}
        if kind == "envoy_tenure":
            name = draw(st.sampled_from(NAMES))
            roles |= {"office": "ambassador", "person": {"name": name, "text": name}}
        else:
            roles |= {"mission_type": "embassy"}
        return kind, roles
    return kind, {"parties": sorted([one, other])}


def harvests(text: str, extractor: str) -> st.SearchStrategy[tuple[Claim, ...]]:
    """What an extractor may take from a text; careless ones say a thing twice."""
    return st.lists(claims_of(text, extractor), max_size=3).map(tuple)


def decisions() -> st.SearchStrategy[Decision]:
    """What a reader may decide of two names."""
    names = st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True).map(tuple)
    verdicts = st.sampled_from(("merge", "split", "undo"))
    return st.builds(Decision, verdicts, names, st.sampled_from(READERS), st.just("why"))


def one_of(values: Collection[str]) -> st.SearchStrategy[str]:
    """One of some values, whose order means nothing."""
    return st.sampled_from(sorted(values))
