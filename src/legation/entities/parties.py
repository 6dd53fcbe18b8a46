"""Parties: the one state or organisation that a name, in any language, or a code stands for."""

from __future__ import annotations

from legation.entities.organisations import organisations
from legation.entities.resolution import resolve
from legation.entities.statehood import states
from legation.model.errors import UsageError

_PARTIES = ("state", "territory", "organisation")


def party_named(name: str, *, organisation: bool = False) -> str:
    """The code of the state or organisation that `name` names; raises UsageError (LG-U005).

    A code is a state's first, where `organisation` an organisation's: NAM is Namibia's and the
    Non-Aligned Movement's.

    >>> party_named("ইরাক"), party_named("NAM"), party_named("NAM", organisation=True)
    ('IRQ', 'NAM', 'NAM')
    """
    code = name.strip().upper()
    if code in (organisations() if organisation else states()):
        return code
    found = [row for row in resolve(name) if row.kind in _PARTIES]
    likeliest = [row.id for row in found if row.score == found[0].score]
    if len(likeliest) == 1:
        return likeliest[0]
    what = f"may be any of {', '.join(likeliest)}" if found else "names no state or organisation"
    raise UsageError(
        "LG-U005",
        f"{name!r} {what}",
        remedy="use its full name, or its code of three letters",
    )
