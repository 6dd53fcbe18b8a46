"""What changed is told claim by claim: new, gone, or told otherwise."""

from __future__ import annotations

from dataclasses import replace

from legation.ledger.differences import differences
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.views.differences_text import differences_text

DOCUMENT = Document("Iraq closed its embassy in Oslo in 2003.", "a.txt", "en")


def claim(kind: str, when: str | None = None, end: int = 39) -> Claim:
    source = Source(DOCUMENT.id, "a.txt", "en", 0, end, DOCUMENT.text[:end])
    return Claim(kind, {"sender": "IRQ", "host": "NOR"}, source, when)


CLOSED, THEN = claim("mission_closed"), claim("mission_closed", "2003")
OPENED, PRESENT = claim("mission_opened"), claim("mission_present")


def told(before: list[Claim], after: list[Claim]) -> str:
    return "\n".join(line.plain for line in differences_text(differences(before, after)))


def test_people_read_what_is_new_gone_and_otherwise() -> None:
    said = told([CLOSED, PRESENT], [THEN, OPENED])
    assert said.startswith("a.txt: 1 new, 1 gone, 1 changed\n+ undated")
    assert "\n- undated" in said
    assert "when: none → 2003" in said


def test_other_roles_and_words_are_told() -> None:
    longer = replace(claim("mission_closed", "2003", 31), roles={**CLOSED.roles, "city": "Oslo"})
    assert "other: city; other words" in told([THEN], [longer])


def test_nothing_new_is_said_so() -> None:
    assert told([THEN], [THEN]) == "Nothing changed."
