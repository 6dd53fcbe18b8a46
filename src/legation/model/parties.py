"""Who a claim is about: the states and organisations in its roles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from legation.model.claims import Claim, RoleValue
from legation.model.kinds import kinds


def parties(claim: Claim) -> frozenset[str]:
    """The codes of the states and organisations that a claim is about; empty if it names none.

    >>> from legation.model.claims import Claim, Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> sorted(parties(Claim("visit", {"from": "NOR", "to": "SWE"}, source)))
    ['NOR', 'SWE']
    """
    kind = kinds().get(claim.kind)
    roles = kind.parties if kind else ()
    return frozenset(code for role in roles for code in codes(claim.roles.get(role)))


def codes(value: RoleValue) -> Iterator[str]:
    """The codes in one role's value: a code, a list of them, a named place with its state, or a
    territory that has an identity of its own and no standard's code.

    >>> list(codes(["IRQ", {"name": "Minsk", "state": "BLR"}]))
    ['IRQ', 'BLR']
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        held = value.get("state") or value.get("country") or value.get("id")
        if isinstance(held, str) and ":" not in held:
            yield held
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from codes(part)


def pairs(claim: Claim) -> list[tuple[str, str]]:
    """Each pair of parties of a claim once, the codes of a pair in alphabetical order.

    >>> from legation.model.claims import Claim, Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> pairs(Claim("war", {"parties": ["IRQ", "IRN"]}, source))
    [('IRN', 'IRQ')]
    """
    return list(combinations(sorted(parties(claim)), 2))
