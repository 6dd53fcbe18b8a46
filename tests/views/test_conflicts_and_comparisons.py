"""What sources disagree on, and what each of them tells of a pair, as data and for people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.text import Text

from legation.ledger import Ledger
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import InputError
from legation.model.reviews import Review
from legation.views.compare import By, compare
from legation.views.compare_text import compare_text
from legation.views.conflicts import Conflict, conflicts
from legation.views.conflicts_text import conflict_text, value_of
from legation.views.ranks import Rank, read_ranks
from legation.views.timeline import timeline
from legation.views.timeline_text import timeline_text

PAIR = ("EGY", "IRN")


def document(name: str, language: str) -> Document:
    return Document(f"What {name} tells in {language}, at some length.", f"{name}.txt", language)


ENGLISH, PERSIAN, BENGALI = (
    document(name, language) for name, language in (("one", "en"), ("two", "fa"), ("three", "bn"))
)


def say(told: Document, kind: str, roles: dict[str, Any], when: str | None, **how: Any) -> Claim:
    source = Source(told.id, told.uri, told.language, 0, 10, told.text[:10])
    return Claim(kind, roles, source, when=when, **how)


def severed(told: Document, when: str) -> Claim:
    return say(told, "relations_severed", {"parties": ["EGY", "IRN"]}, when)


TOLD = {
    ENGLISH: [
        severed(ENGLISH, "1979-04-30"),
        say(ENGLISH, "visit", {"from": "EGY", "to": "IRN"}, "1971-10"),
        say(ENGLISH, "visit", {"from": "EGY", "to": "IRN"}, "2012-08"),
        say(ENGLISH, "mission_closed", {"sender": "EGY", "host": "IRN"}, "1979"),
        say(ENGLISH, "war", {"parties": ["IRN", "IRQ"]}, "1980/1988"),
        say(ENGLISH, "meeting", {"parties": ["EGY", "IRN", "IRQ"]}, "1999"),
    ],
    PERSIAN: [
        severed(PERSIAN, "1979-05-01"),
        say(PERSIAN, "visit", {"from": "EGY", "to": "IRN"}, "2012"),
        say(PERSIAN, "mission_opened", {"sender": "EGY", "host": "IRN"}, "1939"),
        say(PERSIAN, "visit", {"from": "IRN", "to": "EGY"}, None, modality="planned"),
        say(PERSIAN, "meeting", {"parties": ["EGY", "IRN", "IRQ"]}, "1999", polarity="denied"),
    ],
    BENGALI: [severed(BENGALI, "1979-05")],
}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "a.ledger", create=True) as opened:
        for told, claims in TOLD.items():
            opened.add(told, claims)
        yield opened


def words(lines: Iterator[Text]) -> str:
    return "\n".join(line.plain for line in lines)


def of_kind(found: list[Conflict], kind: str) -> Conflict:
    return next(conflict for conflict in found if conflict.fact.kind == kind)


def test_a_conflict_has_both_sides_with_their_claims_and_the_reason(ledger: Ledger) -> None:
    conflict = of_kind(list(conflicts(ledger, *PAIR)), "relations_severed")
    told = conflict.to_json()
    assert told["preferred"]["values"] == {"when": "1979-05-01"}
    assert [side["values"] for side in told["others"]] == [{"when": "1979-04-30"}]
    assert (told["reason"], told["rule"]) == ("independent", "one-change-told-twice")
    assert told["differs"] == ["when"]
    assert {claim["source"]["quote"] for claim in told["others"][0]["claims"]} == {"What one t"}
    assert len(told["preferred"]["documents"]) == 2


def test_a_conflict_of_three_parties_is_told_once(ledger: Ledger) -> None:
    kinds = [conflict.fact.kind for conflict in conflicts(ledger)]
    assert sorted(kinds) == ["meeting", "relations_severed"]
    assert [c.fact.kind for c in conflicts(ledger, "IRQ")] == ["meeting"]


def test_what_was_not_known_yet_was_not_in_dispute(ledger: Ledger) -> None:
    assert list(conflicts(ledger, *PAIR, as_of="2001-01-01")) == []


def test_the_askers_ranks_decide_where_voices_are_as_many(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "b.ledger", create=True) as opened:
        for told in (ENGLISH, PERSIAN):
            opened.add(told, [TOLD[told][0]])
        (by_date,) = conflicts(opened, *PAIR)
        (by_rank,) = conflicts(opened, *PAIR, ranks=[Rank(1, uri="TWO.*")])
    assert (by_date.reason, by_date.preferred.values["when"]) == ("earliest", "1979-04-30")
    assert (by_rank.reason, by_rank.preferred.values["when"]) == ("rank", "1979-05-01")


def test_a_conflict_for_people_has_the_quotes_of_both_sides(ledger: Ledger) -> None:
    conflict = of_kind(list(conflicts(ledger, *PAIR)), "relations_severed")
    text = words(conflict_text(conflict))
    assert text.startswith("Egypt – Iran: relations severed, in dispute: date\n")
    assert "\n  preferred 1979-05-01" in text
    assert "(more independent sources say it)" in text
    assert "but also  1979-04-30" in text
    assert text.count("“") == 3


def test_more_quotes_than_there_is_room_for_are_counted() -> None:
    many = [severed(document(str(number), "en"), "1979") for number in range(5)]
    from legation.model.evidence import Evidence
    from legation.reconciliation import facts
    from legation.views.conflicts import in_dispute

    (conflict,) = in_dispute(facts(Evidence([*many, severed(PERSIAN, "1980")])))
    assert "      and 2 more" in words(conflict_text(conflict))


def test_values_that_differ_are_told_in_words() -> None:
    assert value_of("person", {"name": "Berg"}) == "Berg"
    assert value_of("city", None) == "nothing"
    assert value_of("when", "198X") == "1980s"


def test_each_language_tells_what_others_do_not(ledger: Ledger) -> None:
    found = compare(ledger, *PAIR)
    only = {who: [fact.when for fact in facts] for who, facts in found.only.items()}
    assert only == {"bn": [], "en": ["1971-10", "1979"], "fa": ["1939"]}
    assert [(fact.when, who) for fact, who in found.shared] == [("2012-08", ("en", "fa"))]
    assert {conflict.fact.kind for conflict in found.conflicts} == {"meeting", "relations_severed"}


def test_a_comparison_by_source_names_documents(ledger: Ledger) -> None:
    assert compare(ledger, *PAIR, By.source).tellers == ("one.txt", "three.txt", "two.txt")


def test_a_comparison_on_a_day_leaves_out_what_came_later(ledger: Ledger) -> None:
    found = compare(ledger, *PAIR, on=date(1978, 1, 1))
    told = [fact.when for facts in found.only.values() for fact in facts]
    assert (told, found.shared, found.conflicts) == (["1971-10", "1939"], (), ())
    relations = [row for row in found.state if row.line == "missions"]
    assert {who: row.value for who, row in relations[0].values.items()}["fa"] == "open"


def test_a_comparison_as_data_has_every_claim_that_it_names(ledger: Ledger) -> None:
    told = compare(ledger, *PAIR, on=date(1980, 1, 1)).to_json()
    named = {id_ for facts in told["only"].values() for fact in facts for id_ in fact["claims"]}
    assert named <= set(told["sources"])
    assert told["state"][0]["line"] == "relations"
    assert (told["by"], told["on"]) == ("language", "1980-01-01")


def test_a_comparison_for_people_names_the_languages(ledger: Ledger) -> None:
    text = words(compare_text(compare(ledger, *PAIR, on=date(1980, 1, 1))))
    assert text.startswith("Egypt and Iran by 1980-01-01: Bengali, English, Persian\n")
    assert "\nOnly in English\n  1971-10, visit: Egypt → Iran\n" in text
    assert "relations: " in text
    assert "Where they differ\nEgypt – Iran: relations severed" in text
    shared = words(compare_text(compare(ledger, *PAIR)))
    assert "2012-08, visit: Egypt → Iran in English and Persian" in shared


def test_a_comparison_by_source_for_people_names_documents(ledger: Ledger) -> None:
    assert "Only in one.txt" in words(compare_text(compare(ledger, *PAIR, By.source)))


def test_a_timeline_tells_how_each_fact_stands(ledger: Ledger) -> None:
    text = words(timeline_text(timeline(ledger, *PAIR)))
    assert "superseded by mission closed, 1979" in text
    assert "in dispute: 1979-05-01 (more independent sources say it), or 1979-04-30" in text
    assert "Only planned or alleged\nundated" in text
    rows = timeline(ledger, *PAIR).to_json()["facts"]
    assert {row["status"] for row in rows} == {"agreed", "disputed", "superseded"}


def test_a_timeline_keeps_what_a_reader_rejected_and_says_so(ledger: Ledger) -> None:
    claim = TOLD[PERSIAN][2]
    ledger.review(Review(claim.id, "reject", by="A. Reader", reason="a legation"))
    text = words(timeline_text(timeline(ledger, *PAIR)))
    assert "corrected: rejected by A. Reader: a legation" in text


def test_a_timeline_says_that_a_newer_edition_corrects(tmp_path: Path) -> None:
    old = Document("Relations began in 1905, says the first edition.", "book.txt", "en")
    new = Document("Relations began in 1907, says the second edition.", "book.txt", "en")
    with Ledger.open(tmp_path / "b.ledger", create=True) as opened:
        for told, year in ((old, "1905"), (new, "1907")):
            opened.add(told, [say(told, "relations_established", {"parties": [*PAIR]}, year)])
        text = words(timeline_text(timeline(opened, *PAIR)))
    assert "corrected by a newer edition: relations established, 1907" in text


def test_more_quotes_of_a_fact_than_there_is_room_for_are_counted(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "b.ledger", create=True) as opened:
        for number in range(6):
            told = document(str(number), "en")
            opened.add(told, [severed(told, "1979")])
        assert "and 2 more" in words(timeline_text(timeline(opened, *PAIR)))


def ranks_in(tmp_path: Path, text: str) -> tuple[Rank, ...]:
    file = tmp_path / "ranks.yaml"
    file.write_text(text, "utf-8")
    return read_ranks(file)


def test_ranks_are_read_from_a_file(tmp_path: Path) -> None:
    found = ranks_in(tmp_path, "- {uri: '*.example.org/*', rank: 1}\n- {language: fa, rank: 2}\n")
    assert found == (Rank(1, uri="*.example.org/*"), Rank(2, language="fa"))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("language: fa", "it is not a list of rows"),
        ("[]", "it is not a list of rows"),
        ("- fa", "row 1 has other keys"),
        ("- {language: fa, rank: 1, weight: 2}", "row 1 has other keys"),
        ("- {language: fa, rank: first}", "the rank of row 1 is no whole number"),
        ("- {language: fa, rank: true}", "the rank of row 1 is no whole number"),
        ("- {language: fa, rank: 0}", "the rank of row 1 is no whole number"),
        ("- {rank: 1}", "row 1 has neither"),
        ("- {language: no, rank: 1}", "the uri or the language of row 1 is no text"),
    ],
)
def test_ranks_that_are_not_as_they_must_be_are_refused(
    tmp_path: Path, text: str, what: str
) -> None:
    with pytest.raises(InputError) as refused:
        ranks_in(tmp_path, text)
    assert refused.value.code == "LG-I011"
    assert what in refused.value.what


@pytest.mark.parametrize("text", ["- {language: fa", None])
def test_ranks_that_cannot_be_read_are_refused(tmp_path: Path, text: str | None) -> None:
    with pytest.raises(InputError) as refused:
        read_ranks(tmp_path / "none.yaml") if text is None else ranks_in(tmp_path, text)
    assert refused.value.code == "LG-I012"
