"""The options that several commands share, so that they read the same everywhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class TextOrJson(StrEnum):
    """For people, or for programs."""

    text = "text"
    json = "json"


LedgerFile = Annotated[
    str,
    typer.Option(
        "--ledger",
        "-L",
        envvar="LEGATION_LEDGER",
        metavar="PLACE",
        help="The ledger: a file, or postgresql://user@host/database?schema=name.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="TIME",
        help="Answer as known at this recorded time: a day, or a time in ISO 8601.",
    ),
]
RanksFile = Annotated[
    Path | None,
    typer.Option(
        "--ranks",
        metavar="FILE",
        help="Whose word to prefer where all else is equal: a YAML list of uri or language, rank.",
    ),
]
Format = Annotated[TextOrJson, typer.Option("--format", "-f", help="For people or for programs.")]
Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        "-l",
        metavar="CODE",
        help="The language, such as en, fa or bn, where it is not to be guessed.",
    ),
]
Documents = Annotated[
    list[str], typer.Argument(metavar="DOC...", help="Files or folders; - is standard input.")
]
PartyA = Annotated[
    str, typer.Argument(metavar="A", help="A state by its name in any language, or its code.")
]
PartyB = Annotated[str, typer.Argument(metavar="B", help="The other state.")]
Author = Annotated[
    str,
    typer.Option("--by", envvar="LEGATION_AUTHOR", metavar="AUTHOR", help="Who answers for it."),
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")]
Spans = Annotated[
    list[str] | None,
    typer.Option(
        "--span", metavar="ROLE=WORDS", help="The words of the document that say a role, or when."
    ),
]
