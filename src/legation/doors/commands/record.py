"""`legation record`: a claim that a person enters, with its words and where they are from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.doors.assignments import assigned
from legation.doors.options import Format, LedgerFile, Spans, TextOrJson
from legation.doors.streams import data, lines, words
from legation.model.errors import UsageError

if TYPE_CHECKING:
    from legation.ledger import Ledger
    from legation.ledger.byhand.records import Stated

EXAMPLE = (
    "Example: legation record mission_opened --role sender=IRQ --role host=BLR --when 2010 "
    "--words 'The embassy of Iraq in Minsk opened in 2010' --cite 'Yearbook 2011, p. 4' --lang en "
    "--by 'A. Reader' --reason 'no page says it' --ledger relations.ledger"
)


Kind = Annotated[
    str | None, typer.Argument(metavar="[KIND]", help="What it says, such as mission_opened.")
]
ClaimsFile = Annotated[
    Path | None, typer.Option("--from", metavar="FILE.jsonl", help="Claims, one a line.")
]
Roles = Annotated[
    list[str] | None,
    typer.Option("--role", metavar="ROLE=VALUE", help="Who, where: as often as needed."),
]
When = Annotated[str | None, typer.Option("--when", metavar="EDTF", help="As 2010-07.")]
Words = Annotated[str, typer.Option("--words", metavar="TEXT", help="The words that say it.")]
Cite = Annotated[str, typer.Option("--cite", metavar="TEXT", help="Where the words are from.")]
Lang = Annotated[str, typer.Option("--lang", metavar="CODE", help="The language of the words.")]
Held = Annotated[
    str, typer.Option("--document", metavar="DOC", help="A document of the ledger that has them.")
]
Polarity = Annotated[str, typer.Option("--polarity", help="affirmed or denied.")]
Modality = Annotated[str, typer.Option("--modality", help="asserted, alleged or planned.")]
By = Annotated[
    str, typer.Option("--by", envvar="LEGATION_AUTHOR", metavar="AUTHOR", help="Who enters it.")
]
Why = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Tell what would be recorded, and record nothing.")
]


def record(
    ledger: LedgerFile,
    kind: Kind = None,
    file: ClaimsFile = None,
    roles: Roles = None,
    when: When = None,
    quote: Words = "",
    cite: Cite = "",
    lang: Lang = "",
    document: Held = "",
    spans: Spans = None,
    polarity: Polarity = "affirmed",
    modality: Modality = "asserted",
    by: By = "",
    reason: Why = "",
    dry_run: DryRun = False,
    shape: Format = TextOrJson.text,
) -> None:
    """Enter a claim by hand: it is held to the same rules, and marked as yours everywhere.

    The words are given with their citation, or stand in a document of the ledger. What is
    recorded already is not recorded again. The ledger is made where it is missing.
    """
    from legation.ledger import Ledger
    from legation.ledger.byhand.records import Statement, record_all, stated

    if (kind is None) == (file is None):
        raise UsageError(
            "LG-U040", "a claim is given by its kind or by a file", remedy="give one of the two"
        )
    with Ledger.open(ledger, create=True) as opened:
        if file is not None:
            told = _from_file(opened, file, by, reason)
        else:
            given = assigned(roles, "--role")
            said = (when, document, cite, lang, None, polarity, modality)
            spoken = assigned(spans, "--span")
            told = [stated(opened, Statement(kind or "", given, quote, by, reason, *said, spoken))]
        new = record_all(opened, told, dry_run)
    _tell(told, new, dry_run, shape)


def _from_file(ledger: Ledger, file: Path, by: str, reason: str) -> list[Stated]:
    from legation.exports.json_lines import read_lines
    from legation.exports.record_lines import stated_lines

    return list(stated_lines(ledger, read_lines(file), by, reason))


def _tell(told: list[Stated], new: list[bool], dry_run: bool, shape: TextOrJson) -> None:
    if shape is TextOrJson.json:
        rows = [
            {"new": is_new, "claim": one.claim.to_json()}
            for one, is_new in zip(told, new, strict=True)
        ]
        data({"dry_run": dry_run, "new": sum(new), "unchanged": new.count(False), "claims": rows})
        return
    from legation.views.claims_text import claims_text

    lines(claims_text(one.claim for one in told))
    done = "would be recorded" if dry_run else "recorded"
    words(f"{sum(new)} {done}, {new.count(False)} known already")
