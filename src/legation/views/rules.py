"""The declared rules, one or all, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from rich.text import Text

from legation.model.errors import UsageError
from legation.reconciliation import rules
from legation.reconciliation.rules import Rule


def named_rules(name: str | None = None) -> list[Rule]:
    """The rule called `name`, or all; raises UsageError (LG-U020) where none is called so.

    >>> [rule.name for rule in named_rules("carried-forward")]
    ['carried-forward']
    """
    known = rules()
    if name is None:
        return list(known.values())
    if name in known:
        return [known[name]]
    near = get_close_matches(name, known, n=3)
    raise UsageError(
        "LG-U020",
        "no rule has this name",
        where=name,
        remedy=f"it may be {', '.join(near)}" if near else "`legation rules` lists them",
    )


def rules_text(found: Sequence[Rule]) -> Iterator[Text]:
    """The lines that tell of rules: the name, the sentence, the sources with what they say.

    >>> [line.plain for line in rules_text(named_rules("happened-by-then"))][0]
    'happened-by-then'
    """
    for place, rule in enumerate(found):
        if place:
            yield Text("")
        yield Text(rule.name, style="bold")
        yield Text(f"  {rule.holds}")
        for one in rule.authorities:
            yield Text(f"  {one}: {one.says}", style="dim")
