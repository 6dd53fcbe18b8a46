"""The ids of findings: the question, the line, and whose line it is, so as to be asked again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from legation.reconciliation.asked import Question
from legation.reconciliation.classes import mission_class
from legation.reconciliation.findings import Finding

_UNSTABLE = ("mission_type", "office", "person", "count", "seat", "name", "over", "form")
"""What a subject tells beyond whose line it is: it may change from day to day."""

_ID = re.compile(r"(?P<a>[\w-]+?)-(?P<b>[A-Z][\w]*)@(?P<on>\d{4}-\d\d-\d\d)/(?P<rest>.+)")
_APART = re.compile(r"[^\w]+")


def identified(line: str, findings: Iterable[Finding], asked: Question) -> tuple[Finding, ...]:
    """The findings of a line with their ids; those whose subjects are alike are told apart by the
    fact that they rest on.

    >>> asked = Question("IRQ", "BLR", date(2012, 6, 1))
    >>> identified("relations", [Finding({}, "unknown")], asked)[0].id
    'IRQ-BLR@2012-06-01/relations'
    """
    told = list(findings)
    slugs = [_slug(finding.subject) for finding in told]
    often = Counter(slugs)
    start = f"{asked.a}-{asked.b}@{asked.on.isoformat()}/{line}"
    named = []
    for finding, slug in zip(told, slugs, strict=True):
        apart = f"~{finding.facts[0].id[:6]}" if often[slug] > 1 and finding.facts else ""
        named.append(replace(finding, id=start + (f"/{slug}" if slug else "") + apart))
    return tuple(named)


def question_of(finding_id: str) -> tuple[str, str, date] | None:
    """The two parties and the day of a finding's id; None if it is no such id.

    >>> question_of("IRQ-BLR@2012-06-01/missions/IRQ-BLR-embassy")
    ('IRQ', 'BLR', datetime.date(2012, 6, 1))
    >>> question_of("IRQ-BLR@2012-06-31/relations") or question_of("5f0c")
    """
    found = _ID.fullmatch(finding_id)
    if found is None:
        return None
    try:
        return found["a"], found["b"], date.fromisoformat(found["on"])
    except ValueError:
        return None


def _slug(subject: Mapping[str, Any]) -> str:
    hidden = set(_UNSTABLE)
    if "class" in subject and mission_class(subject["class"]).one_per_host:
        hidden.add("city")
    parts = [_plain(value) for key, value in subject.items() if key not in hidden]
    return "-".join(part for part in parts if part)


def _plain(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "-".join(_plain(part) for part in value)
    text = "" if value is None else str(value)
    return text if text.isupper() else _APART.sub("-", text.casefold()).strip("-")
