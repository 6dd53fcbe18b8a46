"""A status for people: every finding in one line, and below it the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from legation.model.claims import Claim
from legation.model.kinds import kinds
from legation.reconciliation import Finding, RelationState
from legation.views.dates_in_words import date_in_words
from legation.views.naming import (
    details_in_words,
    kind_in_words,
    organisation_name,
    parties_in_words,
    party_name,
)
from legation.views.quotes import quote_line
from legation.views.status import Status

_COLOURS = {"certain": "green", "presumed": "yellow", "possible": "magenta"}
_MOST_QUOTES = 4
_WAYS = ("sender", "host", "covers")
_UNSAID = {"class", "count", "kind"}


def status_text(status: Status) -> Iterator[Text]:
    """The lines of a status, in the order of the state.

    >>> from datetime import date
    >>> from legation.model.evidence import Evidence
    >>> from legation.reconciliation import state
    >>> lines = status_text(Status(state(Evidence([]), "IRQ", "BLR", date(2012, 6, 1))))
    >>> [line.plain for line in lines][:3]
    ['Iraq and Belarus on 2012-06-01', '', 'Relations']
    """
    held = status.state
    title = _title(held)
    title += f", as known on {held.as_of}" if held.as_of else ""
    yield Text(title, style="bold")
    yield from _lines(held)
    for before, until in held.predecessors:
        yield from _before(before, until, held.asked.on.isoformat())
    if not any(finding.value != "unknown" for finding in held.findings) and not held.unsettled:
        if held.unknown or held.predecessors:
            return
        yield Text("")
        yield Text("Nothing in this ledger tells of the two.", style="dim")


def _before(before: RelationState, until: str, asked: str) -> Iterator[Text]:
    """What is told of those whose heirs the two are: in full for a day before their end."""
    yield Text("")
    yield Text(f"Told of a predecessor, until {until}: {_title(before)}", style="bold")
    if asked <= until:
        yield from _lines(before)
    else:
        a, b = before.asked.a, before.asked.b
        yield Text(f"  `legation status {a} {b} --on {until}` tells it", style="dim")


def _title(held: RelationState) -> str:
    a, b = party_name(held.asked.a), party_name(held.asked.b)
    return f"{a} and {b} on {held.asked.on.isoformat()}"


def _lines(held: RelationState) -> Iterator[Text]:
    yield from _section("Relations", [held.relations])
    yield from _section("Missions", [*held.lines["missions"], *held.lines["accreditations"]])
    yield from _section("Envoys", held.lines["envoys"])
    yield from _section("Conflict", held.lines["conflict"])
    yield from _section("Ties", held.lines["ties"])
    yield from _section("Contacts", held.lines["contacts"])
    yield from _tenor(held.tenor)
    yield from _section("No longer or not yet known", held.unknown)
    yield from _unsettled(held.unsettled)


def _unsettled(claims: Sequence[Claim]) -> Iterator[Text]:
    """What is only planned or alleged, the latest first, as far as there is room for it."""
    if not claims:
        return
    yield Text("")
    noun = "claim is" if len(claims) == 1 else "claims are"
    yield Text(f"{len(claims)} {noun} only planned or alleged.", style="dim")
    told = sorted(claims, key=lambda c: (c.source.uri, c.source.start, c.id))
    told.sort(key=lambda c: c.when or "", reverse=True)
    for claim in told[:_MOST_QUOTES]:
        when = f" ({date_in_words(claim.when)})" if claim.when else ""
        yield Text(f"  {kind_in_words(claim)}: {parties_in_words(claim)}{when}")
        yield quote_line(claim, indent=6)
    if len(told) > _MOST_QUOTES:
        yield Text(f"  and {len(told) - _MOST_QUOTES} more, in the timeline", style="dim")


def _section(title: str, findings: Sequence[Finding]) -> Iterator[Text]:
    if not findings:
        return
    yield Text("")
    yield Text(title, style="bold cyan")
    for finding in findings:
        yield _finding_line(finding)
        if finding.value == "unknown":
            continue
        yield from _quotes(finding.claims)
        for claim in _each_quote_once(finding.disputed)[:_MOST_QUOTES]:
            yield Text("      but ", style="red") + quote_line(claim, indent=0)


def _quotes(claims: Sequence[Claim]) -> Iterator[Text]:
    """The first quotes of claims, and how many more there are."""
    once = _each_quote_once(claims)
    for claim in once[:_MOST_QUOTES]:
        yield quote_line(claim, indent=6)
    if len(once) > _MOST_QUOTES:
        yield Text(f"      and {len(once) - _MOST_QUOTES} more", style="dim")


def _each_quote_once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those with a language not yet heard first, without those of the same words."""
    words = {(c.source.document, c.source.start, c.source.end): c for c in reversed(claims)}
    once = list(reversed(words.values()))
    first = {claim.source.language: claim for claim in reversed(once)}
    return [*first.values(), *(claim for claim in once if claim not in first.values())]


def _finding_line(finding: Finding) -> Text:
    line = Text("  ")
    unnamed = "not named" if _is_nobody(finding) else ""
    told = (_subject(finding.subject), _occasion(finding), unnamed)
    subject = ", ".join(name for name in told if name)
    if subject:
        line.append(f"{subject}: ")
    line.append(finding.value.replace("_", " "), style="bold")
    if finding.certainty:
        line.append(f" ({_sureness(finding)})", style=_COLOURS[finding.certainty])
    elif reach := _sureness(finding):
        line.append(f" ({reach})", style="dim")
    return line + _id(finding)


def _id(finding: Finding) -> Text:
    """What `explain` takes, behind the pair and the day."""
    return Text(f"  #{finding.id.partition('/')[2]}", style="dim")


def _is_nobody(finding: Finding) -> bool:
    """Whether somebody is in post whose name is not told."""
    return finding.value == "in_post" and finding.subject.get("person", "") is None


def _occasion(finding: Finding) -> str:
    """Who came, and where, as the claims of a single contact tell it most fully."""
    kind = kinds().get(finding.subject.get("kind", ""))
    if kind is None or kind.effect is None or kind.effect.line != "contact":
        return ""
    return max((details_in_words(claim) for claim in finding.claims), key=len, default="")


def _sureness(finding: Finding) -> str:
    happened = "happened-by-then" in finding.rules
    said = [str(finding.certainty)] if finding.certainty else []
    since = date_in_words(finding.since) if finding.since else ""
    said += [since if happened else f"since {since}"] if since else []
    said += ["undated"] if happened and not since else []
    said += [f"until {date_in_words(finding.until)}"] if finding.until else []
    if finding.evidence_age:
        said.append(f"last evidence {_age(finding.evidence_age)} before")
    if finding.alternatives:
        said.append("or " + " or ".join(value.replace("_", " ") for value in finding.alternatives))
    return ", ".join(said)


def _age(days: int) -> str:
    if days == 1:
        return "1 day"
    return f"{days} days" if days < 731 else f"{int(days / 365.2425)} years"


def _subject(subject: Any) -> str:
    """Whose line it is: the kind, the way, and what else names it."""
    kind = kinds().get(subject.get("kind", ""))
    said = [kind.name.replace("_", " ")] if kind else []
    ways = [party_name(subject[role]) for role in _WAYS if role in subject]
    said += [" in ".join(ways)] if ways else []
    roles = [role for role in kind.parties if role in subject] if kind else []
    held = [role for role in roles if isinstance(subject[role], str) and role != "organisation"]
    said += [" → ".join(party_name(subject[role]) for role in held)] if held else []
    rest = [key for key in subject if key not in {*_UNSAID, *_WAYS, *held}]
    named = [_named(key, subject[key]) for key in rest if subject[key]]
    said += [name for name in named if not kind or name.casefold() not in said[0].split()]
    said += [f"the latest of {subject['count']}"] if subject.get("count", 1) > 1 else []
    return ", ".join(said)


def _named(role: str, value: Any) -> str:
    if role == "organisation":
        return organisation_name(value)
    return " and ".join(map(str, value)) if isinstance(value, list) else str(value)


def _tenor(said: Sequence[Finding]) -> Iterator[Text]:
    if not said:
        return
    yield Text("")
    yield Text("Tenor", style="bold cyan")
    for finding in said:
        line = Text("  ")
        line.append(finding.value, style="bold")
        since = f", {date_in_words(finding.since)}" if finding.since else ", undated"
        line.append(f" ({finding.certainty}{since})", style=_COLOURS[str(finding.certainty)])
        yield line + _id(finding)
        yield from _quotes(finding.claims)
