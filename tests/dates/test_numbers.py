"""Numbers in figures: what each could be."""

from __future__ import annotations

import pytest

from legation.dates.numbers import YearRange, read_figures

YEARS = [
    YearRange(1500, 2100, "gregorian"),
    YearRange(1200, 1450, "jalali", guarded=True),
]


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("7", {"num", "day", "monthno"}),
        ("07", {"num", "short", "day", "monthno"}),
        ("45", {"num", "short"}),
        ("628", {"num", "old"}),
        ("1998", {"num", "year"}),
        ("۱۳۵۸", {"num", "guarded"}),
        ("2500", {"num", "round"}),
        ("14672", {"num"}),
        ("1,990", {"figure"}),
        ("10:30", {"figure"}),
        ("99/99/2004", {"figure"}),
        ("1998/99", {"yearpair"}),
    ],
)
def test_figures_belong_to_what_they_could_be(text: str, classes: set[str]) -> None:
    assert read_figures(text, YEARS, "dmy").classes == classes


@pytest.mark.parametrize(
    ("text", "order", "parts"),
    [
        ("3/5/2004", "dmy", (2004, 5, 3)),
        ("3/5/2004", "mdy", (2004, 3, 5)),
        ("12/25/2011", "dmy", (2011, 12, 25)),
        ("25.12.2011", "mdy", (2011, 12, 25)),
        ("۱۳۵۷/۸/۱۲", "dmy", (1357, 8, 12)),
        ("2004-05-03", "dmy", (2004, 5, 3)),
    ],
)
def test_a_date_in_figures_is_read_in_the_order_of_its_language(
    text: str, order: str, parts: tuple[int, int, int]
) -> None:
    assert read_figures(text, YEARS, order).values["numdate"] == parts
