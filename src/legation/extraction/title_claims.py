"""What a title of a guide tells by itself, where the text below it leaves it to the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model.claims import Claim
from legation.model.kinds import kinds

_TOLD_BY_TITLES = ("relations", "missions")
"""The families of kinds that a title may tell of where no sentence below it does."""
_EVENTS = ("mission_opened", "mission_reopened", "mission_closed", "mission_relocated")
_BEGUN = ("mission_opened", "mission_reopened", "relations_established", "relations_restored")
"""What comes about when an envoy presents his credentials."""
_YEAR, _DAY = 4, len("2000-01-01")
_AMBASSADOR = "ambassador"
_HIGHEST = "embassy"


def told_by_title(claim: Claim, text: Sequence[Claim]) -> Claim | None:
    """The claim of a title, if the claims `text` of what stands below do not tell it.

    'Elevation of the Legation, 1943' came about on the day of which the text below says no more
    than that an ambassador presented his credentials.
    """
    family = kinds()[claim.kind].family
    if claim.when is None or family not in _TOLD_BY_TITLES or not text:
        return None
    if any(_tells(below, claim, family) for below in text):
        return None
    return _on_the_day(claim, text)


def _tells(below: Claim, claim: Claim, family: str) -> bool:
    """Whether a claim below a title tells of what the title does: of missions, their events."""
    if family == "missions" and below.kind not in _EVENTS:
        return below.kind == claim.kind
    return kinds()[below.kind].family == family


def _on_the_day(claim: Claim, text: Sequence[Claim]) -> Claim:
    """The claim with the day of the year it gives on which an envoy of those sides began."""
    if claim.kind not in _BEGUN or len(claim.when or "") != _YEAR:
        return claim
    came = [c for c in text if c.kind == "envoy_tenure" and _of_its_sides(c, claim)]
    came = [c for c in came if len(c.when or "") == _DAY and c.polarity == "affirmed"]
    came = [c for c in came if c.when and c.when.startswith(claim.when or "")]
    if claim.roles.get("mission_type") == _HIGHEST:
        came = [c for c in came if _AMBASSADOR in str(c.roles.get("office", "")).lower()] or came
    return replace(claim, when=came[0].when, when_basis="carried") if came else claim


def _of_its_sides(envoy: Claim, claim: Claim) -> bool:
    """Whether an envoy is of the state that sends the mission, or of either that has relations."""
    sides = envoy.roles.get("sender"), envoy.roles.get("host")
    if "sender" in claim.roles:
        return sides == (claim.roles.get("sender"), claim.roles.get("host"))
    parties = claim.roles.get("parties")
    return isinstance(parties, list) and set(map(str, sides)) == set(map(str, parties))
