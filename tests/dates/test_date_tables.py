"""The tables of dates: one shape for every language, and nothing in them that does not work."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import legation
from legation.dates.grammar import build_grammar, grammar_of
from legation.dates.shadow import cast_shadow
from legation.model.errors import DataError

LANGUAGES = Path(legation.__file__).parent / "languages"
TABLES = sorted(LANGUAGES.glob("*/dates.yaml"))
NAMED = [pytest.param(path, id=path.parent.name) for path in TABLES]
KEYS = {
    "numeric_order", "years", "short_decades", "plural_endings", "months", "weak_months",
    "frail_months", "cased", "abbreviated", "seasons", "ordinals", "cardinals", "tens", "eras",
    "units", "days_from_today", "weekdays", "words", "endings", "macros", "points", "links",
    "joint", "anchors", "owned_years",
}  # fmt: skip
LINKS = {"range", "between", "since", "until", "by", "before", "after", "about", "dual", "at"}
BUILT_IN = {
    "num", "day", "monthno", "short", "old", "year", "guarded", "round", "figure", "numdate",
    "yearpair", "month", "strong_month", "weak_month", "frail_month", "word", "many", "point",
    "bareyear", "period", "anypoint", "abbreviated", "season", "ordinal", "cardinal", "tens", "era",
    "unit", "dayword", "weekday", "unit_day", "unit_week", "unit_month", "unit_year", "unit_decade",
}  # fmt: skip


def read(path: Path) -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return table


@pytest.mark.parametrize("path", NAMED)
def test_a_table_has_the_keys_of_every_other(path: Path) -> None:
    table = read(path)
    assert set(table) == KEYS
    assert set(table["months"]) == {"gregorian", "jalali", "hijri", "bangla"}
    assert set(table["eras"]) == set(table["months"])


@pytest.mark.parametrize("path", NAMED)
def test_every_month_and_day_of_the_week_has_a_name(path: Path) -> None:
    table = read(path)
    assert sorted(table["months"]["gregorian"]) == [*range(1, 13)]
    assert sorted(table["weekdays"]) == [*range(1, 8)]
    assert sorted(table["seasons"]) == [*range(21, 25)]
    for calendar, months in table["months"].items():
        assert sorted(months) in ([], [*range(1, 13)]), calendar


@pytest.mark.parametrize("path", NAMED)
def test_every_word_is_a_text_that_leaves_something(path: Path) -> None:
    table = read(path)
    lists = [words for words in table["words"].values()]
    for key in ("seasons", "ordinals", "cardinals", "tens", "eras", "units", "weekdays"):
        lists += table[key].values()
    lists += [names for months in table["months"].values() for names in months.values()]
    assert all(
        isinstance(word, str) and cast_shadow(word).text.strip() for row in lists for word in row
    )


@pytest.mark.parametrize("path", NAMED)
def test_a_month_name_belongs_to_one_month(path: Path) -> None:
    owners: dict[str, set[tuple[str, int]]] = {}
    for calendar, months in read(path)["months"].items():
        for number, names in months.items():
            for name in names:
                owners.setdefault(cast_shadow(name).text, set()).add((calendar, number))
    assert {name: owner for name, owner in owners.items() if len(owner) > 1} == {}


@pytest.mark.parametrize("path", NAMED)
def test_months_that_need_care_are_months(path: Path) -> None:
    table = read(path)
    names = {name for months in table["months"].values() for row in months.values() for name in row}
    assert {*table["weak_months"], *table["frail_months"], *table["abbreviated"]} <= names


@pytest.mark.parametrize("path", NAMED)
def test_a_form_names_only_what_there_is(path: Path) -> None:
    table = read(path)
    known = BUILT_IN | set(table["macros"]) | set(table["words"])
    rows = [*table["points"], *table["links"], *table["macros"].values(), table["joint"]]
    forms = [row if isinstance(row, str) else row["form"] for row in rows]
    named = {name for form in forms for name in re.findall(r"\{([a-z_]+)\}", form)}
    assert named - known == set()
    assert set(table["anchors"]) - known == set()


@pytest.mark.parametrize("path", NAMED)
def test_a_link_is_of_a_kind_the_code_knows(path: Path) -> None:
    assert {row["is"] for row in read(path)["links"]} <= LINKS


@pytest.mark.parametrize("path", NAMED)
def test_a_table_makes_a_grammar(path: Path) -> None:
    assert grammar_of(path.parent.name).anchors


def test_a_form_with_a_nameless_group_is_refused() -> None:
    table = {**read(TABLES[0]), "joint": "(x)", "points": ["(x)"]}
    with pytest.raises(DataError, match="LG-T011"):
        build_grammar(table)


def test_a_macro_that_leads_back_to_itself_is_refused() -> None:
    table = read(TABLES[0])
    table["macros"] = {**table["macros"], "round_and_round": "{round_and_round}"}
    table["joint"] = "{round_and_round}"
    with pytest.raises(DataError, match="LG-T011"):
        build_grammar(table)
