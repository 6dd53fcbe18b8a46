"""Lead-ins: the name of a state that opens a paragraph and says whom the paragraph is about."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.phrases import Hit
from legation.extraction.tokens import Token

_OPENERS = "•*-·○▪–"
_CLOSERS = ":(.-–"
_FORMS = ("short", "official", "alias", "abbreviation")


def led_by(tokens: Sequence[Token], names: Sequence[Sequence[Hit]]) -> tuple[str, ...]:
    """The state that stands alone before a paragraph's text: 'Angola (1977). …', 'Taiwan: …'."""
    if not names:
        return ()
    hit = names[0][0]
    first = 1 if tokens[0].text in _OPENERS else 0
    if hit.start != first or hit.unit.type not in ("state", "territory"):
        return ()
    if hit.unit.form not in _FORMS or not _closed(tokens, hit.end):
        return ()
    return (hit.unit.value,)


def _closed(tokens: Sequence[Token], end: int) -> bool:
    """Whether a name is cut off from what follows; a hyphen only where spaces stand about it."""
    if end >= len(tokens) or tokens[end].text not in _CLOSERS:
        return False
    return tokens[end].text not in "-–" or tokens[end].start > tokens[end - 1].end
