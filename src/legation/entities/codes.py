"""Codes: a state from any of the codes that data sets call it by."""

from __future__ import annotations

from functools import cache

from legation.entities.statehood import state_of_number, states

_REPLACED = {
    "ROM": "ROU",
    "ZAR": "COD",
    "TMP": "TLS",
    "BUR": "MMR",
    "DHY": "BEN",
    "HVO": "BFA",
    "RHO": "ZWE",
    "BYS": "BLR",
    "AFI": "DJI",
    "NHB": "VUT",
    "FXX": "FRA",
    "VDR": "VNM",
    "KSV": "XKX",
    "XKS": "XKX",
    "UNK": "XKX",
    "ROC": "TWN",
    "GFR": "DEU",
    "GDR": "DDR",
    "DRV": "VNM",
}
"""Codes of ISO 3166-3 for a state that changed its name alone, and usual ones of data sets."""


def state_of_code(text: str) -> str | None:
    """The identity behind a code, None if it is none.

    Alpha-2, alpha-3 and the four letters of ISO 3166-3 in capitals; 'iso:368', 'cow:645',
    'gw:645' with the scheme before the number.

    >>> state_of_code("IRQ"), state_of_code("IQ"), state_of_code("SUHH"), state_of_code("gw:345")
    ('IRQ', 'IRQ', 'SUN', 'YUG')
    >>> state_of_code("iraq") is None
    True
    """
    scheme, colon, number = text.lower().partition(":")
    if colon:
        return _of_number(scheme.strip(), number.strip())
    return _letters().get(text) if text.isupper() else None


def _of_number(scheme: str, number: str) -> str | None:
    if not number.isascii() or not number.isdigit():
        return None
    if scheme in {"cow", "gw"}:
        found = state_of_number(scheme, int(number))
        return found.id if found else None
    return _numbers().get(number.zfill(3)) if scheme in {"iso", "un", "m49"} else None


@cache
def _letters() -> dict[str, str]:
    found = dict(_REPLACED)
    for one in sorted(states().values(), key=lambda s: not s.gone):
        codes = (one.id, one.iso2, one.iso3166_3)
        found |= {code: one.id for code in codes if code}
    return found


@cache
def _numbers() -> dict[str, str]:
    ordered = sorted(states().values(), key=lambda s: not s.gone)
    return {one.numeric: one.id for one in ordered if one.numeric}
