"""Editions of one source: the same uri, read again with another content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.model.facts import Fact
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.pages import page_of
from legation.reconciliation.rules import rule

_BY_HAND = "hand@"


@dataclass(frozen=True, slots=True)
class Correction:
    """A claim that no longer counts, and those in newer editions of its source that say why."""

    claim: Claim
    causes: tuple[Claim, ...]


class Editions:
    """Which documents are earlier and later editions of one source, as they were recorded.

    What a person entered by hand is under its citation, and no edition of anything.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._recorded: dict[str, tuple[str, str]] = {
            document: (source.uri, source.recorded_at)
            for document, source in evidence.sources.items()
            if source.recorded_at and page_of(source.uri) is not None
        }
        self._several = len({uri for uri, _ in self._recorded.values()}) < len(self._recorded)

    def corrections(self, facts: Iterable[Fact]) -> list[Correction]:
        """The claims that newer editions of their sources correct, on what is in dispute."""
        if not self._several:
            return []
        facts = list(facts)
        known = {claim.id: claim for fact in facts for claim in (*fact.claims, *fact.disputed)}
        found: dict[str, Correction] = {}
        for fact in facts:
            for name in fact.differs:
                sides = [[known[id_] for id_ in side] for side in _sides(fact, name)]
                found |= {one.claim.id: one for one in self.corrected(sides)}
        return [found[id_] for id_ in sorted(found)]

    @rule("a-newer-edition-says-otherwise", INFERENCE)
    def corrected(self, sides: Sequence[Sequence[Claim]]) -> list[Correction]:
        """Of claims on several sides, each of which says otherwise than the rest, those are
        corrected whose source says otherwise in an edition of it that was recorded later."""
        found = []
        for side in sides:
            others = [claim for other in sides if other is not side for claim in other]
            for claim in side:
                newer = self._newer(claim, others)
                found += [Correction(claim, tuple(newer))] if newer else []
        return found

    def _newer(self, claim: Claim, others: Iterable[Claim]) -> list[Claim]:
        """Those of `others` that stand in a later edition of the source of `claim`."""
        held = self._recorded.get(claim.source.document)
        if held is None or claim.extractor.startswith(_BY_HAND):
            return []
        return [other for other in others if self._is_newer(other, *held)]

    def _is_newer(self, other: Claim, uri: str, recorded_at: str) -> bool:
        there = self._recorded.get(other.source.document)
        by_hand = other.extractor.startswith(_BY_HAND)
        return there is not None and there[0] == uri and there[1] > recorded_at and not by_hand


def _sides(fact: Fact, name: str) -> list[list[str]]:
    """The ids of the claims that give a fact its value of `name`, and each other one."""
    others = [list(one.claims) for one in fact.preferences[name].alternatives if one.disputed]
    contrary = {id_ for side in others for id_ in side}
    own = (claim.id for claim in (*fact.claims, *fact.disputed))
    return [[id_ for id_ in own if id_ not in contrary], *others]
