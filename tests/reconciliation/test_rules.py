"""Every rule is declared: it has a name, a sentence and a source."""

from __future__ import annotations

import re

import pytest

from legation.reconciliation import rules
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.rules import Rule, rule


@pytest.mark.parametrize("declared", rules().values(), ids=lambda declared: declared.name)
def test_a_rule_has_a_name_a_sentence_and_a_source(declared: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", declared.name)
    assert len(declared.holds) > 40
    assert declared.holds.endswith(".")
    assert all(str(one) and one.says.endswith(".") for one in declared.authorities)
    assert declared.authorities


def test_a_rule_without_a_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks its sentence"):
        rule("says-nothing", INFERENCE)(lambda: None)


def test_a_rule_without_a_source_is_refused() -> None:
    def held() -> None:
        """This is held."""

    with pytest.raises(ValueError, match="lacks its sentence or source"):
        rule("from-nowhere")(held)


def test_a_name_is_given_to_one_rule_only() -> None:
    def held() -> None:
        """This is held."""

    with pytest.raises(ValueError, match="named twice"):
        rule("carried-forward", INFERENCE)(held)
