"""What each role holds is declared for every role of every kind, and for no other."""

from __future__ import annotations

from legation.model.kinds import kinds
from legation.model.roles import allowed, holding, holdings


def test_every_role_of_every_kind_is_declared_and_no_other() -> None:
    named = {role for kind in kinds().values() for role in kind.roles}
    assert set(holdings()) == named


def test_a_role_that_tells_parties_holds_parties_or_their_cities() -> None:
    told = {holding(kind.name, role) for kind in kinds().values() for role in kind.parties}
    assert told == {"party", "parties", "cities"}


def test_words_are_closed_for_a_role_of_a_kind_alone() -> None:
    assert allowed("tenor", "value") == ("good", "bad", "mixed")
    assert allowed("tenor", "parties") == ()
    assert holding("tenor", "value") == "word"
    assert holding("trade", "value") == "thing"
