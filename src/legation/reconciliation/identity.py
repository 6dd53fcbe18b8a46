"""What a claim is about, apart from when: the key under which claims speak of one thing."""

from __future__ import annotations

from legation.model.claims import Claim
from legation.model.kinds import kinds
from legation.model.parties import codes

Key = tuple[str, ...]


def key_of(claim: Claim) -> Key:
    """The states and organisations in the key roles, sorted where their order means nothing.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> key_of(Claim("war", {"parties": ["IRQ", "IRN"]}, source))
    ('IRN', 'IRQ')
    """
    kind = kinds()[claim.kind]
    parts = [tuple(codes(claim.roles.get(role))) for role in kind.key]
    if kind.symmetric or kind.name == "trade":
        return tuple(sorted(code for part in parts for code in part))
    return tuple("+".join(sorted(part)) for part in parts)
