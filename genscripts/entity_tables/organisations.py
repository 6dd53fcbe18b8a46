"""Organisations: international ones, and movements that act like states."""

from __future__ import annotations

from entity_tables import derivations
from entity_tables.sheets import SUPPLEMENT, rows, values
from entity_tables.states import Named

FORMS = ("official", "abbreviation", "alias")


def sheet(language: str) -> dict[str, dict[str, str]]:
    """Identity to the row of its names in a language."""
    path = SUPPLEMENT / "organisations" / f"{language}.tsv"
    return {row["id"]: row for row in rows(path)} if path.exists() else {}


def names(language: str) -> list[Named]:
    """All names of organisations in a language."""
    english = {i: values(row["official"], "en")[0][0] for i, row in sheet("en").items()}
    found: dict[tuple[str, str], Named] = {}
    for identity, row in sheet(language).items():
        said = [(form, *value) for form in FORMS for value in values(row[form], language)]
        for form, text, risk in said + derivations.derived(said, language):
            named = Named(text, identity, "organisation", form, risk, "", english[identity])
            found.setdefault((text, identity), named)
    return list(found.values())
