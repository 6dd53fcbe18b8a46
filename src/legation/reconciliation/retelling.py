"""Documents that tell what another tells: copies in its language, translations into another.

Only documents that share several facts are compared, and only on those facts, so that the work
grows with what is shared and not with the square of what there is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from legation.model.claims import Claim
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.rules import rule
from legation.reconciliation.wording import nearly_same, words_of

Told = Mapping[int, Claim]
"""What one document tells: the number of each fact, and the first claim by which it tells it."""

FEWEST_COPIED = 3
FEWEST_TRANSLATED = 5
_EVERYBODY = 64
"""What more documents than this tell says nothing of who retells whom."""

MOSTLY = 0.75
"""The share of all that either of two documents tells which both tell, in a translation."""


class Retellings:
    """Which documents among `facts`, each given by its claims, retell which others, and by which
    rule."""

    def __init__(self, facts: Sequence[Sequence[Claim]]) -> None:
        self._told = _told(facts)
        self._rules: dict[str, dict[str, str]] = defaultdict(dict)
        for one, other in _sharing(self._told):
            name = self._rule_between(one, other)
            if name:
                self._rules[one][other] = self._rules[other][one] = name

    def of(self, documents: Iterable[str]) -> Iterator[tuple[str, str, str]]:
        """Pairs of `documents` of which one retells the other, with the name of the rule."""
        given = sorted(set(documents))
        for one in given:
            others = self._rules.get(one, {})
            yield from ((one, other, others[other]) for other in given if other in others)

    def _rule_between(self, one: str, other: str) -> str | None:
        a, b = self._told[one], self._told[other]
        if _language(a) == _language(b):
            return "a-copy-is-no-second-voice" if copied(a, b) else None
        return "a-translation-is-no-second-voice" if translated(a, b) else None


@rule("a-copy-is-no-second-voice", INFERENCE)
def copied(a: Told, b: Told) -> bool:
    """Two documents of one language that tell half of what the shorter one tells, and three things
    at least, in the same words, long or short, are one source for all that they share."""
    shared = a.keys() & b.keys()
    same = [fact for fact in shared if _same_words(a[fact].source.quote, b[fact].source.quote)]
    return len(same) >= max(FEWEST_COPIED, len(shared) * MOSTLY, min(len(a), len(b)) / 2)


@rule("a-translation-is-no-second-voice", INFERENCE)
def translated(a: Told, b: Told) -> bool:
    """Documents in two languages that tell three quarters of what either tells, and five things at
    least, with the same dates and nearly in the same order, are one source: one retells the other,
    or both retell a third."""
    shared = sorted(a.keys() & b.keys(), key=lambda fact: _position(a[fact]))
    if len(shared) < max(FEWEST_TRANSLATED, MOSTLY * len(a.keys() | b.keys())):
        return False
    same_dates = sum(a[fact].when == b[fact].when for fact in shared)
    in_order = _longest_rise([_position(b[fact]) for fact in shared])
    return min(same_dates, in_order) >= 0.8 * len(shared)


def _told(facts: Sequence[Sequence[Claim]]) -> dict[str, dict[int, Claim]]:
    told: dict[str, dict[int, Claim]] = defaultdict(dict)
    for number, claims in enumerate(facts):
        for claim in sorted(claims, key=_position):
            told[claim.source.document].setdefault(number, claim)
    return told


def _sharing(told: Mapping[str, Told]) -> list[tuple[str, str]]:
    """Pairs of documents that share as many facts as a retelling takes."""
    able = {document: facts for document, facts in told.items() if len(facts) >= FEWEST_COPIED}
    tellers: dict[int, list[str]] = defaultdict(list)
    for document in sorted(able):
        for fact in able[document]:
            tellers[fact].append(document)
    telling = [each for each in tellers.values() if len(each) <= _EVERYBODY]
    shared = Counter(pair for each in telling for pair in combinations(each, 2))
    return sorted(pair for pair, count in shared.items() if count >= FEWEST_COPIED)


def _same_words(a: str, b: str) -> bool:
    return words_of(a) == words_of(b) or nearly_same(a, b)


def _language(told: Told) -> str:
    return next(iter(told.values())).source.language


def _position(claim: Claim) -> tuple[int, str]:
    return claim.source.start, claim.id


def _longest_rise(row: Sequence[tuple[int, str]]) -> int:
    """How many of a row of positions, at most, stand in rising order."""
    ends: list[tuple[int, str]] = []
    for position in row:
        place = bisect_left(ends, position)
        ends[place : place + 1] = [position]
    return len(ends)
