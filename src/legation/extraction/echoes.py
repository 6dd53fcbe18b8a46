"""Echoes: 'Portugal followed suit', 'Norway did so in 1962': what one did, another does too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.hits import of_concept
from legation.extraction.pack import Unit
from legation.extraction.phrases import Clause, Hit

_NOT = Unit("concept", "NOT")
_FRESH = "fresh"
"""The value of an echo that does not take over a negation: 'did so' after 'did not'."""


def echoed(clause: Clause, said: Sequence[Hit], denied: bool) -> Sequence[Hit]:
    """What was said last, a head and its object, where words say it again; `denied`: not so."""
    cues = of_concept(clause.hits, "ECHO")
    if not cues or not said:
        return ()
    cue = cues[0]
    if len(said) > 1 and cue.end - cue.start < 2:
        return ()
    found = [replace(said[0], start=cue.start, end=cue.end)]
    found += [replace(h, start=cue.end - 1, end=cue.end) for h in said[1:]]
    if denied and cue.unit.value != _FRESH:
        found.append(Hit(cue.start, cue.end, _NOT))
    return found
