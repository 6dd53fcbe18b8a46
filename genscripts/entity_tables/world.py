"""World: the names of states in every language of CLDR, for whoever has only a name."""

from __future__ import annotations

import babel.localedata
from babel import Locale

from entity_tables.sheets import SUPPLEMENT, rows
from entity_tables.states import records
from legation.entities.spelling import fold

_ORGANISATIONS = {"UN": "UN", "EU": "EU", "EZ": "EUROZONE"}
_REGION = "-"
"""Stands in the table for a part of the world, which is nobody's name."""


def names() -> list[tuple[str, str, str]]:
    """Rows (folded name, id, languages), sorted; the id of a continent or the like is '-'."""
    identities = _identities()
    found: dict[tuple[str, str], set[str]] = {}
    for code, text, languages in [*_of_babel(), *_alternatives()]:
        identity = _REGION if code.isdigit() else identities.get(code)
        if identity and text != code:
            found.setdefault((fold(text), identity), set()).update(languages)
    return [(key, i, " ".join(sorted(spoken))) for (key, i), spoken in sorted(found.items())]


def _identities() -> dict[str, str]:
    present = {r["iso2"]: r["id"] for r in records().values() if r["status"] != "gone"}
    return {code: identity for code, identity in present.items() if code} | _ORGANISATIONS


def _of_babel() -> list[tuple[str, str, list[str]]]:
    found = []
    for identifier in babel.localedata.locale_identifiers():
        locale = Locale.parse(identifier)
        spoken = locale.language
        found += [(code, text, [spoken]) for code, text in locale.territories.items()]
    return found


def _alternatives() -> list[tuple[str, str, list[str]]]:
    kept = rows(SUPPLEMENT / "cldr_alternatives.tsv")
    return [(row["territory"], row["name"], row["languages"].split()) for row in kept]
