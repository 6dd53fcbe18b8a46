"""`legation rules`: the declared rules, what each holds, and where it is from."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.options import Format, TextOrJson
from legation.doors.streams import data, lines

EXAMPLE = "Example: legation rules embassy-implies-relations"


def rules(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="One rule by its name; all if none.")
    ] = None,
    shape: Format = TextOrJson.text,
) -> None:
    """Tell the rules by which claims become facts and facts the state of a relation.

    Each has a name, a sentence, and its source: an article of a convention, or legation's own way
    of reasoning.
    """
    from legation.views.rules import named_rules, rules_text

    found = named_rules(name)
    if shape is TextOrJson.json:
        data([one.to_json() for one in found])
        return
    lines(rules_text(found))
