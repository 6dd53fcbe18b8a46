"""What context supplied to a clause and to its claims: the steps of the discourse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.extraction.sightings import ConceptSeen, GroupSeen, Step
from legation.model.claims import Claim
from legation.model.kinds import kinds
from legation.model.parties import codes
from legation.model.spans import Span


def to_clause(groups: Iterable[GroupSeen], concepts: Iterable[ConceptSeen]) -> Iterator[Step]:
    """Whom the words of reference in a clause mean, and the words that it does not repeat.

    >>> [s.value for s in to_clause([], [ConceptSeen("MISSION", "embassy", None, lent=True)])]
    ['embassy']
    """
    for group in groups:
        for member in group.members:
            if member.guessed and member.states:
                yield Step("reference", "", ", ".join(member.states), member.span)
    for concept in concepts:
        if concept.lent:
            yield Step("object", concept.concept, concept.value, concept.span)


def to_claim(claim: Claim, clause: Span) -> Iterator[Step]:
    """The parties and the date of a claim that no word of its clause gives."""
    named = dict(_named(claim))
    for role in kinds()[claim.kind].parties:
        for code in codes(claim.roles.get(role)):
            span = named.get(code)
            if span is None or not clause.covers(span):
                yield Step("state", role, code, span)
    if claim.when is not None:
        span = claim.source.spans.get("when")
        if claim.when_basis != "stated" or span is None or not clause.covers(span):
            yield Step("date", "when", claim.when, span)


def _named(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Each party of a claim with the words that name it, whichever role they stand for."""
    for name, span in claim.source.spans.items():
        role, _, code = name.partition(".")
        yield from ((found, span) for found in ([code] if code else codes(claim.roles.get(role))))
