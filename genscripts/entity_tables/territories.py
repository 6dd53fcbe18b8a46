"""Territories: what CLDR calls them, and the codes by which it knows them."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global

OWN_CODES = {"XKX": "XK", "X-CEM": "EA", "X-CAN": "IC", "X-SRK": "CQ"}
"""Identities of ours whose territory code in CLDR is not derived from an alpha-3 code."""

RETIRED = frozenset({"DDR", "YMD", "TMP", "ZAR", "BUR", "FXX"})
"""Alpha-3 codes that CLDR folds into a present one though the state was another."""

RETIRED_NUMBERS = frozenset(
    {"230", "249", "278", "280", "720", "736", "810", "886", "890", "891", "958", "983"}
)
"""Numeric codes that were replaced, or that are CLDR's own."""


@cache
def alpha2(identity: str) -> str:
    """The two-letter code of an identity, '' where CLDR knows none."""
    if identity in OWN_CODES:
        return OWN_CODES[identity]
    found = get_global("territory_aliases").get(identity, [])
    return found[0] if len(found) == 1 and identity not in RETIRED else ""


@cache
def numeric_codes() -> dict[str, str]:
    """Two-letter code to the present numeric code of ISO 3166-1."""
    found = {}
    for code, targets in get_global("territory_aliases").items():
        if code.isdigit() and len(targets) == 1 and code not in RETIRED_NUMBERS:
            found[targets[0]] = code
    return found


def cldr_name(identity: str, locale: str) -> str:
    """The name of an identity in a locale of CLDR, '' where it has none."""
    return Locale.parse(locale).territories.get(alpha2(identity), "") if alpha2(identity) else ""
