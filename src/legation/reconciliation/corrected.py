"""Facts that no longer count: a reader rejected or corrected them, or a newer edition did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from legation.model.evidence import Evidence
from legation.model.facts import Fact
from legation.model.reviews import Review
from legation.model.standings import Standing
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.clusters import clusters
from legation.reconciliation.decided import decided
from legation.reconciliation.editions import Correction
from legation.reconciliation.making import Workshop, make
from legation.reconciliation.rules import rule


def corrected_facts(
    evidence: Evidence, corrections: Sequence[Correction], known: Sequence[Fact]
) -> list[Fact]:
    """The facts of claims that count no more, each with what corrected it, in a fixed order."""
    standings = _by_readers(evidence, known)
    for one in corrections:
        standings[one.claim.id] = _by_an_edition(one, known)
    claims = [*evidence.retired, *(one.claim for one in corrections)]
    shop = Workshop.of(evidence, decided(evidence.decisions))
    found = []
    for standing in dict.fromkeys(standings[c.id] for c in claims if c.id in standings):
        alike = [claim for claim in claims if standings.get(claim.id) == standing]
        for cluster in clusters(alike, shop.who):
            found.append(replace(make(cluster.claims, shop), standing=standing))
    return sorted(found, key=lambda fact: (fact.kind, fact.when or "", fact.id))


@rule("a-readers-word-corrects", INFERENCE)
def a_readers_word_corrects(review: Review, known: Sequence[Fact]) -> Standing:
    """A claim that a reader rejected counts no more, and one that a reader corrected gives way to
    what the reader put in its place; both stay in the record, with who said so and why."""
    causes = (review.replacement.id,) if review.replacement else ()
    note = f"{review.verdict}ed by {review.by}: {review.reason}"
    return Standing("corrected", "a-readers-word-corrects", causes, _telling(causes, known), note)


def _by_readers(evidence: Evidence, known: Sequence[Fact]) -> dict[str, Standing]:
    last = {review.claim: review for review in evidence.reviews}
    return {
        id_: a_readers_word_corrects(review, known)
        for id_, review in last.items()
        if review.verdict in ("reject", "correct")
    }


def _by_an_edition(one: Correction, known: Sequence[Fact]) -> Standing:
    causes = tuple(sorted(claim.id for claim in one.causes))
    return Standing("corrected", "a-newer-edition-says-otherwise", causes, _telling(causes, known))


def _telling(causes: Iterable[str], known: Sequence[Fact]) -> str | None:
    """The fact that tells what is right, where there is one."""
    wanted = set(causes)
    return next((f.id for f in known if any(c.id in wanted for c in f.claims)), None)
