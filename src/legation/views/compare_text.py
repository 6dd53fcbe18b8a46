"""A comparison for people: what only one tells, what several share, where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from legation.model.facts import Fact
from legation.views.compare import By, Comparison, Standpoint
from legation.views.conflicts_text import conflict_text
from legation.views.dates_in_words import date_in_words
from legation.views.fact_words import as_claim, each_language_first
from legation.views.naming import (
    details_in_words,
    kind_in_words,
    language_name,
    parties_in_words,
    party_name,
)
from legation.views.quotes import quote_line

_MOST_QUOTES = 4


def compare_text(comparison: Comparison) -> Iterator[Text]:
    """The lines of a comparison.

    >>> empty = Comparison("IRQ", "BLR", By.language, None, None, (), {}, (), ())
    >>> [line.plain for line in compare_text(empty)]
    ['Iraq and Belarus: nothing is known']
    """
    title = f"{party_name(comparison.a)} and {party_name(comparison.b)}"
    title += f" by {comparison.on.isoformat()}" if comparison.on else ""
    if not comparison.tellers:
        yield Text(f"{title}: nothing is known", style="bold")
        return
    names = [_name(teller, comparison.by) for teller in comparison.tellers]
    yield Text(f"{title}: {', '.join(names)}", style="bold")
    yield from _counts(comparison)
    yield from _standpoints(comparison)
    for teller, facts in comparison.only.items():
        yield from _facts(f"Only in {_name(teller, comparison.by)}", [(fact, "") for fact in facts])
    shared = [
        (fact, " in " + _listed([_name(teller, comparison.by) for teller in who]))
        for fact, who in comparison.shared
    ]
    yield from _facts("Shared", shared)
    if comparison.conflicts:
        yield Text("")
        yield Text("Where they differ", style="bold cyan")
        for conflict in comparison.conflicts:
            yield from conflict_text(conflict)


def _counts(comparison: Comparison) -> Iterator[Text]:
    """A small table: of each teller, how many facts it tells alone, and how many with others."""
    width = max(len(_name(teller, comparison.by)) for teller in comparison.tellers) + 2
    yield Text(f"  {'':{width}}{'alone':>7}{'shared':>8}{'differs':>9}", style="dim")
    for teller in comparison.tellers:
        alone = len(comparison.only[teller])
        shared = sum(teller in who for _, who in comparison.shared)
        differs = sum(teller in _told_by(comparison, place) for place in _places(comparison))
        name = _name(teller, comparison.by)
        yield Text(f"  {name:{width}}{alone:>7}{shared:>8}{differs:>9}")


def _places(comparison: Comparison) -> range:
    return range(len(comparison.conflicts))


def _told_by(comparison: Comparison, place: int) -> set[str]:
    conflict = comparison.conflicts[place]
    sides = (conflict.preferred, *conflict.others)
    return {comparison.teller_of(claim) for side in sides for claim in side.claims}


def _standpoints(comparison: Comparison) -> Iterator[Text]:
    if not comparison.state:
        return
    yield Text("")
    yield Text(f"As each tells it, on {comparison.on}", style="bold cyan")
    for standpoint in comparison.state:
        line = Text(f"  {_subject(standpoint)}: ", style="bold" if standpoint.differs else "")
        told = [
            f"{_name(who, comparison.by)} {finding.value.replace('_', ' ')} ({finding.certainty})"
            for who, finding in standpoint.values.items()
        ]
        silent = [t for t in comparison.tellers if t not in standpoint.values]
        told += [f"{_listed([_name(t, comparison.by) for t in silent])} nothing"] if silent else []
        yield line + Text("; ".join(told), style="default")


def _subject(standpoint: Standpoint) -> str:
    subject = standpoint.subject
    parties = [party_name(code) for role, code in subject.items() if code and role not in _NO_PARTY]
    ways = " → ".join(parties)
    kind = str(subject.get("class") or subject.get("kind") or standpoint.line).replace("_", " ")
    kind = "envoy" if standpoint.line == "envoys" else kind
    return f"{kind}, {ways}" if ways else kind


_NO_PARTY = ("class", "kind")


def _facts(title: str, told: Sequence[tuple[Fact, str]]) -> Iterator[Text]:
    if not told:
        return
    yield Text("")
    yield Text(title, style="bold cyan")
    for fact, where in told:
        claim = as_claim(fact)
        line = Text(f"  {date_in_words(fact.when) if fact.when else 'undated'}, ", style="cyan")
        line.append(kind_in_words(claim), style="bold")
        details = details_in_words(claim)
        line.append(f": {parties_in_words(claim)}{f' ({details})' if details else ''}", "default")
        line.append(where, style="dim")
        yield line
        for quoted in each_language_first(fact.claims)[:_MOST_QUOTES]:
            yield quote_line(quoted, indent=6)


def _name(teller: str, by: By) -> str:
    return language_name(teller) if by is By.language else teller


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
