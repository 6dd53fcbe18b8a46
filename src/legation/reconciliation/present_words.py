"""Words of the present in the time of the document that speaks them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model.kinds import kinds
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import LONG_AGO, NEVER, days_of
from legation.reconciliation.lazily import Lazily
from legation.reconciliation.marks import Mark
from legation.reconciliation.presents import UNKNOWN, Present, Presents
from legation.reconciliation.rules import rule

_HOLDS_ON = ("relations", "mission", "accreditation", "envoy", "membership")
"""The lines on which 'since' means until now; a war that began in a year may be over, and what is
said of one without a date is mostly said of the past."""


def spoken(marks: Sequence[Mark], presents: Presents) -> list[Mark]:
    """The marks, with what the presents of their documents tell of when they hold."""
    dated = [open_until_its_document(mark, presents) for mark in marks if mark.dated]
    undated = last_words([mark for mark in marks if not mark.dated])
    return dated + [
        mark if _line(mark) == "conflict" else the_present_of_a_document(mark, presents)
        for mark in undated
    ]


def heard(timeless: Sequence[Mark], presents: Presents) -> Sequence[Mark]:
    """Undated marks with the times of which their documents speak, looked up when they matter."""

    def told(place: int) -> Mark:
        mark = timeless[place]
        return mark if _line(mark) == "conflict" else the_present_of_a_document(mark, presents)

    return Lazily(range(len(timeless)), told)


@rule("the-present-of-a-document", INFERENCE)
def the_present_of_a_document(mark: Mark, presents: Presents) -> Mark:
    """Words of no date that tell what is are of the date of their document; where it bears none,
    of the last day that it tells of between the two, or of a later one."""
    here = _presents_of(mark, presents)
    own = [present.dated for present in here if present.dated]
    if own and not mark.onset:
        seen = max(own, key=lambda days: (days.end_latest, days.begin_earliest))
        return replace(
            mark,
            earliest=seen.begin_earliest,
            latest=seen.end_latest,
            dated=True,
            rules=(*mark.rules, "the-present-of-a-document"),
        )
    told = {present.earliest for present in here if present.earliest is not None}
    if not told:
        return mark
    return replace(mark, told_at=tuple(sorted(told))).by("the-present-of-a-document")


@rule("open-until-its-document", INFERENCE)
def open_until_its_document(mark: Mark, presents: Presents) -> Mark:
    """What is told to have held since a day, and not to have ended, held until the date of the
    document that tells it."""
    when = mark.facts[0].when
    still = when and days_of(when).interval and days_of(when).end_latest >= NEVER
    if not still or mark.value is None or _line(mark) not in _HOLDS_ON:
        return mark
    own = [present.dated for present in _presents_of(mark, presents)]
    until = max((days.begin_earliest for days in own if days), default=LONG_AGO)
    if until <= mark.latest:
        return mark
    return replace(mark, holds_until=until, rules=(*mark.rules, "open-until-its-document"))


@rule("last-words-of-a-document", INFERENCE)
def last_words(timeless: Sequence[Mark]) -> list[Mark]:
    """Of undated words that differ within one document, the last ones count."""
    last: dict[str, tuple[int, str, Mark]] = {}
    for mark in timeless:
        for claim in (claim for fact in mark.facts for claim in fact.claims):
            place = (claim.source.start, claim.id, mark)
            held = last.get(claim.source.document)
            if held is None or place[:2] > held[:2]:
                last[claim.source.document] = place
    chosen = {id(mark) for _, _, mark in last.values()}
    kept = [mark for mark in timeless if id(mark) in chosen]
    if all(any(other.says_as(mark) for other in kept) for mark in timeless):
        return kept
    return [replace(m, rules=(*m.rules, "last-words-of-a-document")) for m in kept]


def _line(mark: Mark) -> str | None:
    effect = kinds()[mark.facts[0].kind].effect
    return effect.line if effect else None


def _presents_of(mark: Mark, presents: Presents) -> list[Present]:
    documents = sorted({document for fact in mark.facts for document in fact.documents})
    return [presents.get(document, UNKNOWN) for document in documents]
