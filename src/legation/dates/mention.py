"""A date found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.spans import Span

Basis = Literal["stated", "carried", "document", "anchored"]
Relation = Literal["at", "from", "until", "range", "between", "before", "after", "by"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """The words that give a date, and the date in EDTF.

    `when` is None where a month or a day is named and nothing before it gives the year. `basis`
    tells whence the value is: its own words, the text before it, the document's own date, or an
    event of that name.
    `relation` tells how a thing so dated stands to it.
    """

    span: Span
    text: str
    when: str | None
    basis: Basis
    relation: Relation
