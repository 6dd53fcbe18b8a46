"""Sentences of every language, and the dates that they give, word for word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from legation.dates import date_rows

CASES = Path(__file__).parent / "cases"
LANGUAGES = sorted(path.stem for path in CASES.glob("*.yaml"))


def cases_of(language: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.load(
        (CASES / f"{language}.yaml").read_text("utf-8"),
        getattr(yaml, "CSafeLoader"),  # noqa: B009
    )
    return cases


@pytest.mark.parametrize(
    ("language", "case"),
    [
        pytest.param(language, case, id=f"{language}-{number}")
        for language in LANGUAGES
        for number, case in enumerate(cases_of(language), 1)
    ],
)
def test_a_sentence_gives_its_dates_and_no_others(language: str, case: dict[str, Any]) -> None:
    found = [
        {"text": row["text"], "when": row["when"]} for row in date_rows(case["text"], language)
    ]
    assert found == case["dates"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quarter_of_the_sentences_give_no_date(language: str) -> None:
    cases = cases_of(language)
    assert len(cases) >= 120
    assert sum(not case["dates"] for case in cases) >= len(cases) / 4
