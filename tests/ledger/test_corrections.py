"""A correction is a claim of its own: what was wrong is put right, and the rest kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from legation.ledger.byhand.corrections import Change, corrected, difference
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import DateError, UsageError
from legation.model.spans import Span

TEXT = "In May 2011 Iraq opened an embassy in Minsk. Belarus has a consulate in Basra."
DOCUMENT = Document(TEXT, "a.txt", "en")
QUOTE = Span(3, 43)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


SPANS = {"sender": span("Iraq"), "host": span("Minsk"), "when": span("2011"), "city": span("Minsk")}
CLAIM = Claim(
    "mission_opened",
    {"sender": "IRQ", "host": "BLR", "city": {"name": "Minsk", "state": "BLR", "text": "Minsk"}},
    Source(DOCUMENT.id, "a.txt", "en", *QUOTE, QUOTE.of(TEXT), SPANS),
    when="2011",
    when_basis="stated",
    confidence=0.8,
)


def put_right(
    values: Mapping[str, Any],
    words: str | None = None,
    spans: Mapping[str, Any] | None = None,
    of: Claim = CLAIM,
) -> Claim:
    return corrected(of, Change(values, words, spans or {}), "A. Reader", TEXT)


def test_what_is_left_alone_keeps_its_words() -> None:
    right = put_right({"when": "2011-05"})
    assert (right.when, right.when_basis) == ("2011-05", "stated")
    assert right.source.quote == CLAIM.source.quote
    assert right.source.spans == {r: s for r, s in SPANS.items() if r != "when"}
    assert right.roles == CLAIM.roles


def test_a_correction_is_signed_and_sure() -> None:
    right = put_right({"when": "2011-05"})
    assert (right.extractor, right.author, right.confidence) == ("hand@A. Reader", "A. Reader", 1)
    assert right.id != CLAIM.id


def test_words_may_be_given_for_what_is_new() -> None:
    right = put_right({"when": "2011-05"}, spans={"when": "May 2011"})
    assert right.source.spans["when"] == span("May 2011")
    assert put_right({"when": "2011-05"}, spans={"when": [3, 11]}) == right


def test_words_are_taken_inside_the_quote_before_elsewhere() -> None:
    claim = replace(CLAIM, source=replace(CLAIM.source, start=0, end=len(TEXT), quote=TEXT))
    right = put_right({"host": "IRN"}, spans={"host": "Basra"}, of=claim)
    assert right.source.spans["host"] == span("Basra")


def test_a_better_quote_moves_the_claim() -> None:
    right = put_right({"kind": "mission_present"}, words="Belarus has a consulate in Basra")
    assert right.source.quote == "Belarus has a consulate in Basra"
    assert Span(right.source.start, right.source.end).of(TEXT) == right.source.quote


def test_an_undated_claim_gets_a_date_and_a_dated_one_loses_it() -> None:
    undated = put_right({"when": ""})
    assert (undated.when, undated.when_basis) == (None, None)
    assert put_right({"when": "2011"}, of=undated).when_basis == "stated"


def test_parties_and_cities_have_any_of_their_names() -> None:
    right = put_right({"host": "ইরান", "city": "تهران"})
    assert right.roles["host"] == "IRN"
    assert right.roles["city"] == {"name": "Tehran", "state": "IRN"}


def test_a_thing_has_the_words_of_the_document_where_they_are_given() -> None:
    right = put_right({"city": "Basra"}, spans={"city": "Basra"})
    assert right.roles["city"] == {"name": "Basra", "state": "IRQ", "text": "Basra"}
    assert put_right({"city": "Nowhereville"}).roles["city"] == {"name": "Nowhereville"}


def test_a_title_is_a_thing_by_its_name() -> None:
    values = {"kind": "agreement_signed", "sender": "", "host": "", "parties": "IRQ,BLR"}
    right = put_right({**values, "title": "  Treaty of   Friendship "})
    assert right.roles["title"] == {"name": "Treaty of Friendship"}


def test_a_role_may_be_taken_away_but_not_one_of_the_key() -> None:
    assert "city" not in put_right({"city": None}).roles
    with pytest.raises(UsageError, match=r"LG-U036: .* lacks 'host'"):
        put_right({"host": ""})


def test_what_denies_and_plans_is_put_right() -> None:
    right = put_right({"polarity": "denied", "modality": "planned"})
    assert (right.polarity, right.modality) == ("denied", "planned")


def test_several_parties_are_given_with_commas_or_as_a_list() -> None:
    roles = {"parties": "Iraq, Iran"}
    war = put_right({"kind": "war", "sender": "", "host": "", "city": "", **roles})
    assert war.roles == {"parties": ["IRQ", "IRN"]}
    same = put_right({"parties": ["IRQ", "Iran", "SYR"]}, of=war)
    assert same.roles == {"parties": ["IRQ", "IRN", "SYR"]}


def test_a_party_without_a_code_is_told_with_its_name() -> None:
    assert put_right({"host": "Ottoman Empire"}).roles["host"] == {
        "id": "OTT",
        "code": "TUR",
        "name": "Ottoman Empire",
    }


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, "LG-U032"),
        ({"when": "2011"}, "LG-U032"),
        ({"city": "minsk"}, "LG-U032"),
        ({"city": {"name": "Minsk"}}, "LG-U032"),
        ({"kind": "embassy_opened"}, "LG-U034"),
        ({"kind": "war"}, "LG-U030"),
        ({"sity": "Minsk"}, "LG-U030"),
        ({"host": "Ruritania"}, "LG-U005"),
        ({"host": "Iraq"}, "LG-U045: IRQ .*'sender' and 'host'"),
        ({"host": ["BLR", "IRN"]}, "LG-U031"),
        ({"host": {"id": "BLR"}}, "LG-U031"),
        ({"city": {"name": "Minsk", "mayor": "x"}}, "LG-U031"),
        ({"city": {"name": "Minsk", "state": 3}}, "LG-U031"),
        ({"city": " "}, "LG-U031"),
        ({"mission_type": {"name": "embassy"}}, "LG-U031"),
        ({"polarity": "refused"}, "LG-U031"),
        ({"modality": None}, "LG-U031"),
        ({"when": "May 2011"}, "LG-T001"),
        ({"when": "2011-02-30"}, "LG-T002"),
    ],
)
def test_what_cannot_be_is_refused(values: dict[str, Any], code: str) -> None:
    with pytest.raises((UsageError, DateError), match=code):
        put_right(values)


@pytest.mark.parametrize(
    "spans",
    [
        {"when": "June"},
        {"when": [5, 3]},
        {"when": [0, 999]},
        {"when": [True, 4]},
        {"when": 3},
        {"when": " "},
    ],
)
def test_words_that_the_document_lacks_are_refused(spans: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="LG-U035"):
        put_right({"when": "2011-05"}, spans=spans)


def test_words_for_what_the_claim_lacks_are_refused() -> None:
    with pytest.raises(UsageError, match="LG-U030"):
        put_right({"when": "2011-05"}, spans={"mission_type": "embassy"})
    with pytest.raises(UsageError, match="LG-U030"):
        put_right({"when": ""}, spans={"when": "May 2011"})


def test_numbers_are_words() -> None:
    claim = put_right({"kind": "consultation", "sender": "", "host": "", "parties": "IRQ,BLR"})
    assert put_right({"round": 5}, of=claim).roles["round"] == "5"
    with pytest.raises(UsageError, match="LG-U031"):
        put_right({"parties": "IRQ"}, of=claim)
    with pytest.raises(UsageError, match="LG-U031"):
        put_right({"parties": 5}, of=claim)


def test_only_the_words_that_a_kind_has_may_stand_in_some_roles() -> None:
    values = {"kind": "tenor", "parties": "IRQ,BLR", "sender": "", "host": "", "city": ""}
    assert put_right({**values, "value": "good"}).roles["value"] == "good"
    with pytest.raises(UsageError, match="LG-U031: 'value' cannot be 'cordial'"):
        put_right({**values, "value": "cordial"})


def test_persons_in_other_scripts_are_told_in_latin_letters_too() -> None:
    values = {"kind": "envoy_tenure", "city": ""}
    named = put_right({**values, "person": "হায়দার হাদি"}).roles["person"]
    assert (named["text"], named["romanised"]) == ("হায়দার হাদি", True)
    assert put_right({**values, "person": "Haidar Hadi"}).roles["person"] == {"name": "Haidar Hadi"}


@pytest.mark.parametrize(
    ("values", "words", "spans"),
    [
        ({"when": "2011-05"}, None, {"when": "May 2011"}),
        ({"when": None}, None, {}),
        ({"host": "IRN", "city": "Tehran", "polarity": "denied"}, None, {}),
        ({"city": "Basra"}, TEXT, {"city": "Basra"}),
        ({"city": None, "mission_type": "embassy"}, None, {"mission_type": "embassy"}),
    ],
)
def test_the_difference_of_two_claims_makes_the_one_of_the_other(
    values: dict[str, Any], words: str | None, spans: dict[str, Any]
) -> None:
    right = put_right(values, words, spans)
    assert corrected(CLAIM, difference(CLAIM, right), "A. Reader", TEXT) == right
