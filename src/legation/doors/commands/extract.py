"""`legation extract`: the claims of documents, to standard output; no ledger."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.doors.exits import exit_for
from legation.doors.options import Documents, Language
from legation.doors.outputs import require_apart, written_to
from legation.doors.streams import data_line, lines, words
from legation.doors.threshold import Threshold
from legation.model.claims import Claim
from legation.model.documents import Document
from legation.model.errors import InputError, LegationError, UsageError

if TYPE_CHECKING:
    from legation.documents import Reading
    from legation.extraction import Explanation

EXAMPLE = (
    "Example: legation extract iraq-belarus.txt | head -3, or, to see why: "
    "legation extract iraq-belarus.txt --explain --format html -o iraq-belarus.html"
)


class Shape(StrEnum):
    """Claims a line each or as a table; explanations as text or as a page."""

    jsonl = "jsonl"
    table = "table"
    text = "text"
    html = "html"


_OF_EXPLANATIONS = (Shape.text, Shape.html)


def extract(
    documents: Documents,
    shape: Annotated[
        Shape | None,
        typer.Option(
            "--format",
            "-f",
            help="A claim a line (jsonl), or a table; with --explain text, or one HTML page.",
        ),
    ] = None,
    explained: Annotated[
        bool, typer.Option("--explain", help="Show what was seen in each sentence, and why.")
    ] = False,
    least: Annotated[
        float | None,
        typer.Option("--min-confidence", metavar="X", help="Leave out claims less sure, 0 to 1."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead."),
    ] = None,
    lang: Language = None,
) -> None:
    """Write the claims of documents, each with its words."""
    from legation.documents import find

    form, threshold = _shape(shape, explained), Threshold.read(least)
    sources = find(documents).sources
    if not sources:
        raise InputError("LG-I007", "there is no document here", where=", ".join(documents))
    require_apart(output, sources)
    with written_to(output):
        refused = _write_all(sources, lang, form, threshold)
        if refused == len(sources):  # leave a file of that name as it is
            raise typer.Exit(exit_for(len(sources), refused))
    threshold.tell()
    raise typer.Exit(exit_for(len(sources), refused))


def _shape(shape: Shape | None, explained: bool) -> Shape:
    """The shape that was asked for; UsageError (LG-U011) where it is not one of what is written."""
    if shape is None:
        return Shape.text if explained else Shape.jsonl
    if (shape in _OF_EXPLANATIONS) != explained:
        what, remedy = (
            ("an explanation", "use text or html")
            if explained
            else ("claims alone", "add --explain, or use jsonl or table")
        )
        raise UsageError(
            "LG-U011", f"this format is not one of {what}", where=shape.value, remedy=remedy
        )
    return shape


def _write_all(
    sources: tuple[str, ...], language: str | None, shape: Shape, threshold: Threshold
) -> int:
    """Write what each document gives, and say how many were refused."""
    refused = 0
    pages: list[Explanation] = []
    for source in sources:
        try:
            reading = _read(source, language)
            if shape in _OF_EXPLANATIONS:
                pages.append(_explanation(reading, threshold))
            else:
                _write(threshold.passed(_claims(reading)), shape)
        except LegationError as refusal:
            words(str(refusal))
            refused += 1
        if shape is Shape.text and pages:
            _write_text(pages.pop())
    if pages:
        _write_page(pages)
    return refused


def _read(source: str, language: str | None) -> Reading:
    from legation.documents import open_document

    reading = open_document(source, language=language)
    if reading.note:
        words(f"note: {reading.note}")
    return reading


def _claims(reading: Reading) -> tuple[Claim, ...]:
    from legation.ledger.harvest import harvest, rules

    return _in_order(harvest(reading, *rules()).claims)


def _explanation(reading: Reading, threshold: Threshold) -> Explanation:
    """What was seen in a document; of its claims those that `extract` would give."""
    from legation.extraction import explain
    from legation.ledger.harvest import harvest, rules

    seen: list[Explanation] = []

    def explained(document: Document) -> list[Claim]:
        seen.append(explain(document))
        return list(seen[0].claims)

    taken = harvest(reading, explained, rules()[1])
    return seen[0].keeping(threshold.passed(_in_order(taken.claims)))


def _in_order(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: (claim.source.start, claim.id)))


def _write(claims: tuple[Claim, ...], shape: Shape) -> None:
    if shape is Shape.jsonl:
        for claim in claims:
            data_line(claim.to_json())
        return
    from legation.views.claims_text import claims_text

    lines(claims_text(claims))


def _write_text(explanation: Explanation) -> None:
    from legation.views.explanation_text import explanation_text

    lines(explanation_text(explanation))


def _write_page(explanations: list[Explanation]) -> None:
    from legation.views.explanation_html import explanation_html

    print(explanation_html(explanations), end="")
