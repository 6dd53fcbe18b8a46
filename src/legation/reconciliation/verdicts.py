"""What a line of time says of one day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.facts import Fact

Certainty = Literal["certain", "possible", "presumed"]
UNKNOWN = "unknown"
"""The value of a line on which there is evidence, but none that reaches the day."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A value on a day, how sure it is, since when it holds, and what led there.

    `certainty` is None where the value is 'unknown'; `evidence_age` is the least number of days
    since the last evidence, where the value is carried forward from it; `alternatives` are other
    values that are possible on the day; `last` is the latest fact that the value itself rests on,
    where it does not rest on a later one; `contradicting` are the facts that say otherwise.
    """

    value: str
    certainty: Certainty | None
    since: str | None
    until: str | None
    evidence_age: int | None
    rules: tuple[str, ...]
    facts: tuple[Fact, ...]
    contradicting: tuple[Fact, ...] = ()
    alternatives: tuple[str, ...] = ()
    holder: Fact | None = None
    last: Fact | None = None
