"""Plausibility: what is said too faintly, or too far from its words, to be told as a claim."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.dated import CONTACTS, When
from legation.extraction.discourse import Memory
from legation.extraction.envoy_roles import posted_abroad
from legation.extraction.eras import before_its_time
from legation.extraction.guides import concerns
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.phrases import Clause
from legation.extraction.roles import Casting
from legation.extraction.tokens import Sentence
from legation.model.claims import Claim
from legation.model.kinds import kinds

_UNPLANNED = frozenset(
    {
        *("mission_present", "relations_maintained", "office_tenure", "war", "occupation"),
        *("dispute", "debt", "trade", "diaspora", "tenor", "military_cooperation"),
        *("backing", "criticism", "attack", "resolution_stance"),
    }
)
"""What lasts, or is said and done at once: 'might criticise' tells neither a plan nor a deed."""


def may_be(kind: str, said: str, how: str) -> bool:
    """Whether a kind can be told so: a plan is for a deed to come, and not for one to be left."""
    return how != "planned" or (said == "affirmed" and kind not in _UNPLANNED)


def strays(match: Match, clause: Clause) -> bool:
    """Whether an object lent by another clause is stretched too far: 'continues', 'begins'."""
    lent = match.object is not None and 0 <= match.object.start < clause.start
    lent = lent or (clause.borrowed and match.object is not None and _acted(clause))
    if match.frame.kind == "office_tenure" and posted_abroad(match, clause):
        return True
    if match.frame.roles == "envoy" and lent and of_concept(clause.hits, "ACCREDIT"):
        return True
    lasting = kinds()[match.frame.kind].aspect == "state" and not _goes_on(match, clause)
    return lent and (lasting or match.frame.own or match.frame.kind == "relations_established")


def _goes_on(match: Match, clause: Clause) -> bool:
    """'Relations have cooled, but remain good': a clause that names nobody tells more of them."""
    return match.frame.kind == "tenor" and not any(g.states for g in clause.groups)


def _acted(clause: Clause) -> bool:
    """Whether a clause has a subject of its own beside a lent object: 'English traders began …'."""
    return any(g.case == "gen" and g.states for g in clause.groups)


def names_envoy(match: Match, castings: Sequence[Casting]) -> bool:
    """'Peru's ambassador in Oslo is Ana Ruiz' tells something without a date."""
    named = all("person" in c.arguments or "person" in c.values for c in castings)
    return match.frame.kind == "envoy_tenure" and named


def said_by(casting: Casting, match: Match, sentence: Sentence, memory: Memory) -> bool:
    """Whether a sentence says enough: a heading must name someone; a guide tells of its own."""
    if match.frame.roles in ("mission", "envoy"):
        sides = casting.values.get("sender"), casting.values.get("host")
        if not concerns(memory.theme, *sides):
            return False
    return bool(casting.arguments) or not sentence.heading


def tells(casting: Casting, match: Match, when: When, sentence: Sentence) -> bool:
    """Whether a claim has something to tell: 'visits:' over a list has neither day nor guest, and
    talks that nobody is named in and that have no date are no event."""
    event = kinds()[match.frame.kind].aspect == "event"
    if when.value or not event:
        return True
    listing = sentence.heading and sentence.tokens[-1].text == ":"
    return not listing and (bool(casting.arguments) or match.frame.kind not in CONTACTS)


def too_early(casting: Casting, claim: Claim) -> bool:
    """Whether context gave a journey or talks a state that was not there yet."""
    guessed = casting.guessed and claim.kind in CONTACTS
    return bool(guessed) and before_its_time(claim.roles, claim.when)
