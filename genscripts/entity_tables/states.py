"""States and territories: their records, and their names in each language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from entity_tables import derivations
from entity_tables.sheets import SUPPLEMENT, light, rows, values
from entity_tables.territories import alpha2, cldr_name, numeric_codes

FORMS = ("short", "official", "alias", "abbreviation", "adjective", "national", "prefix")
STATEHOOD = frozenset({"member", "observer", "partly-recognised", "associated", "gone"})
RECORD = ("id", "status", "start", "end", "successors", "iso2", "numeric", "iso3166_3", "cow", "gw")


@dataclass(frozen=True, slots=True)
class Named:
    """One name of one identity in one language, as it is written to the tables."""

    text: str
    id: str
    kind: str
    form: str
    risk: str = ""
    country: str = ""
    english: str = ""

    def cells(self) -> tuple[str, ...]:
        """The row of the table."""
        return (self.text, self.id, self.kind, self.form, self.risk, self.country, self.english)


@cache
def records() -> dict[str, dict[str, str]]:
    """Identity to record, with dependent territories that need no row of their own."""
    found = {row["id"]: dict(row) for row in rows(SUPPLEMENT / "states" / "record.tsv")}
    for row in rows(SUPPLEMENT / "states" / "en.tsv"):
        of_its_own = dict.fromkeys(RECORD, "") | {"id": row["id"], "status": "dependency"}
        found.setdefault(row["id"], of_its_own)
    for identity, record in found.items():
        record["iso2"] = record["iso2"] or alpha2(identity)
        if record["status"] != "gone":
            record["numeric"] = record["numeric"] or numeric_codes().get(record["iso2"], "")
    return found


def kind_of(identity: str, record: dict[str, str]) -> str:
    """Whether an identity counts as a state or as a territory."""
    return "state" if record["status"] in STATEHOOD else "territory"


@cache
def sheet(language: str) -> dict[str, dict[str, str]]:
    """Identity to the row that people keep of its names in a language."""
    path = SUPPLEMENT / "states" / f"{language}.tsv"
    return {row["id"]: row for row in rows(path)} if path.exists() else {}


@cache
def labels() -> dict[str, str]:
    """Identity to its English name."""
    return {identity: values(row["short"], "en")[0][0] for identity, row in sheet("en").items()}


@cache
def names(language: str) -> list[Named]:
    """All names of states and territories in a language, capitals apart."""
    known, english, sheet_rows = records(), labels(), sheet(language)
    found: dict[tuple[str, str], Named] = {}
    for identity in english:
        kind = kind_of(identity, known[identity])
        for form, text, risk in _forms_of(identity, sheet_rows.get(identity, {}), language):
            row = Named(text, identity, kind, form, risk, "", english[identity])
            found.setdefault((text, identity), row)
    return list(found.values())


def _forms_of(identity: str, row: dict[str, str], language: str) -> list[tuple[str, str, str]]:
    """(form, text, risk) of an identity: what people wrote, CLDR's name, what derives from them."""
    said = [(form, *value) for form in FORMS for value in values(row.get(form, ""), language)]
    cldr = light(cldr_name(identity, language), language)
    if cldr and not any(form == "short" for form, _, _ in said):
        said.insert(0, ("short", cldr, ""))
    elif cldr:
        said.append(("alias", cldr, ""))
    return said + derivations.derived(said, language)
