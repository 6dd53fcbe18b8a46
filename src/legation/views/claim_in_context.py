"""A claim in its context: the text around its quote, with the quote and its roles marked."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from legation.model.claims import Claim
from legation.views.marked_passages import part, passages
from legation.views.quotes import FIRST_STRONG_ISOLATE, POP_ISOLATE
from legation.views.visible import visible

_STYLES = {
    "first": "bold green",
    "second": "bold blue",
    "either": "bold green",
    "when": "bold magenta",
    "other": "bold yellow",
}
NEAR, FAR = 240, 2400
"""How many characters are shown before and after a quote: at first, and of the open source."""


def context(claim: Claim, text: str, reach: int = NEAR) -> Text:
    """The text around a claim's quote, underlined, its roles in colours; cut between words.

    >>> from legation.model.claims import Source
    >>> told = "Then war came. Iraq and Iran fought."
    >>> source = Source("sha256:0", "a.txt", "en", 15, 35, told[15:35])
    >>> context(Claim("war", {"parties": ["IRQ", "IRN"]}, source), told, 8).plain
    '… came. Iraq and Iran fought.'
    """
    start, end = _window(claim, text, reach)
    shown = Text("… " if start else "")
    for piece in passages(text, [claim]):
        words = visible(text[max(piece.start, start) : max(start, min(piece.end, end))])
        shown.append(words, style=_style(claim, [role for _, role in piece.marks]))
    return shown + Text(" …" if end < len(text) else "")


def isolated_lines(text: Text, width: int) -> Iterator[Text]:
    """The lines of a text, each set apart, so that its direction is told by its own letters."""
    console = Console(width=max(20, width), color_system=None)
    for line in text.wrap(console, max(20, width)):
        line.rstrip()
        yield Text(FIRST_STRONG_ISOLATE) + line + Text(POP_ISOLATE) if line.plain else line


def _window(claim: Claim, text: str, reach: int) -> tuple[int, int]:
    """Where the context begins and ends: at the quote less `reach`, moved to the next word."""
    spans = [claim.source.spans[role] for role in sorted(claim.source.spans)]
    near = [s for s in spans if abs(s.start - claim.source.start) <= reach]
    start = min([claim.source.start, *(s.start for s in near)])
    end = max([claim.source.end, *(s.end for s in near)])
    first, last = max(0, start - reach), min(len(text), end + reach)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    return first, last


def _style(claim: Claim, roles: list[str]) -> str:
    if not roles:
        return ""
    told = [role for role in roles if role]
    return f"underline {_STYLES[part(claim, told[-1])]}" if told else "underline"
