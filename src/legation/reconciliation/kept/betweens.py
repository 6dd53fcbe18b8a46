"""What is told between two parties, written down with the lines that it draws."""

from __future__ import annotations

from datetime import date

from legation.model.claims import Claim
from legation.reconciliation.asked import Question
from legation.reconciliation.between import Between
from legation.reconciliation.drawing import Lines
from legation.reconciliation.kept import timelines
from legation.reconciliation.kept.shelf import Shelf
from legation.reconciliation.kept.shelving import Shelving
from legation.reconciliation.lazily import Lazily
from legation.reconciliation.memberships import NONE
from legation.reconciliation.state import state_of

_DAYS = (date.min, date.max)
"""Days on which every line is drawn: with undated words, and without."""


def written(told: Between, a: str, b: str) -> bytes:
    """What is told of two parties, and the lines that any day asks for.

    >>> from legation.model.evidence import Evidence
    >>> from legation.reconciliation.between import between
    >>> len(read(written(between(Evidence([]), "IRQ", "BLR"), "IRQ", "BLR")).claims)
    0
    """
    for day in _DAYS:
        state_of(told, (NONE, NONE), Question(a, b, day, told.presents, told.lines), None)
    shelf = Shelving(told.presents)
    head = {
        "told": shelf.claims(told.claims),
        "retired": shelf.claims(told.retired),
        "counting": shelf.facts(told.facts),
        "roles": [dict(fact.roles) for fact in told.facts],
        "story": shelf.facts(told.story),
        "unsettled": shelf.claims(told.unsettled),
        "lines": [
            [shelf.facts(facts), timelines.written(line, shelf)]
            for facts, line in told.lines.drawn.values()
        ],
    }
    return shelf.written(head)


def read(content: bytes) -> Between:
    """What `written` wrote."""
    shelf = Shelf(content)
    head, spoken, ids = shelf.head, shelf.presents, shelf.ids
    facts = shelf.facts(head["counting"])
    for fact, roles in zip(facts, head["roles"], strict=True):
        object.__setattr__(fact, "roles", roles)
    lines = {tuple([ids[at] for at in of]): number for of, number in head["lines"]}
    return Between(
        claims=_claims(shelf, "told"),
        retired=_claims(shelf, "retired"),
        facts=facts,
        story=Lazily(head["story"], lambda at: shelf.facts([at])[0]),
        unsettled=_claims(shelf, "unsettled"),
        presents=spoken,
        lines=Lines(spoken, lines, lambda number: timelines.read(number, shelf)),
    )


def _claims(shelf: Shelf, name: str) -> Lazily[Claim]:
    return Lazily(shelf.head[name], lambda at: shelf.claims([at])[0])
