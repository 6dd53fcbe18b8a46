"""Claims entered by hand, as JSON Lines: one a line, with its words and their citation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.exports.json_lines import Line
from legation.ledger import Ledger
from legation.ledger.byhand.records import Stated, Statement, stated
from legation.model.errors import LegationError

_TEXTS = ("document", "cite", "lang", "polarity", "modality")
FIELDS = ("kind", "roles", "when", "words", "spans", "date", "by", "reason", *_TEXTS)


def stated_lines(ledger: Ledger, lines: Sequence[Line], by: str, reason: str) -> Iterator[Stated]:
    """The claims of the lines of a file; `by` and `reason` stand where a line has none.

    Raises InputError (LG-I010) with the line and what is wrong with it.
    """
    for line in lines:
        statement = _statement(line, by, reason)
        try:
            yield stated(ledger, statement)
        except LegationError as problem:
            raise line.blamed(problem) from problem


def _statement(line: Line, by: str, reason: str) -> Statement:
    line.require_fields(FIELDS)
    given = {name: line.text(name) for name in _TEXTS if name in line.row}
    dates = {name: line.text(name) for name in ("when", "date") if line.row.get(name) is not None}
    return Statement(
        kind=line.text("kind"),
        roles=line.mapping("roles"),
        words=line.text("words"),
        by=line.text("by") if "by" in line.row or not by else by,
        reason=line.text("reason") if "reason" in line.row or not reason else reason,
        spans=line.mapping("spans"),
        **given,
        **dates,
    )
