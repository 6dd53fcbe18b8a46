"""From what a person types to what can be asked: states, and days."""

from __future__ import annotations

from datetime import UTC, date, datetime

from legation.model.errors import UsageError

_PARTIES = ("state", "territory", "organisation")


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


def party(name: str) -> str:
    """The code of the state or organisation that `name` names; raises UsageError (LG-U005).

    >>> party("ইরাক"), party("بلاروس")
    ('IRQ', 'BLR')
    """
    from legation.entities import resolve, states

    code = name.strip().upper()
    if code in states():
        return code
    found = [row for row in resolve(name) if row.kind in _PARTIES]
    likeliest = [row.id for row in found if row.score == found[0].score]
    if len(likeliest) == 1:
        return likeliest[0]
    what = f"may be any of {', '.join(likeliest)}" if found else "names no state or organisation"
    raise UsageError(
        "LG-U005",
        f"{name!r} {what}",
        remedy="use its full name, or its code of three letters",
    )


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
