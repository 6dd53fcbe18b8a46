"""How kinds, roles and parties are called where people read them."""

from __future__ import annotations

from functools import cache
from typing import Any

from legation.entities import label, organisations
from legation.model.claims import Claim
from legation.model.kinds import kinds
from legation.model.parties import codes
from legation.model.tables import read_table
from legation.reconciliation.sameness import first_name


def party_name(code: str) -> str:
    """What to call a party in English, its code if nothing else is known.

    >>> party_name("BLR")
    'Belarus'
    """
    return label(code, "en")


def organisation_name(code: str) -> str:
    """What to call an organisation in English, its code if nothing else is known.

    >>> organisation_name("NAM"), party_name("NAM")
    ('Non-Aligned Movement', 'Namibia')
    """
    known = organisations().get(code)
    return known.name if known else code


def parties_in_words(claim: Claim) -> str:
    """The parties of a claim in the order of their roles, an arrow where the order tells.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> parties_in_words(Claim("visit", {"from": "IRQ", "to": "BLR"}, source))
    'Iraq → Belarus'
    """
    kind = kinds()[claim.kind]
    between = " – " if kind.symmetric else " → "
    held = [
        organisation_name(code) if role == "organisation" else party_name(code)
        for role in kind.parties
        for code in codes(claim.roles.get(role))
    ]
    return between.join(dict.fromkeys(held))


def details_in_words(claim: Claim) -> str:
    """The other roles of a claim, as they are named; empty where it has none.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> details_in_words(Claim("mission_opened", {"city": {"name": "Minsk"}}, source))
    'Minsk'
    """
    kind = kinds()[claim.kind]
    named = (
        value_in_words(claim.roles.get(role))
        for role in (*kind.other, "places")
        if role not in kind.parties or role == "places"
    )
    once = {name.casefold(): name for name in reversed(list(named)) if name}
    return ", ".join(reversed(once.values()))


def kind_in_words(claim: Claim) -> str:
    """The kind of a claim, with what denies, alleges or plans it.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> kind_in_words(Claim("mission_opened", {}, source, modality="planned"))
    'mission opened, planned'
    """
    said = [claim.kind.replace("_", " ")]
    said += [claim.polarity] if claim.polarity == "denied" else []
    said += [claim.modality] if claim.modality != "asserted" else []
    return ", ".join(said)


def language_name(code: str) -> str:
    """What to call a language in English, its code if it is none of the well-known.

    >>> language_name("bn"), language_name("xx")
    ('Bengali', 'xx')
    """
    return _languages().get(code, code)


@cache
def _languages() -> dict[str, str]:
    table: dict[str, str] = read_table("legation.views", "languages.yaml")
    return table


def value_in_words(value: Any) -> str:
    """The value of a role in words: a name, several, or a number; empty where nothing names it.

    >>> value_in_words(["IRQ", {"name": "Minsk"}])
    'Iraq, Minsk'
    """
    if isinstance(value, (list, tuple)):
        return ", ".join(name for name in map(value_in_words, value) if name)
    if isinstance(value, (int, float)):
        return str(value)
    name = first_name(value) or ""
    return party_name(name) if name.isupper() and len(name) == 3 else name
