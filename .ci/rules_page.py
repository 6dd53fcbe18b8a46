"""The page of the rules, docs/rules.md, from the rules themselves, the kinds and the test cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "reconciliation" / "cases"

HEAD = Path(__file__).with_name("rules_head.md")


def text() -> str:
    """The whole page."""
    return HEAD.read_text("utf-8") + "".join(_kinds()) + "\n## The rules\n\n" + "\n".join(_rules())


def _kinds() -> Iterator[str]:
    from legation.model.kinds import kinds

    for kind in kinds().values():
        effect = kind.effect
        if effect is None:
            continue
        years = f"{effect.fades} years" if effect.fades else None
        cells = (
            effect.line,
            effect.affirmed,
            effect.denied,
            effect.after,
            effect.presupposes,
            effect.ends,
            years,
        )
        row = " | ".join(str(cell).replace("_", " ") if cell else "–" for cell in cells)
        yield f"| `{kind.name}` | {row} |\n"


def _rules() -> Iterator[str]:
    from legation.reconciliation import rules

    cases = _cases()
    for rule in rules().values():
        yield f"### {rule.name}\n\n{rule.holds}\n"
        yield from (f"- *{one}*: {one.says}" for one in rule.authorities)
        yield from (f"- Case: {case}." for case in cases.get(rule.name, ()))
        yield ""


def _cases() -> dict[str, list[str]]:
    """The titles of the test cases that name a rule, by the rule."""
    found: dict[str, list[str]] = {}
    for file in sorted(CASES.rglob("*.yaml")):
        for case in yaml.safe_load(file.read_text("utf-8")):
            told = (*case.get("states", ()), *case.get("facts", ()), *case.get("corrected", ()))
            for asked in (case, *told):
                for name in _named(asked):
                    titles = found.setdefault(name, [])
                    if case["case"] not in titles:
                        titles.append(case["case"])
    return found


def _named(asked: dict[str, object]) -> Iterator[str]:
    """The rules that a case names: by themselves, as a standing's, or as what joins voices."""
    for key in ("rules", "voices"):
        names = asked.get(key)
        yield from names if isinstance(names, list) else ()
    if isinstance(asked.get("rule"), str):
        yield str(asked["rule"])
