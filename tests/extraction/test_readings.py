"""What the cascade reads in sentences of each language, laid out as data.

They stand in cases/*.yaml, and in its folders where a sentence leaves something out or joins
clauses.

A case has `text`, `expect` (claims that must be found; what they do not name may be anything) and
`reject` (kinds that must not be found).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from legation.extraction import extract
from legation.model.claims import Claim
from legation.model.documents import Document

_FOLDER = Path(__file__).parent / "cases"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _cases() -> Iterator[Any]:
    for file in sorted(_FOLDER.rglob("*.yaml")):
        for number, case in enumerate(yaml.load(file.read_text("utf-8"), _LOADER), start=1):
            name = file.relative_to(_FOLDER).with_suffix("")
            yield pytest.param(file.stem, case, id=f"{name}-{number}")


def _agrees(claim: Claim, wanted: Mapping[str, Any]) -> bool:
    for field in ("kind", "when", "polarity", "modality"):
        if field in wanted and getattr(claim, field) != wanted[field]:
            return False
    return all(_same(claim.roles.get(r), v) for r, v in wanted.get("roles", {}).items())


def _same(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return isinstance(found, list) and sorted(map(_name, found)) == sorted(wanted)
    return bool(_name(found) == wanted)


def _name(value: Any) -> Any:
    return value.get("name") if isinstance(value, Mapping) else value


@pytest.mark.parametrize(("language", "case"), list(_cases()))
def test_a_case_is_read_as_it_says(language: str, case: Mapping[str, Any]) -> None:
    claims = extract(Document(case["text"], "case.txt", language))
    told = [(c.kind, dict(c.roles), c.when, c.polarity, c.modality) for c in claims]
    for wanted in case.get("expect", ()):
        assert any(_agrees(claim, wanted) for claim in claims), f"{wanted} is not among {told}"
    for kind in case.get("reject", ()):
        assert kind not in {claim.kind for claim in claims}, f"{kind} is among {told}"
