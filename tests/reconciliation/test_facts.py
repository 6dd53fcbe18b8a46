"""Claims of one thing are one fact, and those that differ stay apart or in dispute."""

from __future__ import annotations

from typing import Any

from legation.model.claims import Claim, Source
from legation.model.evidence import Evidence
from legation.reconciliation import facts


def say(kind: str, roles: dict[str, Any], when: str | None = None, **how: Any) -> Claim:
    document, language = how.pop("of", "one"), how.pop("language", "en")
    source = Source(f"sha256:{document}", f"{document}.txt", language, 0, 4, "")
    return Claim(kind, roles, source, when=when, **how)


VISIT = {"from": "IRQ", "to": "BLR"}


def test_claims_in_two_languages_of_one_visit_are_one_fact_with_the_finer_date() -> None:
    found = facts(
        Evidence([say("visit", VISIT, "2013-10"), say("visit", VISIT, "2013", language="bn")])
    )
    assert [(fact.when, len(fact.claims)) for fact in found] == [("2013-10", 2)]
    assert "the-finest-that-agrees" in found[0].rules


def test_visits_on_different_days_are_different_facts() -> None:
    assert len(facts(Evidence([say("visit", VISIT, "1998"), say("visit", VISIT, "2006")]))) == 2


def test_visits_by_different_persons_are_different_facts() -> None:
    berg, dahl = (VISIT | {"visitor": {"name": name}} for name in ("Berg", "Dahl"))
    assert len(facts(Evidence([say("visit", berg, "1998"), say("visit", dahl, "1998")]))) == 2


def test_an_undated_claim_joins_the_only_dated_fact_it_fits() -> None:
    found = facts(Evidence([say("visit", VISIT), say("visit", VISIT, "2013-10", of="two")]))
    assert [fact.when for fact in found] == ["2013-10"]


def test_an_undated_claim_joins_none_of_several() -> None:
    dates = ["1998", "2006", None]
    found = facts(Evidence([say("visit", VISIT, when, of=str(when)) for when in dates]))
    assert sorted(fact.when or "" for fact in found) == ["", "1998", "2006"]


def test_titles_in_two_languages_do_not_set_agreements_of_one_day_apart() -> None:
    titles = {"en": "Visa agreement", "fa": "موافقتنامه روادید"}
    claims = [
        say(
            "agreement_signed",
            {"parties": ["BLR", "IRN"], "title": {"name": title}},
            "2005-02-03",
            language=language,
        )
        for language, title in titles.items()
    ]
    assert len(facts(Evidence(claims))) == 1


def test_what_is_denied_is_another_fact() -> None:
    affirmed = say("visit", VISIT, "1998")
    assert len(facts(Evidence([affirmed, say("visit", VISIT, "1998", polarity="denied")]))) == 2


def test_what_is_planned_is_no_fact() -> None:
    assert facts(Evidence([say("visit", VISIT, "1998", modality="planned")])) == []


def test_a_claim_of_an_unknown_kind_is_no_fact() -> None:
    assert facts(Evidence([say("truce", VISIT)])) == []


def test_an_envoy_named_in_two_scripts_is_one_person() -> None:
    post = {"sender": "IRQ", "host": "BLR", "office": "ambassador"}
    names = {"en": "Haidar Hadi", "bn": "হায়দার হাদী"}
    claims = [
        say("envoy_tenure", post | {"person": {"name": name}}, "2010", language=language)
        for language, name in names.items()
    ]
    assert len(facts(Evidence(claims))) == 1


def test_spans_that_overlap_and_agree_with_no_whole_are_dated_as_one_of_them_is() -> None:
    spans = ["1998/2000", "1999/2002", "1999/2007"]
    roles = {"sender": "NOR", "host": "SWE", "person": {"name": "Berg"}}
    found = facts(Evidence([say("envoy_tenure", roles, when, of=when) for when in spans]))
    assert [(fact.when, len(fact.claims), len(fact.disputed)) for fact in found] == [
        ("1998/2000", 1, 2)
    ]
