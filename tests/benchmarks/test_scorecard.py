"""The scorecard: what it tells, and what it keeps to itself."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from legation.model.kinds import kinds
from reporting.diagram import diagram
from scorecard import page
from scoring.judging import Judgement, judge
from scoring.reliability import bins, verdicts
from scoring.samples import Sample

TEXT = "Peru opened an embassy in Warsaw in 1969."
ROLES = {"sender": "PER", "host": "POL"}


def a_set(name: str) -> tuple[list[Judgement], list[Sample]]:
    wanted = {"kind": "mission_opened", "roles": ROLES, "when": "1969", "quote": TEXT}
    source = {"start": 0, "end": len(TEXT), "quote": TEXT}
    given = [
        {"kind": "mission_opened", "roles": ROLES, "when": year, "source": source, "confidence": c}
        for year, c in (("1969", 0.9), ("1970", 0.4))
    ]
    sample = Sample(Path("page.txt"), TEXT, name, "en", "encyclopedia", (wanted,))
    return judge(sample, given), [sample]


def a_page() -> str:
    made = {name: a_set(name) for name in ("open", "aside")}
    return page({n: j for n, (j, _) in made.items()}, {n: s for n, (_, s) in made.items()})


def test_every_kind_has_its_row() -> None:
    rows = set(re.findall(r"^\| (\w+) \| (?:core|wide) \|", a_page(), re.M))
    assert kinds().keys() <= rows


def test_the_figures_are_those_of_the_claims() -> None:
    assert "| en | core | 1 | 1 | 2 | 0.50 | 1.00 | 0.67 |" in a_page()
    assert "| aside | 2 | 0.65 | 0.50 | 0.250 |" in a_page()


def test_the_scorecard_quotes_no_document() -> None:
    assert "Warsaw" not in a_page()


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    for block in re.findall(r"(?:^\|.*\n)+", a_page(), re.M):
        assert len({line.count("|") for line in block.splitlines()}) == 1


def test_the_diagram_is_well_formed_and_has_a_point_for_each_bin() -> None:
    judged, _ = a_set("aside")
    picture = ElementTree.fromstring(diagram({"a < b": bins(verdicts(judged))}))
    titles = [node.text for node in picture.iter("{http://www.w3.org/2000/svg}title")]
    assert titles.count("1 claims") == 2
