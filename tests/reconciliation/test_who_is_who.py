"""Names become persons with a score and a reason, and what a reader decides comes first."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model.claims import Claim, Source
from legation.model.decisions import Decision
from legation.model.errors import UsageError
from legation.model.evidence import Evidence
from legation.reconciliation import facts
from legation.reconciliation.decided import decided
from legation.reconciliation.persons import Person, persons


def visit(name: str | dict[str, str], state: str = "BLR", when: str | None = None) -> Claim:
    visitor = {"name": name} if isinstance(name, str) else name
    source = Source("sha256:one", "one.txt", "en", 0, 4, "Oslo")
    roles: dict[str, Any] = {"from": state, "to": "IRQ", "visitor": visitor}
    return Claim("visit", roles, source, when=when)


def decision(verdict: Any, *names: str) -> Decision:
    return Decision(verdict, (names[0], names[1]), by="A. Reader", reason="seen in the archive")


def spelt(found: list[Person]) -> list[list[str]]:
    return [[one.name for one in person.spellings] for person in found]


def test_a_name_in_three_scripts_is_one_person_with_a_score_and_a_reason() -> None:
    said: list[dict[str, str]] = [
        {"name": "Alexander Lukashenko"},
        {"name": "Lukashenko", "text": "লুকাশেনকো"},
        {"name": "Lukashenko", "text": "لوکاشنکو"},
    ]
    (person,) = persons(visit(name) for name in said)
    assert {one.name for one in person.spellings} == {text for one in said for text in one.values()}
    assert all(one.score >= 0.8 and one.reason for one in person.spellings)


def test_one_name_in_two_states_is_two_persons() -> None:
    found = persons([visit("Hassan Ali", "IRN"), visit("Hassan Ali", "SOM")])
    assert [person.states for person in found] == [("IRN",), ("SOM",)]


def test_a_family_name_that_may_be_two_persons_is_left_alone() -> None:
    found = persons(visit(name, "USA") for name in ("Jeb Bush", "George Bush", "Bush"))
    assert spelt(found) == [["Bush"], ["George Bush"], ["Jeb Bush"]]


def test_an_office_without_a_name_is_no_person() -> None:
    assert persons([visit({"name": "رئیس جمهور", "text": "رئیس جمهور"})]) == []


def test_who_is_split_is_two_persons_and_two_facts() -> None:
    claims = [visit("Aleksandr Petrov", when="2001"), visit("Petrov", when="2001")]
    split = [decision("split", "Aleksandr Petrov", "Petrov")]
    assert (len(persons(claims)), len(persons(claims, split))) == (1, 2)
    assert (len(facts(Evidence(claims))), len(facts(Evidence(claims, split)))) == (1, 2)


def test_who_is_merged_is_one_person_and_one_fact() -> None:
    claims = [visit("Batka", when="2001"), visit("Lukashenko", when="2001")]
    merge = [decision("merge", "Batka", "Lukashenko")]
    assert (len(persons(claims)), len(persons(claims, merge))) == (2, 1)
    assert (len(facts(Evidence(claims))), len(facts(Evidence(claims, merge)))) == (2, 1)


def test_what_is_undone_is_as_if_it_had_not_been_decided() -> None:
    claims = [visit("Aleksandr Petrov"), visit("Petrov")]
    both = [decision(verdict, "Petrov", "Aleksandr Petrov") for verdict in ("split", "undo")]
    assert persons(claims, both) == persons(claims)


def test_a_merge_never_joins_through_a_third_name_who_are_kept_apart() -> None:
    decisions = [
        decision("merge", "Ana", "Bea"),
        decision("merge", "Bea", "Cleo"),
        decision("split", "Ana", "Cleo"),
    ]
    identities = decided(decisions).identities
    assert identities["ana"] != identities["cleo"]


@given(st.permutations(["Ana", "Bea", "Cleo", "Dora"]))
def test_merges_in_any_order_come_to_one_identity(names: list[str]) -> None:
    merges = [decision("merge", one, other) for one, other in itertools.pairwise(names)]
    assert set(decided(merges).identities.values()) == {"person:ana"}


def test_a_decision_on_one_name_is_refused() -> None:
    with pytest.raises(UsageError, match="LG-U013"):
        decision("merge", "Petrov", "PETROV ")


def test_a_decision_without_a_reason_is_refused() -> None:
    with pytest.raises(UsageError, match="LG-U014"):
        Decision("merge", ("Ana", "Bea"), by="A. Reader", reason=" ")
