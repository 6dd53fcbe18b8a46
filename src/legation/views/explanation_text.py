"""An explanation for the terminal: each sentence, what was seen in it, and what it gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from rich.text import Text

from legation.extraction import Explanation
from legation.views.explanation_outline import Line, Words, outline, theme_in_words
from legation.views.quotes import FIRST_STRONG_ISOLATE, POP_ISOLATE

_INDENT = 4
_STYLES = {"sentence": "bold", "claim": "green", "silent": "dim", "context": "cyan"}


def explanation_text(explanation: Explanation) -> Iterator[Text]:
    """The head of a document, then its outline; an empty line between sentences.

    >>> from legation.extraction import explain
    >>> from legation.model.documents import Document
    >>> told = explanation_text(explain(Document("Peru recognised Kosovo in 2008.", "a.txt", "en")))
    >>> [line.plain.strip() for line in told][-1].partition(", confidence")[0]
    '→ recognition: Peru → Kosovo, 2008, stated'
    """
    document = explanation.document
    head = f"{PurePath(document.uri).name}, {document.language}: "
    count = len(explanation.claims)
    yield Text(f"{head}{count} claims; about {theme_in_words(explanation)}", style="bold")
    for line in outline(explanation):
        yield Text("")
        yield from _lines((line,), 0)


def _lines(lines: Iterable[Line], depth: int) -> Iterator[Text]:
    for line in lines:
        indent = " " * _INDENT * depth
        yield Text(indent + _plain(line.words), style=_STYLES.get(line.sort, ""))
        yield from _lines(line.below, depth + 1)


def _plain(words: Words) -> str:
    return "".join(
        word if isinstance(word, str) else f"“{FIRST_STRONG_ISOLATE}{word.text}{POP_ISOLATE}”"
        for word in words
    )
