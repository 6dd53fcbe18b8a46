"""From what a person types to what can be asked: states, and days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from legation.model.errors import UsageError


def two_parties(a: str, b: str) -> tuple[str, str]:
    """The codes of two parties that differ; raises UsageError (LG-U005, LG-U006).

    >>> two_parties("Iraq", "BLR")
    ('IRQ', 'BLR')
    """
    first, second = party(a), party(b)
    if first == second:
        raise UsageError(
            "LG-U006", f"{a!r} and {b!r} are the same party", remedy="name two that differ"
        )
    return first, second


def one_or_two(names: Sequence[str]) -> tuple[str | None, str | None]:
    """The codes of at most two parties, None for each that is not named; UsageError as above, and
    LG-U004 for more than two.

    >>> one_or_two([]), one_or_two(["Iraq"])
    ((None, None), ('IRQ', None))
    """
    if len(names) > 2:
        raise UsageError(
            "LG-U004", "claims are found by one party or by two", remedy="name one or two"
        )
    if len(names) == 2:
        return two_parties(*names)
    return (party(names[0]) if names else None), None


def party(name: str) -> str:
    """The code of the state or organisation that `name` names; raises UsageError (LG-U005).

    >>> party("ইরাক"), party("بلاروس")
    ('IRQ', 'BLR')
    """
    from legation.entities.parties import party_named

    return party_named(name)


def day(text: str | None) -> date:
    """The day that `text` names as 2012-06-01, today where it is None; raises UsageError (LG-U007).

    >>> day("2012-06-01")
    datetime.date(2012, 6, 1)
    """
    if text is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            "LG-U007", f"{text!r} is no day", remedy="write it as 2012-06-01"
        ) from None
