"""Differences for people: claim by claim what is new, gone, or told otherwise than before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from legation.ledger import Difference
from legation.model.claims import Claim
from legation.views.claims_text import claims_text

_FIELDS = ("when", "polarity", "modality")


def differences_text(found: Sequence[Difference]) -> Iterator[Text]:
    """For each document a head, and below it what is new, gone and changed.

    >>> [line.plain for line in differences_text([])]
    ['Nothing changed.']
    """
    if not found:
        yield Text("Nothing changed.")
    for one in found:
        counts = f"{len(one.added)} new, {len(one.removed)} gone, {len(one.changed)} changed"
        yield Text.assemble((one.uri, "bold"), f": {counts}")
        yield from _signed("+", "green", one.added)
        yield from _signed("-", "red", one.removed)
        for old, new in one.changed:
            yield from _signed("-", "red", [old])
            yield from _signed("+", "green", [new])
            yield Text(f"    {'; '.join(_otherwise(old, new))}", style="yellow")


def _signed(sign: str, style: str, claims: Iterable[Claim]) -> Iterator[Text]:
    for claim in claims:
        first, second = claims_text([claim])
        yield Text(f"{sign} ", style=style) + first
        yield Text("  ") + second


def _otherwise(old: Claim, new: Claim) -> Iterator[str]:
    for name in _FIELDS:
        was, is_ = getattr(old, name), getattr(new, name)
        if was != is_:
            yield f"{name}: {was or 'none'} → {is_ or 'none'}"
    roles = sorted({*old.roles, *new.roles})
    changed = [role for role in roles if old.roles.get(role) != new.roles.get(role)]
    if changed:
        yield f"other: {', '.join(changed)}"
    if old.source.quote != new.source.quote:
        yield "other words"
