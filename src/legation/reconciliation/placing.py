"""Undated changes find their place in time from the dated ones around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model.kinds import kinds
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import LONG_AGO, NEVER
from legation.reconciliation.marks import Mark
from legation.reconciliation.presents import UNKNOWN, Presents
from legation.reconciliation.rules import rule


def place(marks: Sequence[Mark], presents: Presents) -> list[Mark]:
    """The marks, with every undated change bounded that the dated ones can bound."""
    dated = sorted((mark for mark in marks if mark.dated and mark.onset), key=lambda m: m.order)
    return [
        told_no_later_than_recorded(_placed(mark, dated), presents)
        if mark.onset and not mark.dated
        else mark
        for mark in marks
    ]


def _placed(mark: Mark, dated: list[Mark]) -> Mark:
    return before_what_presupposes_it(mark, dated) or order_of_the_document(mark, dated) or mark


@rule("told-no-later-than-recorded", INFERENCE)
def told_no_later_than_recorded(mark: Mark, presents: Presents) -> Mark:
    """What a document tells to have come about had come about by its own date or, where it bears
    none, by the day on which it was recorded."""
    documents = {id_ for fact in mark.facts for id_ in fact.documents}
    bounds = [presents.get(id_, UNKNOWN).latest for id_ in documents]
    last = min((day for day in bounds if day is not None), default=NEVER)
    if not mark.dated or mark.latest < NEVER or not mark.earliest <= last < NEVER:
        return mark
    return replace(mark, latest=last).by("told-no-later-than-recorded")


@rule("before-what-presupposes-it", INFERENCE)
def before_what_presupposes_it(mark: Mark, dated: list[Mark]) -> Mark | None:
    """An undated closing came before the reopening that has no other closing before it, and so
    with every change that another presupposes; but a return, such as a restoration, does not come
    before the first break that is told of."""
    for place, later in enumerate(dated):
        earlier = dated[place - 1] if place else None
        lacking = later.presupposes == mark.value and (
            earlier is None or earlier.value != mark.value
        )
        if lacking and not (_returns_after(mark, later) and earlier is None):
            first = earlier.earliest if earlier else LONG_AGO
            return _between(mark, first, later.latest, "before-what-presupposes-it")
    return None


def _returns_after(mark: Mark, broken: Mark) -> bool:
    """Whether a mark is a return, which undoes what it presupposes, and the other mark is that."""
    effect = kinds()[mark.facts[0].kind].effect
    is_return = effect is not None and effect.denied == effect.presupposes is not None
    return is_return and mark.presupposes == broken.value


@rule("order-of-the-document", INFERENCE)
def order_of_the_document(mark: Mark, dated: list[Mark]) -> Mark | None:
    """An undated change came after the dated ones that its document tells before it, and before
    those that it tells after."""
    first, last = LONG_AGO, NEVER
    for document, position in _positions(mark):
        for other in dated:
            for told, at in _positions(other):
                if told == document and at < position:
                    first = max(first, other.earliest)
                elif told == document:
                    last = min(last, other.latest)
    if (first, last) == (LONG_AGO, NEVER) or first > last:
        return None
    return _between(mark, first, last, "order-of-the-document")


def _between(mark: Mark, first: int, last: int, name: str) -> Mark:
    return replace(mark, earliest=first, latest=last, dated=True, rules=(*mark.rules, name))


def _positions(mark: Mark) -> list[tuple[str, int]]:
    return [(c.source.document, c.source.start) for fact in mark.facts for c in fact.claims]
